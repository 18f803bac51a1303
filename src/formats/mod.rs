//! Records to bytes and back, for people and programs elsewhere.
