use super::read::{Calendar, Reader, mend_split_letters};
use super::zone::{Rules, rules};
use super::{Entry, Status, When, table, uid, write};
use crate::formats::content_line::{escaped, folded, text};
use crate::formats::csv_import::table::{Table, Unreadable};
use crate::model::date::{self, Zone};
use crate::model::id::Id;
use crate::model::testing::cases;
use crate::model::text::Lang;
use chrono::{DateTime, NaiveDate, Offset, TimeZone};
use proptest::prelude::*;
use rrule::Tz;

/// A zone as the tables of all zones have it.
#[derive(Debug)]
struct Named(Tz);

impl Zone for Named {
    fn offset_at(&self, ms: i64) -> i32 {
        let at = DateTime::from_timestamp_millis(ms).unwrap().naive_utc();
        self.0.offset_from_utc_datetime(&at).fix().local_minus_utc() / 60
    }
}

const HERE: Named = Named(Tz::America__New_York);

fn today() -> NaiveDate {
    date::day("2026-11-27").unwrap()
}

fn at(stored: &str) -> When {
    When::At(date::moment(stored).unwrap().timestamp_millis())
}

fn entry(title: &str, starts: When, ends: Option<When>) -> Entry {
    Entry {
        uid: uid::of(Id(7)),
        sequence: 3,
        changed_ms: 1_780_000_000_000,
        starts,
        ends,
        title: title.to_owned(),
        description: String::new(),
        location: String::new(),
        status: Status::Confirmed,
    }
}

/// A large calendar is read some lines and some entries at a time; where a break falls makes no difference.
#[test]
fn a_large_calendar_is_read_in_steps() {
    let event = |at: usize| {
        format!(
            "BEGIN:VEVENT\r\nUID:{at}\r\nDTSTART:20260302T090000\r\nSUMMARY:Meeting num\r\n ber {at}\r\nEND:VEVENT\r\n"
        )
    };
    let text = calendar(&(0..3_000).map(event).collect::<String>());
    let mut reader = Reader::new(&text);
    let (mut steps, mut before) = (1, 0);
    while reader.step() {
        let (done, of) = reader.progress();
        assert!(before < done && done < of, "it goes on");
        before = done;
        steps += 1;
    }
    assert!(steps > 3);
    let read = reader.finish();
    assert_eq!(read.entries.len(), 3_000);
    assert!(read.entries.iter().enumerate().all(|(at, found)| found.title == format!("Meeting number {at}")));
    let mut laying = table::Laying::new(&read, Lang::En, &HERE, today());
    let mut steps = 1;
    while laying.step() {
        steps += 1;
    }
    assert!(steps > 3);
    assert_eq!(laying.finish().unwrap().rows.len(), 3_000);
}

fn table_of(text: &str) -> Result<Table, Unreadable> {
    table::table(text, Lang::En, &HERE, today())
}

/// Title, beginning and end of each event.
fn times(text: &str) -> Vec<[String; 3]> {
    let rows = table_of(text).unwrap().rows;
    rows.into_iter().map(|(_, cells)| [cells[0].clone(), cells[1].clone(), cells[2].clone()]).collect()
}

fn starts(text: &str) -> Vec<String> {
    times(text).into_iter().map(|[_, starts, _]| starts).collect()
}

fn said(text: &str) -> Vec<String> {
    let table = table_of(text).unwrap();
    table.problems.iter().map(|problem| problem.message.say(Lang::En)).collect()
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\r\nUID:a@school.example\r\nSUMMARY:Board meeting\r\n{lines}\r\nEND:VEVENT\r\n"))
}

#[test]
fn a_zone_brings_the_rules_by_which_its_clocks_are_changed() {
    let new_york = rules(&HERE, 2026..=2027).unwrap();
    let lines = new_york.lines("America/New_York");
    assert_eq!(
        lines,
        [
            "BEGIN:VTIMEZONE",
            "TZID:America/New_York",
            "BEGIN:DAYLIGHT",
            "DTSTART:20250309T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:20251102T020000",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "END:STANDARD",
            "END:VTIMEZONE"
        ]
    );
    let last_sunday = rules(&Named(Tz::Europe__Madrid), 2026..=2026).unwrap().lines("Europe/Madrid");
    assert!(last_sunday.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU".to_owned()), "{last_sunday:?}");
    assert_eq!(rules(&Named(Tz::America__Puerto_Rico), 2026..=2026), Some(Rules::Still(-240)));
    assert_eq!(rules(&Named(Tz::America__Phoenix), 2026..=2026), Some(Rules::Still(-420)));
    assert!(rules(&Named(Tz::Australia__Sydney), 2026..=2026).is_some(), "summer over the turn of the year");
    assert_eq!(rules(&Named(Tz::Africa__Casablanca), 2026..=2026), None, "by the moon");
    assert_eq!(rules(&HERE, 2005..=2026), None, "the rule was another one before 2007");
}

#[test]
fn an_event_is_written_as_other_calendars_want_it() {
    let storytime = Entry {
        description: "Songs; books, and play\nBring a blanket".to_owned(),
        location: "Natchaug Table, 12 Main St".to_owned(),
        ..entry("Storytime", at("2026-10-02T10:30:00-04:00"), Some(at("2026-10-02T11:15:00-04:00")))
    };
    let file = write("Outreach", &[storytime], &HERE, Some("America/New_York"));
    let from = file.find("BEGIN:VEVENT").unwrap();
    assert_eq!(
        file[from..].lines().collect::<Vec<_>>(),
        [
            "BEGIN:VEVENT",
            "UID:00000000000000000000000000000007@porchlight",
            "SEQUENCE:3",
            "DTSTAMP:20260528T202640Z",
            "DTSTART;TZID=America/New_York:20261002T103000",
            "DTEND;TZID=America/New_York:20261002T111500",
            "SUMMARY:Storytime",
            "DESCRIPTION:Songs\\; books\\, and play\\nBring a blanket",
            "LOCATION:Natchaug Table\\, 12 Main St",
            "STATUS:CONFIRMED",
            "END:VEVENT",
            "END:VCALENDAR"
        ]
    );
    assert!(file.lines().all(|line| line.len() <= 75) && file.contains("\r\n"));
}

#[test]
fn a_time_that_clocks_show_twice_is_written_so_that_it_is_one() {
    // On November 1, 2026, clocks go from 2:00 back to 1:00.
    let [first, second] = ["2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00"];
    let file = write("Outreach", &[entry("Early", at(first), None), entry("Late", at(second), None)], &HERE, Some("X"));
    assert!(file.contains("DTSTART;TZID=X:20261101T013000"));
    assert!(file.contains("DTSTART:20261101T063000Z"));
    assert_eq!(starts(&file), [first, second]);
}

#[test]
fn without_a_name_or_a_rule_times_are_in_utc() {
    let one = entry("Storytime", at("2026-10-02T10:30:00-04:00"), None);
    for (zone, name) in [(&HERE, None), (&HERE, Some("a zone:\r\n")), (&Named(Tz::Africa__Casablanca), Some("M"))] {
        let file = write("Outreach", std::slice::from_ref(&one), zone, name);
        assert!(file.contains("DTSTART:20261002T143000Z") && !file.contains("VTIMEZONE"), "{file}");
    }
}

#[test]
fn lines_are_folded_between_letters() {
    let line = format!("SUMMARY:{}", "¿Qué día es? 🎃".repeat(20));
    let file = folded(&line);
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert!(
        file.split("\r\n")
            .filter(|line| !line.is_empty())
            .all(|line| line.len() > 70 || file.ends_with(&format!("{line}\r\n")))
    );
    assert_eq!(file.trim_end().replace("\r\n ", ""), line);
}

#[test]
fn a_letter_that_was_split_by_a_fold_is_one_again() {
    let bytes = b"BEGIN:VCALENDAR\r\nSUMMARY:Qu\xc3\r\n \xa9 d\xc3\r\n\xada\r\n and more".to_vec();
    let mended = mend_split_letters(bytes);
    assert_eq!(&mended[17..], b"SUMMARY:Qu\xc3\xa9 d\xc3\r\n\xada\r\n and more".as_slice());
}

#[test]
fn a_school_has_its_times_in_a_zone_of_its_own() {
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Eastern Standard Time\r\n\
                BEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n\
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\n\
                BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n\
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    let with = |day: &str| {
        let times = format!("DTSTART;TZID=\"Eastern Standard Time\":{day}T183000\r\nDURATION:PT1H30M");
        event(&times).replace("BEGIN:VEVENT", &format!("{zone}BEGIN:VEVENT"))
    };
    for (day, begins, ends) in [
        ("20260302", "2026-03-02T18:30:00-05:00", "2026-03-02T20:00:00-05:00"),
        ("20260615", "2026-06-15T18:30:00-04:00", "2026-06-15T20:00:00-04:00"),
        ("20261101", "2026-11-01T18:30:00-05:00", "2026-11-01T20:00:00-05:00"),
    ] {
        assert_eq!(times(&with(day)), [["Board meeting", begins, ends].map(str::to_owned)]);
    }
    assert_eq!(said(&with("20260302")), Vec::<String>::new());
    // Read where clocks show another time.
    let there = table::table(&with("20260302"), Lang::En, &Named(Tz::America__Denver), today()).unwrap();
    assert_eq!(there.rows[0].1[1], "2026-03-02T16:30:00-07:00");
}

#[test]
fn a_zone_that_nobody_explains_is_that_of_the_clocks_here_and_told() {
    let text = event("DTSTART;TZID=Somewhere:20260302T183000");
    assert_eq!(starts(&text), ["2026-03-02T18:30:00-05:00"]);
    assert!(said(&text)[0].contains("“Somewhere”"));
    assert_eq!(starts(&event("DTSTART:20260302T183000")), ["2026-03-02T18:30:00-05:00"], "as it is shown anywhere");
    assert_eq!(starts(&event("DTSTART:20260302T233000Z")), ["2026-03-02T18:30:00-05:00"]);
    assert_eq!(starts(&event("DTSTART;TZID=Etc/UTC:20260302T233000")), ["2026-03-02T18:30:00-05:00"]);
}

#[test]
fn a_zone_that_the_calendar_explains_is_followed_to_the_minute() {
    let zone = rules(&HERE, 2026..=2026).unwrap().lines("School time").join("\r\n");
    // On March 8, 2026, clocks go from 2:00 forward to 3:00, and on November 1 from 2:00 back to 1:00.
    for (shown, moment) in [
        ("20260308T015900", "2026-03-08T01:59:00-05:00"),
        ("20260308T020000", "2026-03-08T03:00:00-04:00"),
        ("20260308T025900", "2026-03-08T03:59:00-04:00"),
        ("20260308T030000", "2026-03-08T03:00:00-04:00"),
        ("20261101T015900", "2026-11-01T01:59:00-04:00"),
        ("20261101T020000", "2026-11-01T02:00:00-05:00"),
    ] {
        let one = event(&format!("DTSTART;TZID=School time:{shown}"));
        assert_eq!(starts(&one.replacen("BEGIN:VEVENT", &format!("{zone}\r\nBEGIN:VEVENT"), 1)), [moment], "{shown}");
    }
}

#[test]
fn whole_days_end_before_the_day_that_is_named() {
    let one = event("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260303");
    assert_eq!(times(&one)[0][1..], ["2026-03-02T00:00:00-05:00", ""]);
    let several = event("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260307");
    assert_eq!(times(&several)[0][1..], ["2026-03-02T00:00:00-05:00", "2026-03-06T23:59:00-05:00"]);
}

#[test]
fn what_comes_again_is_a_row_for_each_day() {
    let text = event(
        "DTSTART:20261006T183000\r\nDTEND:20261006T203000\r\nRRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=4\r\n\
         EXDATE:20261201T183000\r\nRDATE:20261208T183000",
    );
    let moved = "BEGIN:VEVENT\r\nUID:a@school.example\r\nSUMMARY:Board meeting (moved)\r\n\
                 RECURRENCE-ID:20261103T183000\r\nDTSTART:20261104T183000\r\nEND:VEVENT\r\nEND:VCALENDAR";
    let text = text.replace("END:VCALENDAR", moved);
    let wanted = [
        ["Board meeting", "2026-10-06T18:30:00-04:00", "2026-10-06T20:30:00-04:00"],
        ["Board meeting", "2026-12-08T18:30:00-05:00", "2026-12-08T20:30:00-05:00"],
        ["Board meeting", "2027-01-05T18:30:00-05:00", "2027-01-05T20:30:00-05:00"],
        ["Board meeting (moved)", "2026-11-04T18:30:00-05:00", ""],
    ];
    assert_eq!(times(&text), wanted.map(|row| row.map(str::to_owned)));
    assert_eq!(said(&text), ["This event comes again. Its days from Oct 6, 2026 through Jan 5, 2027 are imported: 3"]);
    // The day that was moved keeps its identity.
    let ids = |text: &str| -> Vec<String> {
        table_of(text).unwrap().rows.into_iter().map(|(_, cells)| cells[7].clone()).collect()
    };
    let plain = ids(&event("DTSTART:20261006T183000\r\nRRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=2"));
    assert_eq!(plain[1], ids(&text)[3]);
    assert_eq!(ids(&text), ids(&text));
}

#[test]
fn what_comes_again_for_ever_is_followed_for_a_year_both_ways() {
    let days = starts(&event("DTSTART:20190107T090000\r\nRRULE:FREQ=WEEKLY"));
    assert_eq!((days.len(), &*days[0]), (104, "2025-12-01T09:00:00-05:00"));
    let daily = starts(&event("DTSTART:20190107T090000\r\nRRULE:FREQ=DAILY"));
    assert_eq!(daily.len(), 500, "and no more than so many days");
    let hourly = event("DTSTART:20260302T090000\r\nRRULE:FREQ=HOURLY");
    assert_eq!(starts(&hourly).len(), 1);
    assert!(said(&hourly)[0].contains("Only its first day"));
}

#[test]
fn what_is_ours_comes_back_as_it_was() {
    let all = [
        entry(
            "¿Qué hay, vecino?; “Comida”, a\\b",
            at("2026-07-04T18:00:00-04:00"),
            Some(at("2026-07-05T00:30:00-04:00")),
        ),
        Entry { status: Status::Canceled, ..entry("Class", at("2026-12-04T18:00:00-05:00"), None) },
    ];
    let file = write("Outreach", &all, &HERE, Some("America/New_York"));
    let rows = table_of(&file).unwrap().rows;
    assert_eq!(rows[0].1[..4], [&*all[0].title, "2026-07-04T18:00:00-04:00", "2026-07-05T00:30:00-04:00", "Confirmed"]);
    assert_eq!(rows[1].1[3], "Canceled");
    assert_eq!(rows[0].1[7], Id(7).to_string());
}

#[test]
fn a_bad_calendar_is_told_by_its_lines() {
    assert_eq!(table_of("BEGIN:VCALENDAR\r\nEND:VCALENDAR"), Err(Unreadable::Empty));
    assert_eq!(table_of(&event("DTSTART:20260230T090000")), Err(Unreadable::NoRows));
    let text = calendar(
        "BEGIN:VEVENT\nSUMMARY:No start\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260302T090000\nDTEND:20260302T080000\n\
         DESCRIPTION:First line\nsecond line\\, not folded\nNote: bring chairs\n more\nATTENDEE:mailto:a@example.org\n\
         BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:Reminder\nEND:VALARM\n\
         BEGIN:VTODO\nSUMMARY:Buy paper\nEND:VTODO\n",
    );
    let table = table_of(&text).unwrap();
    let told: Vec<(u64, String)> =
        table.problems.iter().map(|problem| (problem.line, problem.message.say(Lang::En))).collect();
    assert_eq!(
        told,
        [
            (3, "This event was skipped: it does not say when it begins".to_owned()),
            (6, "This event ends before it begins. It is imported without an end".to_owned()),
            (6, "This event has no name. It is called “Event”".to_owned()),
            (1, "Not imported from this calendar: tasks (1), people who are invited or to be asked (1)".to_owned()),
        ]
    );
    assert_eq!(table.rows[0].1[5], "First line\nsecond line, not folded\nNote: bring chairsmore");
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn any_words_come_back_as_they_were(words in "\\PC{0,200}(\n\\PC{0,90}){0,3}") {
        let value = escaped(&words);
        prop_assert_eq!(text(&value), words.trim());
        let entry = Entry { description: words.clone(), ..entry("x", at("2026-03-02T09:00:00-05:00"), None) };
        let file = write("x", &[entry], &HERE, None);
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let Calendar { entries, outside, .. } = Calendar::read(&file);
        prop_assert_eq!(&entries[0].description, words.trim());
        prop_assert!(outside.is_empty());
    }

    #[test]
    fn nothing_that_is_read_breaks_it(text in "(BEGIN:VCALENDAR|BEGIN:VEVENT|END:VEVENT|BEGIN:VTIMEZONE|END:VTIMEZONE|BEGIN:STANDARD|END:STANDARD|DTSTART[;:A-Z=0-9]{0,20}|DTEND:[0-9T]{0,15}|RRULE:[A-Z=;0-9,-]{0,40}|TZID:\\PC{0,5}|TZOFFSETTO:[+-]?[0-9]{0,6}|DURATION:[-PTDHMS0-9]{0,12}|SUMMARY:\\PC{0,20}|\\PC{0,20}|\r?\n[ \t]?){0,40}") {
        drop(table_of(&text));
        drop(mend_split_letters(text.into_bytes()));
    }
}

proptest! {
    // Each asks a zone for its changes over eight years.
    #![proptest_config(cases(200))]

    #[test]
    fn any_time_comes_back_as_it_was(seconds in 1_200_000_000i64..2_500_000_000, zone in 0usize..6) {
        let zones = [
            Tz::America__New_York, Tz::America__Phoenix, Tz::America__Anchorage, Tz::Europe__Madrid,
            Tz::Australia__Sydney, Tz::Africa__Casablanca,
        ];
        let zone = Named(zones[zone]);
        let ms = seconds / 60 * 60_000;
        let file = write("x", &[entry("x", When::At(ms), None)], &zone, Some("Some/Zone"));
        let read = table::table(&file, Lang::En, &Named(Tz::UTC), today()).unwrap();
        let back = date::moment(&read.rows[0].1[1]).unwrap().timestamp_millis();
        prop_assert_eq!(back, ms, "{}", file);
    }
}
