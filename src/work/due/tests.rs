use super::*;
use crate::capabilities::kinds::KINDS;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use proptest::prelude::*;

static WRITTEN: &[Written] = &[
    (
        "visit",
        &[0x31, 0x32, 0x33, 0x34],
        &[
            ("door", &["@21", "@22", "@23", "@29", "-"]),
            ("again", &["2026-11-20", "2026-11-28", "2026-12-24", "soon", "-"]),
            ("promised", &["A leaflet", "-"]),
            ("again_done", &["yes", "no"]),
        ],
    ),
    ("door", &[0x21, 0x22, 0x23], &[("same_as", &["@21", "@22", "@23", "-"]), ("street", &["Maple", "Elm"])]),
    ("contact", &[0x41, 0x42], &[("partner", &["@51"]), ("next_date", &["2026-11-01", "-"]), ("next_step", &["Call"])]),
];

/// As it stands in the records, every one of them looked at.
fn looked_through(book: &Book, today: NaiveDate) -> Vec<DueStep> {
    let until = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap();
    let mut due = Vec::new();
    for (kind, promise) in book.kinds().iter().filter_map(|kind| Some((*kind, kind.follow_up?))) {
        let at = |record: &Record| about(kind, record).map(|(to, id)| same_as::counts_as(book, to, id));
        for record in book.living(kind.id).filter(|record| record.get(promise.done) != Some(&Value::Bool(true))) {
            let later =
                |other: &Record| at(other).is_some() && at(other) == at(record) && other.begun() > record.begun();
            let kept = promise.kept_by_next && book.living(kind.id).any(|other| later(other));
            let by = record.text(promise.by).and_then(date::day).filter(|by| *by <= until && !kept);
            let step = record.text(promise.step).unwrap_or_default().to_owned();
            due.extend(by.map(|by| DueStep { kind, record: record.id, step, by }));
        }
    }
    due.sort_by(|a, b| (a.by, &a.step, a.record).cmp(&(b.by, &b.step, b.record)));
    due
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn what_is_due_is_kept_up(history in histories(WRITTEN, 1..12), from in 0usize..12) {
        let today = date::day("2026-11-22").unwrap();
        let told = |due: Vec<DueStep>| due.into_iter().map(|due| (due.record, due.step, due.by)).collect::<Vec<_>>();
        is_kept_up(KINDS, &history, from, |_, _| (), |book, index| told(due(book, index, today)))?;
        let mut book = Book::new(KINDS);
        history.iter().for_each(|step| drop(book.apply_all(step)));
        let due = due(&book, &mut Index::default(), today);
        prop_assert_eq!(told(due), told(looked_through(&book, today)));
    }
}
