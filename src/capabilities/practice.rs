//! What all capabilities make up for practice. It is loaded only where somebody practices.

use crate::work::practice::PracticeNotes;
use crate::{
    asks, canvass, chunk, competencies, events, hubs, interviews, partners, prompts, services, week, worksheets,
};

/// What each makes up, in the order in which it is written.
pub static NOTES: &[PracticeNotes] = &[
    canvass::practice::notes,
    interviews::practice::notes,
    partners::practice::notes,
    asks::practice::notes,
    hubs::practice::notes,
    events::practice::notes,
    worksheets::practice::notes,
    week::practice::notes,
    prompts::practice::notes,
    competencies::practice::notes,
    services::practice::notes,
];

chunk! {
    /// What all capabilities make up for practice.
    pub static PRACTICE: &'static [PracticeNotes] = practice => NOTES;
}

#[cfg(test)]
mod tests {
    use super::NOTES;
    use crate::capabilities::kinds::KINDS;
    use crate::model::check;
    use crate::model::text::Lang;
    use crate::work::practice;
    use crate::work::testing::*;

    /// What a field of every record of a kind holds, in order.
    fn texts(tablet: &Tablet, kind: &str, field: &str) -> Vec<String> {
        let state = tablet.work.state();
        let texts = state.book.records(kind).filter_map(|record| record.text(field).map(str::to_owned));
        let mut texts: Vec<String> = texts.collect();
        texts.sort();
        texts
    }

    #[test]
    fn what_one_writes_oneself_is_told_from_what_is_made_up() {
        let tablet = Tablet::new(1);
        now(tablet.work.run(practice::notes(&tablet.work, NOTES.iter().copied(), Lang::En))).unwrap();
        let own = |tablet: &Tablet| practice::written_since(&tablet.work.state().book);
        assert_eq!((own(&tablet), own(&tablet.reopened())), (0, 0));
        // In the very same moment.
        let bakery = tablet.partner("Bakery");
        tablet.save(bakery, &[("notes", "Ask again")]);
        let made_up = query::run(&tablet.work.state().book, &mut Default::default(), &PARTNER, &Query::default())[1];
        tablet.save(made_up, &[("notes", "They moved")]);
        let name = tablet.draft("staff", Id(9), &[("name", "Ines")]);
        now(tablet.work.run(Command::Finish(name))).unwrap();
        assert_eq!((own(&tablet), own(&tablet.reopened())), (2, 2));
        now(tablet.work.run(Command::Delete("partner", bakery))).unwrap();
        assert_eq!(own(&tablet), 1);
    }

    #[test]
    fn practice_is_in_the_language_of_the_app_and_names_stay() {
        let [english, spanish] = Lang::ALL.map(|lang| {
            let tablet = Tablet::new(1);
            now(tablet.work.run(practice::notes(&tablet.work, NOTES.iter().copied(), lang))).unwrap();
            tablet
        });
        for kind in KINDS {
            let [en, es] = [&english, &spanish].map(|tablet| tablet.work.state().book.records(kind.id).count());
            assert_eq!(en, es, "{}", kind.id);
            for record in spanish.work.state().book.records(kind.id) {
                assert_eq!(check::check(kind, kind.fields(), |key| record.get(key)), vec![], "{}", kind.id);
            }
        }
        for (kind, field) in [("partner", "name"), ("partner", "type"), ("door", "address"), ("hub", "name")] {
            assert_eq!(texts(&english, kind, field), texts(&spanish, kind, field), "{kind}.{field}");
        }
        for (kind, field) in [
            ("contact", "said"),
            ("contact", "next_step"),
            ("partner", "wishes"),
            ("ask", "what"),
            ("event", "name"),
            ("visit", "heard"),
            ("posting", "title"),
            ("shelf", "zone"),
        ] {
            let (en, es) = (texts(&english, kind, field), texts(&spanish, kind, field));
            assert!(
                !en.is_empty() && en.len() == es.len() && en.iter().all(|text| !es.contains(text)),
                "{kind}.{field}"
            );
        }
        assert!(texts(&spanish, "staff", "name").iter().all(|name| name.ends_with("(práctica)")));
    }
}
