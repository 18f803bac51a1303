//! How fast events of many years are looked through, natively: a month of the calendar, the totals of a year, and a large
//! calendar that is read. `make bench` prints the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use chrono::{Days, NaiveDate};
use porchlight::capabilities::ALL;
use porchlight::capabilities::kinds::KINDS;
use porchlight::events::closing::open;
use porchlight::events::{calendar, promotion, report};
use porchlight::formats::ics;
use porchlight::model::book::Book;
use porchlight::model::date::Now;
use porchlight::model::id::Id;
use porchlight::model::index::Index;
use porchlight::model::order;
use porchlight::model::text::Lang;
use porchlight::model::value::Value;
use porchlight::work::calendar::{OnCalendar, entries, month};
use std::hint::black_box;
use std::time::Instant;

const EVENTS: usize = 5_000;
const PARTNERS: usize = 200;
/// How many events a calendar of about 50 MB has.
const IN_FILE: usize = 160_000;

/// 1 December 2026.
const NOW: Now = Now { ms: 1_796_126_400_000, offset_minutes: -300 };

fn event(at: usize) -> Id {
    Id(1 << 90 | at as u128)
}

fn partner(at: usize) -> Id {
    Id(2 << 90 | at as u128)
}

/// Five years of events, each with a partner, somebody of the library and two taps of a tally.
fn book() -> Book {
    let first = NaiveDate::from_ymd_opt(2022, 7, 1).unwrap();
    let one_of = |list: &[&str], at: usize| Value::text(list[at % list.len()]);
    let mut book = Book::new(KINDS);
    let mut seq = 0;
    let mut write = |kind: &'static str, id: Id, fields: Vec<(&str, Value)>| {
        seq += 1;
        book.absorb(&made::written(seq, (kind, id, order::values(fields))));
    };
    for at in 0..PARTNERS {
        write(
            "partner",
            partner(at),
            vec![
                ("name", Value::Text(format!("Partner {at:03}"))),
                ("type", one_of(&["school", "media", "health"], at)),
            ],
        );
    }
    for at in 0..EVENTS {
        let day = first + Days::new((at * 1_826 / EVENTS) as u64);
        let fields = vec![
            ("name", Value::Text(format!("Storytime {at}"))),
            ("when", Value::Text(format!("{day}T10:00:00-05:00"))),
            ("ends", Value::Text(format!("{day}T11:00:00-05:00"))),
            ("location", Value::Text(format!("Room {}", at % 40))),
            ("type", one_of(&["storytime", "class", "booth", "school_visit"], at)),
            ("audience", one_of(&["ages_0_5", "ages_6_11", "all_ages"], at)),
            ("format", one_of(&["on_site", "off_site"], at)),
            ("status", one_of(&["held", "held", "held", "planned"], at)),
            ("gives", Value::Bool(true)),
            ("for_group", Value::Bool(true)),
            ("set_time", Value::Bool(true)),
            ("participants", Value::Number((at % 60) as f64)),
        ];
        write("event", event(at), fields);
        let link = |id: Id| Value::Text(id.to_string());
        let with = vec![
            ("event", link(event(at))),
            ("partner", link(partner(at % PARTNERS))),
            ("capacity", Value::text("host")),
        ];
        write("event_partner", Id(3 << 90 | at as u128), with);
        let staff = vec![("event", link(event(at))), ("minutes", Value::Number(90.0))];
        write("event_staff", Id(4 << 90 | at as u128), staff);
        for tap in 0..2 {
            let tap = Id(5 << 90 | (at * 2 + tap) as u128);
            write(
                "tally_mark",
                tap,
                vec![("event", link(event(at))), ("what", Value::text("ages_0_5")), ("by", Value::Number(1.0))],
            );
        }
    }
    book
}

/// Does something some times, and writes a line: how long it took the first time, and at the median.
fn measure<T>(what: &str, mut does: impl FnMut() -> T) {
    let mut times: Vec<f64> = (0..9)
        .map(|_| {
            let begun = Instant::now();
            black_box(does());
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    let first = times[0];
    times.sort_by(f64::total_cmp);
    println!("| {what:<44} | {first:>10.2} | {:>10.2} |", times[times.len() / 2]);
}

/// A calendar of another program, with lines that are folded.
fn large_calendar() -> String {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let mut file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for at in 0..IN_FILE {
        let day = (first + Days::new((at % 700) as u64)).format("%Y%m%d").to_string();
        file += &format!(
            "BEGIN:VEVENT\r\nUID:{at}@school.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{day}T140000Z\r\nDTEND:{day}T150000Z\r\n\
             SUMMARY:Meeting {at}\r\nLOCATION:Room {}\r\nDESCRIPTION:Please bring a pencil and the paper that was sent home las\r\n \
             t week\\, and be on time. Parking is behind the building.\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n",
            at % 40
        );
    }
    file + "END:VCALENDAR\r\n"
}

fn main() {
    let (book, mut index) = (book(), Index::default());
    println!("{EVENTS} events, {PARTNERS} partners\n");
    println!("| {:<44} | {:>10} | {:>10} |", "milliseconds", "first", "median");
    println!("|{:-<46}|{:->12}|{:->12}|", "", ":", ":");
    let shown: Vec<OnCalendar> = ALL.iter().flat_map(|capability| capability.on_calendar).copied().collect();
    let days = month(NOW.today());
    let (from, to) = (days[0], days[days.len() - 1]);
    measure("a month of the calendar", || entries(&book, &mut index, &shown, from, to));
    let year = (NaiveDate::from_ymd_opt(2026, 7, 1).unwrap(), NaiveDate::from_ymd_opt(2027, 6, 30).unwrap());
    measure("the totals of a year", || report::report(&book, &mut index, year, NOW.today(), &|_, _| None));
    // One that is planned for two weeks from now.
    let next = event(4_447);
    measure("who should hear of an event", || promotion::proposals(&book, &mut index, next, NOW.today()));
    measure("Today: events to close", || open::to_close(&book, NOW.moment()));
    let all = calendar::entries(&book, NaiveDate::MIN, NaiveDate::MAX, Lang::En, &|_, _| None);
    measure("all events as a calendar file", || ics::write("Outreach", &all, &NOW, Some("America/New_York")));
    let file = large_calendar();
    let what = format!("a calendar of {} MB read", file.len() / 1_000_000);
    let begun = Instant::now();
    let rows = ics::table::table(&file, Lang::En, &NOW, NOW.today()).map_or(0, |table| table.rows.len());
    println!("| {what:<44} | {:>10.0} | {rows:>5} rows |", begun.elapsed().as_secs_f64() * 1e3);
}
