//! What is being typed, until it is done: when it is given to be kept, what becomes of it where that is refused, and
//! how it waits in a tab that follows another one. Without a browser, so that every order of events can be tried.

pub mod following;
pub mod keeper;
pub mod place;
mod waiting;
