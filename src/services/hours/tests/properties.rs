//! Every answer is held against one that goes through the minutes one by one and knows nothing of spans.

use super::super::reading::read;
use super::super::said::said as said_on_paper;
use super::super::{Clock, Days, Exception, Hours, OnDay, Open, SameTime, Schedule, Standing, coming, standing};
use super::NewYork;
use crate::model::date::{Zone, local};
use crate::model::recurrence::{End, Frequency, Nth, Rule};
use crate::model::testing::cases;
use crate::model::text::Lang;
use chrono::{Days as Count, NaiveDate, NaiveDateTime, Weekday};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

const MINUTE: i64 = 60_000;
/// Around which days clocks change, and one around which they do not.
const FROM: [&str; 3] = ["2026-03-05", "2026-10-28", "2026-06-10"];

fn open() -> impl Strategy<Value = Open> {
    let hour = |hour: u16| hour * 60;
    prop_oneof![
        6 => (0u16..24, 1u16..=12).prop_map(move |(opens, lasts)| Open::Span { opens: hour(opens), lasts: hour(lasts) }),
        2 => (0u16..1440, 1u16..1440).prop_map(|(opens, lasts)| Open::Span { opens, lasts }),
        2 => Just(Open::ALL_DAY),
        1 => Just(Open::Closed),
        1 => Just(Open::ByAppointment),
        1 => Just(Open::Unclear),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    let weekday = (0u8..7).prop_map(|at| Weekday::try_from(at).unwrap());
    let weekdays = prop::collection::vec(weekday.clone().prop_map(|weekday| Nth { nth: 0, weekday }), 1..6);
    let nth = (prop_oneof![Just(-1i8), 1i8..=5], weekday).prop_map(|(nth, weekday)| Nth { nth, weekday });
    prop_oneof![
        4 => weekdays.clone().prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Frequency::Weekly) }),
        1 => weekdays.prop_map(|weekdays| Rule { weekdays, ..Rule::every(2, Frequency::Weekly) }),
        1 => prop::collection::vec(nth, 1..3).prop_map(|weekdays| Rule { weekdays, ..Rule::every(1, Frequency::Monthly) }),
        1 => Just(Rule::every(1, Frequency::Daily)),
    ]
}

/// Hours around a day.
fn hours(about: NaiveDate) -> impl Strategy<Value = Hours> {
    let day = (0u64..14).prop_map(move |after| about + Count::new(after));
    let bound = prop::option::weighted(0.2, day.clone());
    let end = prop_oneof![4 => Just(End::Never), 1 => day.clone().prop_map(End::On)];
    let schedule = (rule(), end, open(), bound.clone(), bound).prop_map(move |(rule, end, open, from, to)| Schedule {
        rule: Rule { end, ..rule },
        first: about - Count::new(30),
        from,
        to,
        open,
    });
    let exception = (day, 0u64..3, prop::collection::vec(open(), 0..3))
        .prop_map(|(from, length, open)| Exception { days: Days::Between(from, from + Count::new(length)), open });
    (prop::collection::vec(schedule, 1..4), prop::collection::vec(exception, 0..3))
        .prop_map(|(regular, exceptions)| Hours { regular, exceptions, ..Hours::default() })
}

fn cases_of_hours() -> impl Strategy<Value = (Hours, i64)> {
    (0usize..3).prop_flat_map(|at| {
        let about = crate::model::date::day(FROM[at]).unwrap();
        let noon = about.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_millis();
        (hours(about), (0i64..10 * 1440).prop_map(move |minutes| noon + minutes * MINUTE))
    })
}

/// What is said of a day, read anew from what hours mean.
#[derive(Debug, Default)]
struct Said {
    spans: Vec<(u16, u16, Option<NaiveDate>)>,
    appointment: bool,
    unknown: bool,
}

fn said(hours: &Hours, day: NaiveDate) -> Said {
    let between = |exception: &&Exception| match exception.days {
        Days::Between(from, to) => (from..=to).contains(&day),
        _ => false,
    };
    let length = |exception: &&Exception| match exception.days {
        Days::Between(from, to) => to - from,
        _ => chrono::TimeDelta::zero(),
    };
    // Of those of the same length, the last one.
    let exception = hours.exceptions.iter().rev().filter(between).min_by_key(length);
    let has = |schedule: &&Schedule| schedule.rule.days(schedule.first).take_while(|at| *at <= day).any(|at| at == day);
    let is_before = |schedule: &Schedule| schedule.from.is_some_and(|from| day < from);
    let is_past = |schedule: &Schedule| schedule.to.is_some_and(|to| to < day);
    let holds = |schedule: &&Schedule| !is_before(schedule) && !is_past(schedule);
    let all: Vec<(Open, Option<NaiveDate>)> = match exception {
        Some(exception) => exception.open.iter().map(|open| (*open, None)).collect(),
        None => {
            let known: Vec<&Schedule> = hours.regular.iter().filter(holds).collect();
            let named: Vec<_> = known.iter().copied().filter(has).map(|one| (one.open, one.to)).collect();
            let newest = known.iter().filter_map(|one| one.from).max();
            let old = hours.regular.iter().filter(has).filter(|one| is_past(one));
            let lost = old.into_iter().any(|one| newest.is_none_or(|newest| newest <= one.to.unwrap()));
            if known.is_empty() || named.is_empty() && lost {
                return Said { unknown: true, ..Said::default() };
            }
            named
        }
    };
    if all.iter().any(|(open, _)| *open == Open::Unclear) {
        return Said { unknown: true, ..Said::default() };
    }
    if all.iter().any(|(open, _)| *open == Open::Closed) {
        return Said::default();
    }
    let spans = all.iter().filter_map(|(open, to)| match open {
        Open::Span { opens, lasts } => Some((*opens, *lasts, *to)),
        _ => None,
    });
    Said {
        spans: spans.collect(),
        appointment: all.iter().any(|(open, _)| *open == Open::ByAppointment),
        unknown: false,
    }
}

/// What clocks show in every minute from some days before one of [`FROM`] on, and where they first show a time.
struct Shown {
    first: i64,
    shown: Vec<NaiveDateTime>,
    at_first: HashMap<NaiveDateTime, usize>,
}

static SHOWN: LazyLock<Vec<Shown>> = LazyLock::new(|| FROM.iter().map(|from| Shown::of(from)).collect());

impl Shown {
    fn of(from: &str) -> Shown {
        let begins = crate::model::date::day(from).unwrap() - Count::new(2);
        let utc = begins.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis();
        let first = utc - i64::from(NewYork.offset_at(utc)) * MINUTE;
        let shown: Vec<_> = (0..24 * 1440).map(|at| local(first + at * MINUTE, &NewYork).naive_local()).collect();
        let mut at_first = HashMap::new();
        for (at, shown) in shown.iter().enumerate() {
            at_first.entry(*shown).or_insert(at);
        }
        Shown { first, shown, at_first }
    }

    fn place(&self, day: NaiveDate, minute: u16) -> usize {
        let wanted = day.and_hms_opt(0, 0, 0).unwrap() + chrono::TimeDelta::minutes(minute.into());
        if let Some(at) = self.at_first.get(&wanted) {
            return *at;
        }
        // Skipped: as many minutes after the last one before it as clocks would have shown. Or beyond what is looked at.
        let before = self.shown.iter().rposition(|shown| *shown < wanted).unwrap_or(0);
        before + usize::try_from((wanted - self.shown[before]).num_minutes()).unwrap()
    }
}

/// Which of these minutes are open.
struct Minutes {
    first: i64,
    open: Vec<bool>,
    days: BTreeMap<NaiveDate, Said>,
    shown: &'static [NaiveDateTime],
    /// Whether it is ever open to whoever comes, also beyond what is looked at.
    may_open: bool,
}

impl Minutes {
    fn of(hours: &Hours, of: &'static Shown) -> Minutes {
        let mut open = vec![false; of.shown.len()];
        let from = of.shown[0].date();
        let days: BTreeMap<NaiveDate, Said> = from.iter_days().take(23).map(|day| (day, said(hours, day))).collect();
        for (day, said) in &days {
            for (opens, lasts, last) in &said.spans {
                let (from, end) = (of.place(*day, *opens), of.place(*day, opens + lasts).min(open.len()));
                let minutes = open.iter_mut().zip(&of.shown).take(end).skip(from);
                minutes.for_each(|(open, shown)| *open |= last.is_none_or(|last| shown.date() <= last));
            }
        }
        // Beyond the last day that was looked at, nothing is said.
        let end = of.shown.iter().position(|shown| shown.date() > from + Count::new(21)).unwrap();
        open.truncate(end);
        let mut all =
            hours.regular.iter().map(|one| one.open).chain(hours.exceptions.iter().flat_map(|one| one.open.clone()));
        let may_open = all.any(|open| matches!(open, Open::Span { .. }));
        Minutes { first: of.first, open, days, shown: &of.shown[..end], may_open }
    }

    fn day_of(&self, at: usize) -> NaiveDate {
        self.shown[at].date()
    }

    fn moment(&self, at: usize) -> i64 {
        self.first + at as i64 * MINUTE
    }

    /// What must be answered at a minute; `None` where what is looked at does not reach far enough.
    fn answer(&self, now: usize) -> Option<Result<Standing, ()>> {
        let today = self.day_of(now);
        let rest = |is: bool| (now..self.open.len()).find(|at| self.open[*at] == is);
        if self.open[now] {
            return Some(Ok(Standing::Open { until: Some(self.moment(rest(false)?)) }));
        }
        if self.days[&today].unknown {
            return Some(Err(()));
        }
        let opens = rest(true);
        let unknown = self.days.iter().find(|(day, said)| **day > today && said.unknown).map(|(day, _)| *day);
        let known_until = unknown.or_else(|| opens.map(|at| self.day_of(at)));
        if let Some(at) = opens.filter(|at| unknown.is_none_or(|unknown| self.day_of(*at) < unknown)) {
            if self.days[&today].appointment && self.day_of(at) > today {
                return Some(Ok(Standing::ByAppointment));
            }
            return Some(Ok(Standing::Closed { opens: Some(self.moment(at)) }));
        }
        // It may open beyond what is looked at, and then that is the answer.
        if unknown.is_none() && self.may_open {
            return None;
        }
        let mut asked = self.days.iter().filter(|(day, _)| **day >= today && known_until.is_none_or(|end| **day < end));
        if asked.any(|(_, said)| said.appointment) {
            return Some(Ok(Standing::ByAppointment));
        }
        unknown.map(|_| Ok(Standing::Closed { opens: None }))
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn every_answer_is_that_of_going_through_the_minutes((hours, now) in cases_of_hours()) {
        let clock = Clock::new(now, &NewYork);
        let is = standing(&hours, Some(clock.today()), &clock);
        let shown = SHOWN.iter().find(|shown| (shown.first..shown.first + 24 * 1440 * MINUTE).contains(&now)).unwrap();
        let minutes = Minutes::of(&hours, shown);
        match minutes.answer(usize::try_from((now - shown.first) / MINUTE).unwrap()) {
            // Who is open for more than a week on end is open around the clock.
            Some(Ok(Standing::Open { until: Some(until) })) if until > now + 7 * 1440 * MINUTE => {
                prop_assert!(is.is_open(), "{:?}", is);
            }
            Some(Ok(wanted)) => prop_assert_eq!(is, wanted),
            Some(Err(())) => prop_assert!(matches!(is, Standing::CallFirst(_)), "{:?}", is),
            // Open or closed beyond what was looked at.
            None => prop_assert!(!matches!(is, Standing::CallFirst(_)), "{:?}", is),
        }
    }

    /// Where an answer says until when it holds, it is another one from then on, and the same up to then.
    #[test]
    fn an_answer_holds_until_it_says((hours, now) in cases_of_hours()) {
        let clock = Clock::new(now, &NewYork);
        let verified = Some(clock.today());
        let at = |ms: i64| standing(&hours, verified, &clock.at(ms));
        match at(now) {
            Standing::Open { until: Some(until) } => {
                prop_assert!(until > now);
                prop_assert!(at(until - 1).is_open());
                prop_assert!(!at(until).is_open());
            }
            Standing::Closed { opens: Some(opens) } => {
                prop_assert!(opens > now);
                prop_assert!(!at(opens - 1).is_open());
                prop_assert!(at(opens).is_open());
            }
            _ => {}
        }
    }

    /// Clocks that were asked once say what the zone says.
    #[test]
    fn clocks_are_those_of_the_zone(now in 1_767_000_000_000i64..1_798_000_000_000, after in -3i64..100) {
        let clock = Clock::new(now, &NewYork);
        let then = now + after * 86_400_000;
        prop_assert_eq!(clock.offset_at(then), NewYork.offset_at(then));
    }

    #[test]
    fn what_is_said_of_coming_days_is_what_is_open_then((hours, now) in cases_of_hours()) {
        let clock = Clock::new(now, &NewYork);
        let verified = Some(clock.today());
        let days = coming(&hours, verified, &clock, 4);
        for nights in days.windows(2) {
            for minute in (0..1440).step_by(97) {
                let at = clock.minute(nights[1].0, minute);
                let has = |on: &OnDay| match on {
                    OnDay::Open { spans, .. } => spans.iter().any(|(from, until)| *from <= at && at < *until),
                    _ => false,
                };
                let told = nights.iter().any(|(_, on)| has(on));
                prop_assert_eq!(standing(&hours, verified, &clock.at(at)).is_open(), told, "{:?} {}", nights, minute);
            }
        }
    }

    /// What paper says in plain words is read back as what the badge says.
    #[test]
    fn hours_on_paper_are_those_of_the_badge((mut hours, now) in cases_of_hours(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let clock = Clock::new(now, &NewYork);
        let today = clock.today();
        // Until when hours are known to hold is said in words that nothing reads.
        for schedule in &mut hours.regular {
            (schedule.from, schedule.to) = (None, None);
        }
        // Of several exceptions of one day the shortest counts, and its hours are in words which nobody reads.
        hours.exceptions.clear();
        if let Some(lines) = said_on_paper(&hours, today, lang) {
            let printed = read(&lines.join("\n"), SameTime::TYPED);
            prop_assert_eq!(&printed.unread, &Vec::<String>::new(), "{:?}", lines);
            for after in [0, 5 * 60, 26 * 60, 75 * 60] {
                let at = clock.at(now + after * MINUTE);
                prop_assert_eq!(standing(&printed, Some(today), &at), standing(&hours, Some(today), &at), "{:?}", lines);
            }
        }
    }

    /// What an import brings is kept as text, and means the same.
    #[test]
    fn written_hours_are_read_again((hours, now) in cases_of_hours()) {
        let read = read(&hours.to_string(), SameTime::TYPED);
        prop_assert_eq!(&read.unread, &Vec::<String>::new(), "{}", hours);
        let clock = Clock::new(now, &NewYork);
        let verified = Some(clock.today());
        prop_assert_eq!(standing(&read, verified, &clock), standing(&hours, verified, &clock), "{}", hours);
    }

    #[test]
    fn whatever_is_typed_is_read_or_kept(text in "[A-Za-z0-9 :;,.\\-–/áéñ\n\\[\\]]{0,60}") {
        let read = read(&text, SameTime::TYPED);
        prop_assert!(!read.is_empty() || !text.contains(char::is_alphanumeric) || only_fillers(&text), "{:?}", read);
    }
}

/// Whether a text has only words that say nothing of their own.
fn only_fillers(text: &str) -> bool {
    let words = crate::model::fold::Words::of(text);
    let fillers = ["and", "y", "from", "de", "open", "on", "los", "las", "el", "la", "at", "is", "are", "hours", "a"];
    words.as_str().split(' ').all(|word| fillers.contains(&word))
}
