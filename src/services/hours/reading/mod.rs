//! Hours as people and other programs write them: “Mon-Fri 9-5, 1st Sat 10-12”, “lun a vie 9 a 5”,
//! “Mon 08:00 - 16:00; Tue 08:00 - 16:00”.
//!
//! What can be read is read; what cannot stays word for word in [`Hours::unread`], and then nobody says “open” by the rest,
//! which may be changed by those words. English and Spanish are both read. Times without “a.m.” are only read where one
//! meaning is likely: “9-5” and “1-4”, but not “7-9”.

mod dates;
mod days;
mod groups;
mod rules;
mod tables;
mod times;
mod tokens;

pub use self::tables::{ABBREVIATED, MONTHS};

use super::{Hours, SameTime};

/// The most signs of hours: what is longer is no hours, and stays as it is.
const MOST: usize = 4_000;

/// Reads hours. What the same time at both ends means is the source's.
pub fn read(text: &str, same_time: SameTime) -> Hours {
    let mut hours = Hours::default();
    if text.len() > MOST {
        hours.unread.push(text.to_owned());
        return hours;
    }
    let mut plain = String::new();
    for line in text.lines() {
        // A rule is written with the sign that otherwise parts days.
        match rules::read(line, same_time) {
            Some(schedules) => hours.regular.extend(schedules),
            None => {
                plain.push_str(line);
                plain.push('\n');
            }
        }
    }
    groups::read(&plain, same_time, &mut hours);
    hours
}
