//! Where people can get help: the services around the library, when they are open, and how sure that is.

pub mod hours;
