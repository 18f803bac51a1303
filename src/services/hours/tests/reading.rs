//! Hours as they are written: what is read, and what stays.

use super::super::reading::read;
use super::super::{Days, Exception, Hours, Open, SameTime};
use crate::model::date::day;

fn typed(text: &str) -> Hours {
    read(text, SameTime::TYPED)
}

/// The hours in one way of writing, and what was not read.
fn written(text: &str) -> (String, Vec<String>) {
    let mut hours = typed(text);
    let unread = std::mem::take(&mut hours.unread);
    (hours.to_string(), unread)
}

#[test]
fn hours_are_read_as_people_write_them() {
    for (text, wanted) in [
        ("Mon-Fri 9-5", "Mon, Tue, Wed, Thu, Fri 09:00-17:00"),
        ("Monday through Friday, 9:00 a.m. to 5:00 p.m.", "Mon, Tue, Wed, Thu, Fri 09:00-17:00"),
        ("M-F 8:30am–4:30pm", "Mon, Tue, Wed, Thu, Fri 08:30-16:30"),
        ("MWF 9-noon", "Mon, Wed, Fri 09:00-12:00"),
        ("9-5 Mon-Fri; 10-2 Sat", "Mon, Tue, Wed, Thu, Fri 09:00-17:00\nSat 10:00-14:00"),
        ("9-5 Mon-Fri 10-2 Sat", "Mon, Tue, Wed, Thu, Fri 09:00-17:00\nSat 10:00-14:00"),
        ("Mon, Wed & Fri: 9-12 / 1-5", "Mon, Wed, Fri 09:00-12:00\nMon, Wed, Fri 13:00-17:00"),
        ("Tues/Thurs 11-1 PM", "Tue, Thu 11:00-13:00"),
        ("Weekdays 7-3", "Mon, Tue, Wed, Thu, Fri 07:00-15:00"),
        ("Sat 9-11", "Sat 09:00-11:00"),
        ("Sat 10pm-2", "Sat 22:00-02:00"),
        ("Sat 10-2am", "Sat 22:00-02:00"),
        ("Sat noon to 4", "Sat 12:00-16:00"),
        ("Sat 0900-1700", "Sat 09:00-17:00"),
        ("Fri–Mon 1-5", "Fri, Sat, Sun, Mon 13:00-17:00"),
        ("lun a vie 9 a 5", "Mon, Tue, Wed, Thu, Fri 09:00-17:00"),
        ("L-V de 9 a 17", "Mon, Tue, Wed, Thu, Fri 09:00-17:00"),
        (
            "lunes a viernes de 9 a 12 y de 1 a 5",
            "Mon, Tue, Wed, Thu, Fri 09:00-12:00\nMon, Tue, Wed, Thu, Fri 13:00-17:00",
        ),
        ("sábados de 10 a. m. a 1 p. m.", "Sat 10:00-13:00"),
        ("mié y vie 9h-17h", "Wed, Fri 09:00-17:00"),
        ("mar 9-5", "Tue 09:00-17:00"),
        ("todos los días de 9 de la mañana a 5 de la tarde", "Mon, Tue, Wed, Thu, Fri, Sat, Sun 09:00-17:00"),
        ("domingo cerrado", "Sun closed"),
        ("Cerrado los domingos", "Sun closed"),
        ("primer sábado del mes 10-12", "RRULE:FREQ=MONTHLY;BYDAY=1SA DTSTART=2001-01-01 10:00-12:00"),
        ("1.º y 3.er sábado de cada mes 10-12", "RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA DTSTART=2001-01-01 10:00-12:00"),
        ("último viernes 5-7", "RRULE:FREQ=MONTHLY;BYDAY=-1FR DTSTART=2001-01-01 17:00-19:00"),
        ("Mon 08:00 - 16:00; Tue 08:00 - 16:00;", "Mon 08:00-16:00\nTue 08:00-16:00"),
        ("solo con cita", "Mon, Tue, Wed, Thu, Fri, Sat, Sun by appointment"),
        ("Mon by appointment", "Mon by appointment"),
        ("25 de diciembre cerrado", "december 25 closed"),
        ("Dec 24, 2026: 9-12", "2026-12-24 09:00-12:00"),
        ("12/24/26 closed", "2026-12-24 closed"),
        ("2026-12-24 to 2027-01-01 closed", "2026-12-24 to 2027-01-01 closed"),
        ("Dec 30 to Jan 2, 2027 closed", "2026-12-30 to 2027-01-02 closed"),
        ("closed on major holidays", "closed on holidays"),
    ] {
        assert_eq!(written(text), (wanted.to_owned(), Vec::new()), "{text}");
    }
}

#[test]
fn what_cannot_be_read_stays_word_for_word() {
    for (text, read, unread) in [
        (
            "Mon-Fri 9-5, closed for lunch, 1st Sat",
            "Mon, Tue, Wed, Thu, Fri 09:00-17:00",
            ["closed for lunch", "1st Sat"].as_slice(),
        ),
        ("Mon-Fri 9-5 except holidays", "Mon, Tue, Wed, Thu, Fri 09:00-17:00", &["except holidays"]),
        ("every other Tuesday 9-5", "", &["other Tuesday 9-5"]),
        ("Mon 7-9", "", &["Mon 7-9"]),
        ("Mon 9", "", &["Mon 9"]),
        ("Mon 9-12; 1-5", "Mon 09:00-12:00", &["1-5"]),
        ("9-5", "", &["9-5"]),
        ("Mon-Fri", "", &["Mon-Fri"]),
        ("June-August Mon 9-5", "", &["June-August Mon 9-5"]),
        ("Call 860-555-0142", "", &["Call 860-555-0142"]),
        ("860-555-0142", "", &["860-555-0142"]),
        ("Mon 9-5 [2026-01-01", "Mon 09:00-17:00", &["[2026-01-01"]),
        ("[2026-01-01..2026-06-30] Mon 9-5", "", &["[2026-01-01..2026-06-30] Mon 9-5"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 9-5", "", &["RRULE:FREQ=WEEKLY", "INTERVAL=2", "BYDAY=MO 9-5"]),
        ("closed 12-1", "", &["closed", "12-1"]),
        ("Dec 40 closed", "", &["Dec 40 closed"]),
        ("<b>Mon</b>", "", &["<b>Mon</b>"]),
        ("Llame a su biblioteca", "", &["Llame a su biblioteca"]),
    ] {
        let unread: Vec<String> = unread.iter().map(|&words| words.to_owned()).collect();
        assert_eq!(written(text), (read.to_owned(), unread), "{text}");
    }
    let long = "Mon 9-5 ".repeat(1000);
    assert_eq!(typed(&long).unread, [long]);
}

#[test]
fn a_holiday_without_a_year_is_every_year_only_where_it_stands_still() {
    let of = |text: &str| typed(text).exceptions;
    let closed = |days: Days| vec![Exception { days, open: vec![Open::Closed] }];
    assert_eq!(of("closed July 4"), closed(Days::EveryYear(7, 4)));
    assert_eq!(of("closed Nov 26"), closed(Days::SomeYear(11, 26)));
    let thanksgiving = day("2026-11-26").unwrap();
    assert_eq!(of("closed Nov 26, 2026"), closed(Days::Between(thanksgiving, thanksgiving)));
}
