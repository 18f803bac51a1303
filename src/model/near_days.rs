//! The days near today that are offered with one tap, wherever a day is asked for.

use super::date::{self, Now};
use super::field::{Agrees, Field, FieldType};
use super::text::{Lang, Text, t};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

/// The present moment, as a chip says it.
pub const NOW: Text = t("Now", "Ahora");

/// How long what has an end takes as often as not: minutes, and as a chip says it.
pub const LENGTHS: [(i64, Text); 4] = [
    (30, t("30 minutes", "30 minutos")),
    (60, t("1 hour", "1 hora")),
    (90, t("1½ hours", "1 hora y media")),
    (120, t("2 hours", "2 horas")),
];

/// The field that holds when something begins of which this one holds when it ends.
pub fn begins(field: &Field) -> Option<&'static str> {
    field.agrees.iter().find_map(|agrees| match agrees {
        Agrees::NotBefore(begins) if field.ty == FieldType::DateTime => Some(*begins),
        _ => None,
    })
}

/// What an input of a browser holds that ends so many minutes after a stored moment.
pub fn ends(begins: &str, minutes: i64) -> Option<String> {
    let ends = date::moment(begins)?.checked_add_signed(TimeDelta::try_minutes(minutes)?)?;
    date::to_local(&date::stored(ends))
}

/// Today, tomorrow, and the first such weekday after that.
pub fn ahead(today: NaiveDate, weekday: Weekday) -> Vec<NaiveDate> {
    let in_days = |days| today.checked_add_days(Days::new(days));
    let later = (2..=8).filter_map(in_days).find(|day| day.weekday() == weekday);
    [in_days(0), in_days(1), later].into_iter().flatten().collect()
}

/// The days that are offered beside a field: those to come where it plans something, else today and yesterday. None
/// beside what holds no day, and beside an end, for which [`LENGTHS`] are offered.
pub fn offered(field: &Field, today: NaiveDate) -> Vec<NaiveDate> {
    if begins(field).is_some() {
        return Vec::new();
    }
    match (field.ty, field.ahead) {
        (FieldType::Date | FieldType::DateTime, Some(weekday)) => ahead(today, weekday),
        (FieldType::Date | FieldType::DateTime, None) => {
            [Some(today), today.pred_opt()].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// The days that are offered for an answer in an interview, as they are kept and as they are said: most dates that people
/// name there lie ahead.
pub fn for_answer(today: NaiveDate, lang: Lang) -> Vec<(String, String)> {
    let said = |day: NaiveDate| (day.to_string(), date::capital(&date::say_near(day, today, lang)));
    ahead(today, Weekday::Tue).into_iter().map(said).collect()
}

/// What the field's input of a browser holds once a day was tapped: of a moment that is not now, the time of day stays.
pub fn typed(field: &Field, day: NaiveDate, now: Now, held: &str) -> String {
    let present = now.to_stored();
    match (field.ty, day == now.today()) {
        (FieldType::DateTime, true) => date::to_local(&present).unwrap_or_default(),
        (FieldType::DateTime, false) => {
            let local = date::to_local(held).or_else(|| date::to_local(&present)).unwrap_or_default();
            let time = local.split_once('T').map_or("00:00", |(_, time)| time);
            format!("{day}T{time}")
        }
        _ => day.to_string(),
    }
}

/// What the chip of a day says beside a field: “Tomorrow”, “Saturday”; of today where a moment is asked for, “Now”.
pub fn say(field: &Field, day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    match field.ty == FieldType::DateTime && day == today {
        true => NOW.get(lang).to_owned(),
        false => date::capital(&date::say_near(day, today, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvass::kinds::visit::VISIT;
    use crate::capabilities::kinds::{KINDS, kind};

    fn day(day: &str) -> NaiveDate {
        date::day(day).unwrap()
    }

    fn said(field: &Field, today: &str, lang: Lang) -> Vec<String> {
        let today = day(today);
        offered(field, today).into_iter().map(|day| say(field, day, today, lang)).collect()
    }

    #[test]
    fn what_is_planned_offers_days_to_come_and_what_happened_those_that_were() {
        // A Friday, and the Thursday, Saturday and Sunday about it.
        let again = VISIT.field("again").unwrap();
        assert_eq!(said(again, "2026-11-27", Lang::En), ["Today", "Tomorrow", "Sat, Dec 5"]);
        assert_eq!(said(again, "2026-11-26", Lang::En), ["Today", "Tomorrow", "Saturday"]);
        assert_eq!(said(again, "2026-11-28", Lang::Es), ["Hoy", "Mañana", "Sáb. 5 dic."]);
        assert_eq!(said(again, "2026-11-29", Lang::Es), ["Hoy", "Mañana", "Sábado"]);
        let next = kind("contact").unwrap().field("next_date").unwrap();
        assert_eq!(said(next, "2026-11-27", Lang::En), ["Today", "Tomorrow", "Monday"]);
        let thanked = kind("ask").unwrap().field("thanked_on").unwrap();
        assert_eq!(said(thanked, "2026-11-27", Lang::En), ["Today", "Yesterday"]);
        let when = VISIT.field("when").unwrap();
        assert_eq!(said(when, "2026-11-27", Lang::Es), ["Ahora", "Ayer"]);
        assert_eq!(said(VISIT.field("heard").unwrap(), "2026-11-27", Lang::En), [""; 0]);
    }

    #[test]
    fn what_ends_is_so_long_after_it_began() {
        let event = kind("event").unwrap();
        let [when, ends_at] = ["when", "ends"].map(|key| event.field(key).unwrap());
        assert_eq!((begins(when), begins(ends_at)), (None, Some("when")));
        assert_eq!(said(ends_at, "2026-11-27", Lang::En), [""; 0], "nobody ends an event tomorrow");
        for (minutes, ended) in [(30, "2026-12-31T23:45"), (60, "2027-01-01T00:15"), (120, "2027-01-01T01:15")] {
            assert_eq!(ends("2026-12-31T23:15:00-05:00", minutes).as_deref(), Some(ended));
        }
        for unknown in ["", date::UNFINISHED, "2026-12-31"] {
            assert_eq!(ends(unknown, 30), None);
        }
    }

    #[test]
    fn an_answer_in_an_interview_offers_the_days_ahead() {
        let offered = for_answer(day("2026-11-27"), Lang::En);
        let [kept, said]: [Vec<&str>; 2] =
            [offered.iter().map(|(kept, _)| &**kept).collect(), offered.iter().map(|(_, said)| &**said).collect()];
        assert_eq!(kept, ["2026-11-27", "2026-11-28", "2026-12-01"]);
        assert_eq!(said, ["Today", "Tomorrow", "Tuesday"]);
        assert_eq!(for_answer(day("2026-11-27"), Lang::Es)[2].1, "Martes");
    }

    #[test]
    fn a_tapped_day_stands_in_the_field_with_the_time_that_was_there() {
        let now = Now { ms: 1_795_790_580_000, offset_minutes: -300 };
        assert_eq!(now.to_stored(), "2026-11-27T09:43:00-05:00");
        let [again, when] = ["again", "when"].map(|key| VISIT.field(key).unwrap());
        assert_eq!(typed(again, day("2026-12-05"), now, ""), "2026-12-05");
        for (held, yesterday) in [
            ("2026-11-27T08:15:30-05:00", "2026-11-26T08:15"),
            ("", "2026-11-26T09:43"),
            (date::UNFINISHED, "2026-11-26T09:43"),
        ] {
            assert_eq!(typed(when, day("2026-11-26"), now, held), yesterday);
            assert_eq!(typed(when, day("2026-11-27"), now, held), "2026-11-27T09:43");
        }
    }

    #[test]
    fn what_is_promised_is_ahead_and_what_is_over_is_not() {
        for kind in KINDS {
            let promised = kind.follow_up.and_then(|promise| kind.field(promise.by));
            assert!(promised.is_none_or(|field| field.ahead.is_some()), "{}", kind.id);
            // An event is planned, and kept when it is over.
            let planned = kind.id == "event";
            assert!(kind.happened().is_none_or(|field| field.ahead.is_some() == planned), "{}", kind.id);
        }
    }

    #[test]
    fn three_days_are_offered_on_every_day_of_the_year() {
        let mut today = day("2026-01-01");
        for _ in 0..400 {
            let days = ahead(today, Weekday::Sat);
            assert!(days.is_sorted() && days.len() == 3 && days[0] == today, "{days:?}");
            today = today.succ_opt().unwrap();
        }
    }
}
