use super::*;
use crate::model::testing::cases;
use chrono::Weekday;
use proptest::prelude::*;

/// Pieces that lines about days are made of, and others.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "every",
        "each",
        "other",
        "second",
        "last",
        "the",
        "of",
        "month",
        "Tuesday",
        "Tuesdays",
        "mon",
        "sat",
        "may",
        "May",
        "Feb",
        "3",
        "3rd",
        "15",
        "31st",
        "2027",
        "at",
        "3pm",
        "3:30",
        "p.m.",
        "-",
        "/",
        ",",
        ".",
        ":",
        "(",
        ")",
        "@",
        "@May",
        "until",
        "June",
        "starting",
        "week",
        "weeks",
        "days",
        "in",
        "two",
        "a",
        "from",
        "now",
        "tomorrow",
        "next",
        "twice",
        "times",
        "noon",
        "cada",
        "los",
        "el",
        "la",
        "un",
        "sí",
        "y",
        "otro",
        "no",
        "segundo",
        "último",
        "martes",
        "jueves",
        "sábado",
        "mes",
        "de",
        "del",
        "febrero",
        "marzo",
        "mañana",
        "pasado",
        "dentro",
        "dos",
        "semanas",
        "a las",
        "hasta",
        "junio",
        "mar",
        "primero",
        "1.º",
        "día",
        "días",
        "13/2",
        "2/3",
        "and",
        "Monday-Friday",
        "M/W/F",
        "L/M/V",
        "MWF",
        "end of",
        "fin de",
        "each",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => "[0-9]{1,10}", 1 => any::<String>()]
}

fn lines() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec![" ", " ", " ", "", "  ", "\t", "\u{a0}"]);
    prop::collection::vec((pieces(), gap), 0..10)
        .prop_map(|parts| parts.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect())
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0u64..4000).prop_map(|days| day("2024-01-01") + Days::new(days))
}

/// Rules that have words.
fn rules() -> impl Strategy<Value = Rule> {
    use Frequency::{Daily, Monthly, Weekly, Yearly};
    let weekday = (0u8..7).prop_map(|at| Weekday::try_from(at).unwrap());
    let weekdays = prop::collection::btree_set(0u8..7, 1..5).prop_map(|days| {
        days.into_iter().map(|at| Nth { nth: 0, weekday: Weekday::try_from(at).unwrap() }).collect::<Vec<_>>()
    });
    let which = prop::sample::select(vec![1i8, 2, 3, 4, 5, -1, -2]);
    let nths = prop::collection::vec((which, weekday).prop_map(|(nth, weekday)| Nth { nth, weekday }), 1..4);
    let month_days = prop_oneof![
        3 => prop::collection::btree_set(1i8..=31, 1..4).prop_map(|days| days.into_iter().collect::<Vec<_>>()),
        1 => Just(vec![-1]),
    ];
    let date = (1u8..=12, 1i8..=28);
    let shape = prop_oneof![
        Just(Rule::every(1, Daily)),
        weekdays.prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Weekly) }),
        nths.clone().prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Monthly) }),
        month_days.prop_map(|month_days| Rule { month_days, ..Rule::every(1, Monthly) }),
        date.prop_map(|(month, day)| Rule { months: vec![month], month_days: vec![day], ..Rule::every(1, Yearly) }),
        (1u8..=12, nths).prop_map(|(month, weekdays)| Rule { months: vec![month], weekdays, ..Rule::every(1, Yearly) }),
    ];
    let end = prop_oneof![
        2 => Just(End::Never),
        1 => (1u32..30).prop_map(End::After),
        2 => (2000u64..4000).prop_map(|days| End::On(day("2030-01-01") + Days::new(days))),
    ];
    (shape, prop_oneof![3 => Just(1u32), 2 => Just(2), 1 => 3u32..7], end).prop_map(|(rule, interval, end)| Rule {
        interval,
        end,
        ..rule
    })
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn whatever_is_typed_nothing_of_it_is_lost(line in lines(), today in days(), back: bool, spanish: bool, from in 0usize..40, length in 0usize..20) {
        let lang = if spanish { Lang::Es } else { Lang::En };
        let looks = if back { Looks::Back } else { Looks::Ahead };
        let taken = std::iter::once(from..from + length).collect::<Vec<_>>();
        let read = read(&line, &Around { today, lang, looks, taken: &taken });
        let (mut at, mut outside) = (0, String::new());
        for span in &read.spans {
            prop_assert!(at <= span.start && span.start < span.end && span.end <= line.len());
            prop_assert!(line.is_char_boundary(span.start) && line.is_char_boundary(span.end));
            outside.push_str(&line[at..span.start]);
            at = span.end;
        }
        outside.push_str(&line[at..]);
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&outside), bare(&read.rest));
        if read.spans.is_empty() {
            prop_assert_eq!(&read.when, &When::Nothing);
            prop_assert_eq!(&read.rest, line.trim());
        }
        let mut all = vec![&read.when];
        if let When::Asks(asked) = &read.when {
            let unfilled = asked.say().say(lang).contains('{');
            prop_assert!(!unfilled);
            all = asked.choices.iter().collect();
            let known = all.iter().all(|when| matches!(when, When::Day(_) | When::Rule { .. }));
            prop_assert!(known);
        }
        for when in all {
            // What is offered or taken has words, and a rule has days.
            prop_assert!(*when == When::Nothing || say_when(when).is_some(), "{:?}", when);
            if let When::Rule { rule, first } = when {
                prop_assert_eq!(rule.days(*first).next(), Some(*first));
                prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule.clone()));
            }
        }
    }

    #[test]
    fn nothing_makes_it_stumble(line in any::<String>(), today in days()) {
        read(&line, &Around::on(today, Lang::En));
    }

    #[test]
    fn a_rule_that_was_said_is_read_again(rule in rules(), today in days()) {
        let said = super::super::say(&rule).unwrap();
        for lang in Lang::ALL {
            let words = said.say(lang);
            let read = read(&words, &Around::on(today, lang));
            match &read.when {
                When::Rule { rule: read, .. } => prop_assert_eq!(read, &rule, "{}", words),
                // What comes true on no day, or on none before it ends.
                When::Asks(Asked { why: Why::Never, .. }) => {}
                other => prop_assert!(false, "{}: {:?}", words, other),
            }
            prop_assert_eq!(&*read.rest, "", "{}", words);
        }
    }

    #[test]
    fn weekdays_by_their_letters_are_read_as_those(at in prop::collection::btree_set(0usize..7, 2..7), spanish: bool, today in days()) {
        let english = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let letters = if spanish { ["Lu", "Ma", "Mi", "Ju", "Vi", "Sa", "Do"] } else { english };
        let words = at.iter().map(|at| letters[*at]).collect::<Vec<_>>().join("/");
        let read = read(&format!("desk {words}"), &Around::on(today, Lang::En));
        let weekdays = at.iter().map(|at| Nth { nth: 0, weekday: Weekday::try_from(u8::try_from(*at).unwrap()).unwrap() });
        let rule = Rule { weekdays: weekdays.collect(), ..Rule::every(1, Frequency::Weekly) };
        let is_it = matches!(&read.when, When::Rule { rule: read, .. } if *read == rule);
        prop_assert!(is_it, "{}: {:?}", words, read.when);
        prop_assert_eq!(&*read.rest, "desk");
        // And it is said in words that are read again.
        let said = super::super::say(&rule).unwrap().say(Lang::Es);
        prop_assert_eq!(super::super::read(&said, &Around::on(today, Lang::Es)).when, read.when);
    }

    #[test]
    fn a_day_that_was_said_is_read_again(meant in days(), today in days()) {
        for lang in Lang::ALL {
            let words = say_when(&When::Day(meant)).unwrap().say(lang);
            prop_assert_eq!(read(&words, &Around::on(today, lang)).when, When::Day(meant), "{}", words);
        }
    }
}
