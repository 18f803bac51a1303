use super::*;
use crate::model::date;
use crate::model::testing::cases;
use proptest::prelude::*;
use rrule::{RRule, Tz, Unvalidated};

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

fn days(rule: &str, first: &str, count: usize) -> Vec<String> {
    rule.parse::<Rule>().unwrap().days(day(first)).take(count).map(|day| day.to_string()).collect()
}

#[test]
fn what_people_plan_by() {
    for (rule, first, wanted) in [
        ("FREQ=WEEKLY", "2026-10-01", ["2026-10-01", "2026-10-08", "2026-10-15"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-10-01", ["2026-10-01", "2026-10-15", "2026-10-29"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-10-01", ["2026-10-02", "2026-10-05", "2026-10-07"]),
        ("FREQ=MONTHLY;BYDAY=2TU", "2026-10-01", ["2026-10-13", "2026-11-10", "2026-12-08"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-10-01", ["2026-10-30", "2026-11-27", "2026-12-25"]),
        ("RRULE:FREQ=YEARLY", "2024-02-29", ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-01-01", ["2026-11-26", "2027-11-25", "2028-11-23"]),
        ("FREQ=DAILY;INTERVAL=3", "2026-02-27", ["2026-02-27", "2026-03-02", "2026-03-05"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-10-01", ["2026-10-30", "2026-11-30", "2026-12-31"]),
    ] {
        assert_eq!(days(rule, first, 3), wanted, "{rule}");
    }
}

#[test]
fn a_day_that_a_month_does_not_have_is_left_out_and_never_moved() {
    let fifth = ["2026-12-29", "2027-03-30", "2027-06-29"];
    assert_eq!(days("FREQ=MONTHLY;BYDAY=5TU", "2026-10-01", 3), fifth);
    let last = ["2026-10-31", "2026-12-31", "2027-01-31"];
    assert_eq!(days("FREQ=MONTHLY", "2026-10-31", 3), last, "as the first day");
    assert_eq!(days("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-01", 3), last);
    let backward = ["2026-10-31", "2026-11-30", "2026-12-31"];
    assert_eq!(days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-10-01", 3), backward);
}

#[test]
fn it_ends_where_it_says() {
    assert_eq!(days("FREQ=WEEKLY;COUNT=2", "2026-10-01", 9), ["2026-10-01", "2026-10-08"]);
    let until = ["2026-10-01", "2026-10-08", "2026-10-15"];
    assert_eq!(days("FREQ=WEEKLY;UNTIL=20261015", "2026-10-01", 9), until, "its last day included");
    assert_eq!(days("FREQ=WEEKLY;UNTIL=20261015T035959Z", "2026-10-01", 9), until);
    assert_eq!(days("FREQ=WEEKLY;UNTIL=20250101", "2026-10-01", 9), Vec::<String>::new());
}

#[test]
fn a_rule_that_never_comes_true_ends() {
    let none = Vec::<String>::new();
    assert_eq!(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-10-01", 1), none);
    assert_eq!(days("FREQ=DAILY;INTERVAL=4000000000", "9999-12-30", 5).len(), 1);
}

#[test]
fn what_cannot_be_followed_is_refused_by_its_part() {
    assert_eq!("".parse::<Rule>(), Err(RuleError::NoFrequency));
    assert_eq!("COUNT=3".parse::<Rule>(), Err(RuleError::NoFrequency));
    for part in [
        "FREQ=HOURLY",
        "BYHOUR=9",
        "BYDAY=XX",
        "BYDAY=",
        "BYDAY=0MO",
        "BYDAY=é",
        "INTERVAL=0",
        "COUNT=-3",
        "COUNT=0",
        "UNTIL=20260230",
        "BYMONTH=13",
        "BYMONTHDAY=32",
        "second Tuesday of",
    ] {
        let refused = format!("FREQ=MONTHLY;{part}").parse::<Rule>();
        assert_eq!(refused, Err(RuleError::Part(part.to_owned())), "{part}");
    }
    assert!("FREQ=WEEKLY;BYDAY=2TU".parse::<Rule>().is_err(), "a week has one Tuesday");
}

/// Rules as calendars write them.
fn rules() -> impl Strategy<Value = Rule> {
    use Frequency::{Daily, Monthly, Weekly, Yearly};
    let weekday = (0u8..7).prop_map(|at| Weekday::try_from(at).unwrap());
    let plain = weekday.clone().prop_map(|weekday| Nth { nth: 0, weekday });
    let nth = (prop_oneof![-2i8..=-1, 1i8..=5], weekday.clone()).prop_map(|(nth, weekday)| Nth { nth, weekday });
    let sorted = |mut days: Vec<Nth>| {
        days.sort_by_key(|day| (day.nth, day.weekday.num_days_from_monday()));
        days.dedup();
        days
    };
    let of_weeks = prop::collection::vec(plain, 1..4).prop_map(sorted);
    let of_months = prop::collection::vec(nth, 1..3).prop_map(sorted);
    let month_days = prop::collection::btree_set(prop_oneof![-3i8..=-1, 1i8..=31], 1..3);
    let months = prop::collection::btree_set(1u8..=12, 1..4);
    let end = prop_oneof![
        (1u32..30).prop_map(End::After),
        (0u64..4000).prop_map(|days| End::On(day("2024-01-01") + Days::new(days))),
    ];
    let shape = prop_oneof![
        Just(Rule::every(1, Daily)),
        Just(Rule::every(1, Weekly)),
        Just(Rule::every(1, Monthly)),
        Just(Rule::every(1, Yearly)),
        of_weeks.clone().prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Weekly) }),
        of_weeks.clone().prop_map(|weekdays| Rule { weekdays, positions: vec![-1], ..Rule::every(1, Monthly) }),
        of_weeks.prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Monthly) }),
        of_months.clone().prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Monthly) }),
        month_days.prop_map(|days| Rule { month_days: days.into_iter().collect(), ..Rule::every(1, Monthly) }),
        (of_months, months).prop_map(|(weekdays, months)| Rule {
            weekdays,
            months: months.into_iter().collect(),
            ..Rule::every(1, Yearly)
        }),
    ];
    let starts = prop_oneof![Just(Weekday::Mon), Just(Weekday::Sun), weekday];
    (shape, 1u32..5, starts, end).prop_map(|(rule, interval, week_start, end)| Rule {
        interval,
        week_start,
        end,
        ..rule
    })
}

/// The days that an independent reader of the same standard finds, none beyond a year.
fn found_elsewhere(rule: &Rule, first: NaiveDate, beyond: i32) -> Vec<NaiveDate> {
    use chrono::TimeZone;
    let noon = Tz::UTC.from_utc_datetime(&first.and_hms_opt(12, 0, 0).unwrap());
    // It wants the end written as the start is.
    let text = match rule.end {
        End::On(_) => format!("{rule}T120000Z"),
        _ => rule.to_string(),
    };
    let read: RRule<Unvalidated> = text.parse().unwrap();
    let Ok(set) = read.build(noon) else { return Vec::new() };
    set.into_iter().map(|moment| moment.date_naive()).take_while(|day| day.year() < beyond).collect()
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn another_reader_of_the_standard_finds_the_same_days(rule in rules(), after in 0u64..3000) {
        let first = day("2020-01-01") + Days::new(after);
        let beyond = first.year() + 25;
        let ours: Vec<NaiveDate> = rule.days(first).take_while(|day| day.year() < beyond).collect();
        prop_assert_eq!(ours, found_elsewhere(&rule, first, beyond), "{} from {}", rule, first);
    }

    #[test]
    fn a_rule_that_was_written_is_read_again(rule in rules()) {
        prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn one_day_is_looked_up_as_going_through_all_days_finds_it(rule in rules(), after in 0u64..3000) {
        let first = day("2020-01-01") + Days::new(after);
        let end = first + Days::new(600);
        let found: Vec<NaiveDate> = rule.days(first).take_while(|day| *day < end).collect();
        let before = first - Days::new(40);
        let looked: Vec<NaiveDate> =
            before.iter_days().take_while(|day| *day < end).filter(|day| rule.is_on(first, *day)).collect();
        prop_assert_eq!(found, looked, "{} from {}", rule, first);
    }
}
