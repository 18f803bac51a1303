//! The workspace asks the policies it was opened with, whatever they say, and works without any.

use super::*;
use crate::capabilities::kinds::KINDS;
use crate::exchange::office::Office;
use crate::model::book::Book;
use crate::model::kept::Withheld;
use crate::model::kind::Kind;
use crate::model::operation::DELETED;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use crate::model::text::{Message, Text};
use crate::model::typed::{Of, Typed};
use crate::work::consent::CONSENT;
use crate::work::plan::{NewOperation, set};
use crate::work::policy::{Gate, Policy, Reach, Replaced, ToPurge, Write};
use proptest::prelude::*;
use std::collections::BTreeSet;

const SECRET: Text = Text { en: "It is a secret", es: "Es un secreto" };
const MOVED: Text = Text { en: "It goes on elsewhere", es: "Sigue en otro lugar" };

/// A policy over partners, by what they are called: “secret” may not be written, “over” must go, “gone on” goes on in
/// another record, as “mine” does where others erase it, “hidden” is withheld, “sealed” is not taken back, and what says of
/// itself that it is not to be kept in drafts, or when one is done, is not.
struct ByName;

const ELSEWHERE: Id = Id(7);

fn name(record: &Record) -> &str {
    record.text("name").unwrap_or_default()
}

fn says<'b>(book: &'b Book, word: &'b str) -> impl Iterator<Item = &'b Record> {
    let there = book.records("partner").map(|record| &**record).filter(|record| !record.erased);
    there.filter(move |record| name(record) == word)
}

impl Policy for ByName {
    fn id(&self) -> &'static str {
        "by_name"
    }

    fn gate<'b>(&self, _: &'b Book) -> Gate<'b> {
        Box::new(|write: &Write| (write.text("name") == Some("secret")).then(|| SECRET.message()))
    }

    fn draft(&self, _: &Book, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        draft.values.retain(|_, value| value.as_text() != Some("not in drafts"));
        draft
    }

    fn finished(&self, _: &'static Kind, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        draft.values.retain(|_, value| value.as_text() != Some("not when done"));
        draft
    }

    fn reach(&self, kind: &'static Kind) -> Reach {
        if kind.id == "partner" { Reach::Own } else { Reach::Nothing }
    }

    fn breaks(&self, _: &Book, records: &[&Record]) -> bool {
        records.iter().any(|record| ["over", "gone on"].contains(&name(record)))
    }

    fn purge(&self, book: &Book) -> ToPurge {
        let gone = says(book, "over").map(|record| ("partner", record.id)).collect();
        let on = |record: &Record| Replaced {
            kind: "partner",
            id: record.id,
            by: vec![set("partner", ELSEWHERE, None, [("name".to_owned(), Value::text("Elsewhere"))].into())],
            label: MOVED.message(),
        };
        ToPurge { gone, replaced: says(book, "gone on").map(on).collect() }
    }

    fn leaves(&self, kind: &'static Kind, _: &Record) -> Vec<NewOperation> {
        let values = [("name".to_owned(), Value::text("trace")), (DELETED.to_owned(), Value::Bool(true))];
        vec![set(kind.id, Id(8), None, values.into())]
    }

    fn stranded(&self, before: &Book, after: &Book) -> Vec<NewOperation> {
        let mine = says(before, "mine").filter(|mine| after.record("partner", mine.id).is_some_and(|now| now.erased));
        let on = |_| set("partner", ELSEWHERE, None, [("name".to_owned(), Value::text("Stranded"))].into());
        mine.map(on).collect()
    }

    fn moved(&self, _: &Book, _: &'static Kind, draft: &Draft) -> Option<Draft> {
        Some(Draft { id: ELSEWHERE, ..draft.clone() })
    }

    fn stays(&self, _: &'static Kind, _: &str, value: &Value) -> bool {
        value.as_text() == Some("sealed")
    }

    fn withheld(&self, book: &Book) -> Withheld {
        says(book, "hidden").map(|record| ("partner", record.id)).collect()
    }

    fn goes_with(&self, _: &Book, kind: &'static Kind, id: Id) -> Vec<(&'static str, Id)> {
        vec![(kind.id, id)]
    }

    fn is_trace(&self, _: &'static Kind, record: &Record) -> bool {
        name(record) == "trace"
    }
}

fn tablet(policies: &'static [&'static dyn Policy]) -> Tablet {
    on(Rc::default(), 1, policies)
}

fn on(store: Rc<MemoryStore>, seed: u64, policies: &'static [&'static dyn Policy]) -> Tablet {
    Tablet::under(store, seed, Registry::new(registry().kinds, policies))
}

fn put(tablet: &Tablet, id: Id, values: &[(&str, &str)]) -> Result<Message, Message> {
    let draft = tablet.draft("partner", id, values);
    let done = now(tablet.work.run(Command::Finish(draft)));
    done.map(|done| done.label).map_err(|error| error.message())
}

fn said(message: &Message) -> String {
    message.say(Lang::En)
}

fn typed(id: Id, called: &str) -> Typed {
    let fields = BTreeMap::from([("name".to_owned(), called.to_owned())]);
    Typed { place: "here".into(), of: Some(Of { kind: "partner".into(), id, fields }), text: "words".into() }
}

#[test]
fn what_a_policy_refuses_is_written_nowhere() {
    let tablet = tablet(&[&ByName]);
    let id = tablet.work.new_id();
    assert_eq!(put(&tablet, id, &[("name", "secret")]).unwrap_err(), SECRET.message());
    let draft = tablet.draft("partner", id, &[("name", "secret"), ("notes", "whispered")]);
    assert!(now(tablet.work.keep_draft(draft)).is_err());
    assert!(now(tablet.work.keep_typed(typed(id, "secret"))).is_err());
    let rows = vec![("partner", id, BTreeMap::from([("name".to_owned(), Value::text("secret"))]))];
    assert!(now(tablet.work.run(Command::Write { label: SECRET.message(), rows })).is_err());
    for word in ["secret", "whispered", "words"] {
        assert!(!holds(&stored(&tablet), word), "{word}");
    }
    assert_eq!(tablet.work.state().book.all().count(), 0);
}

#[test]
fn a_draft_is_kept_and_finished_without_what_a_policy_takes_from_it() {
    let tablet = tablet(&[&ByName]);
    let id = tablet.work.new_id();
    let draft = tablet.draft("partner", id, &[("name", "Library"), ("notes", "not in drafts")]);
    now(tablet.work.keep_draft(draft)).unwrap();
    assert!(holds(&stored(&tablet), "Library") && !holds(&stored(&tablet), "not in drafts"));
    put(&tablet, id, &[("name", "Library"), ("notes", "not when done")]).unwrap();
    assert_eq!(tablet.name(id).as_deref(), Some("Library"));
    assert!(!holds(&stored(&tablet), "not when done"));
}

#[test]
fn what_must_go_goes_in_the_transaction_that_says_so() {
    let tablet = tablet(&[&ByName]);
    let id = tablet.partner("A shelter");
    let draft = tablet.draft("partner", id, &[("notes", "half a sentence")]);
    now(tablet.work.keep_draft(draft)).unwrap();
    let commits = tablet.store.commits();
    put(&tablet, id, &[("name", "over")]).unwrap();
    assert_eq!(tablet.store.commits(), commits + 1);
    assert!(tablet.work.state().book.record("partner", id).unwrap().erased);
    assert!(!holds(&stored(&tablet), "A shelter"));
    // What was being written of it went where the policy says.
    assert_eq!(tablet.work.state().drafts.values().map(|draft| draft.id).collect::<Vec<_>>(), [ELSEWHERE]);

    let other = tablet.partner("A clinic");
    assert_eq!(put(&tablet, other, &[("name", "gone on")]).unwrap(), MOVED.message());
    assert!(tablet.work.state().book.record("partner", other).unwrap().erased);
    assert_eq!(tablet.name(ELSEWHERE).as_deref(), Some("Elsewhere"));
}

#[test]
fn what_is_taken_back_is_not_what_a_policy_keeps() {
    let tablet = tablet(&[&ByName]);
    let id = tablet.partner("Library");
    let step = tablet.save(id, &[("name", "sealed"), ("notes", "a word")]).unwrap();
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!(tablet.name(id).as_deref(), Some("sealed"));
    assert_eq!(tablet.work.state().book.alive("partner", id).unwrap().text("notes"), None);
}

#[test]
fn what_is_withheld_is_in_no_file_for_others() {
    let office = |tablet: &Tablet| -> Vec<u8> {
        let office = Office { lang: Lang::En, public_only: false };
        let files = now(tablet.work.office_export(office, &Job::quiet())).unwrap();
        files.into_iter().flat_map(|file| file.file.pieces.concat()).collect()
    };
    let under = tablet(&[&ByName]);
    under.save(under.work.new_id(), &[("name", "hidden"), ("notes", "behind the curtain")]);
    under.partner("Library");
    let file = office(&under);
    assert!(holds(&file, "Library") && !holds(&file, "behind the curtain"));
    assert!(holds(&office(&on(under.store.clone(), 3, &[])), "behind the curtain"));
}

#[test]
fn erasing_says_what_goes_with_it_and_leaves_what_a_policy_leaves() {
    let tablet = tablet(&[&ByName]);
    let id = tablet.partner("Library");
    let done = now(tablet.work.run(Command::Erase("partner", id))).unwrap();
    assert_eq!(said(&done.label), "Partner permanently erased, with everything that belongs to it: 1");
    assert!(tablet.work.state().book.record("partner", Id(8)).is_some());
    // The trace is no note that anybody deleted.
    assert_eq!(now(tablet.work.deletions()).unwrap(), []);
}

#[test]
fn what_one_policy_forbids_no_other_allows() {
    static BOTH: [&dyn Policy; 2] = [&CONSENT, &ByName];
    let tablet = tablet(&BOTH);
    let id = tablet.work.new_id();
    assert_eq!(put(&tablet, id, &[("name", "secret")]).unwrap_err(), SECRET.message());
    put(&tablet, id, &[("name", "over")]).unwrap();
    assert!(tablet.work.state().book.record("partner", id).is_none_or(|record| record.erased));
}

#[test]
fn what_another_tablet_wrote_without_the_policy_goes_as_it_comes_in() {
    let (free, under) = (tablet(&[]), on(Rc::default(), 2, &[&ByName]));
    let id = free.work.new_id();
    free.save(id, &[("name", "over"), ("notes", "what nobody may keep")]);
    under.import(&free.export()).unwrap();
    assert!(under.work.state().book.record("partner", id).unwrap().erased);
    assert!(!holds(&stored(&under), "what nobody may keep"));
    // And the other one hears of it.
    free.import(&under.export()).unwrap();
    assert!(!holds(&stored(&free), "what nobody may keep"));
}

#[test]
fn what_was_written_here_of_what_others_erase_goes_where_a_policy_says() {
    let (here, there) = (tablet(&[&ByName]), on(Rc::default(), 2, &[]));
    let id = there.partner("Library");
    here.import(&there.export()).unwrap();
    here.save(id, &[("name", "mine")]);
    now(there.work.run(Command::Erase("partner", id))).unwrap();
    here.import(&there.export()).unwrap();
    assert!(here.work.state().book.record("partner", id).unwrap().erased);
    assert_eq!(here.name(ELSEWHERE).as_deref(), Some("Stranded"));
}

#[test]
fn without_any_policy_everything_may_be_written_and_only_what_is_erased_goes() {
    let tablet = tablet(&[]);
    let id = tablet.work.new_id();
    for word in ["secret", "over", "gone on"] {
        put(&tablet, id, &[("name", word)]).unwrap();
        assert_eq!(tablet.name(id).as_deref(), Some(word));
    }
    let step = tablet.save(id, &[("name", "sealed")]).unwrap();
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!(tablet.name(id).as_deref(), Some("gone on"));
    let draft = tablet.draft("partner", id, &[("notes", "half a sentence")]);
    now(tablet.work.keep_draft(draft)).unwrap();
    now(tablet.work.keep_typed(typed(id, "Library"))).unwrap();
    let done = now(tablet.work.run(Command::Erase("partner", id))).unwrap();
    assert_eq!(said(&done.label), "Partner permanently erased");
    // What was being written of it goes with it.
    for word in ["half a sentence", "words", "gone on"] {
        assert!(!holds(&stored(&tablet), word), "{word}");
    }
    assert_eq!(on(tablet.store.clone(), 3, &[]).hash(), tablet.hash());
}

static SPOKEN: &[Written] = &[
    ("interview", &[0x11, 0x12], &[("called", &["One"]), ("outcome", &["held"])]),
    (
        "speaker",
        &[0x21, 0x22, 0x23],
        &[
            ("interview", &["@11", "@12", "nowhere", "-"]),
            ("notes", &["yes", "yes", "no"]),
            ("quotes", &["yes", "yes", "no", "-"]),
            ("adult", &["minor", "-", "-"]),
            ("guardian", &["yes", "no"]),
        ],
    ),
    ("said", &[0x31, 0x32], &[("interview", &["@11", "@12", "nowhere"]), ("speaker", &["@21", "@22", "-", "-"])]),
    (
        "quote",
        &[0x41, 0x42],
        &[("interview", &["@11", "@12"]), ("speaker", &["@21", "@23", "-", "-"]), ("said", &["@31", "@32"])],
    ),
    ("receipt", &[0x51], &[("quote", &["@41", "@42"]), ("finding", &["@61"])]),
    ("finding", &[0x61], &[("claim", &["It is so"])]),
    ("partner", &[0x71], &[("name", &["Natchaug"])]),
    ("contact", &[0x81], &[("partner", &["@71", "@72"])]),
];

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_withheld_of_all_is_withheld_of_each(history in histories(SPOKEN, 1..12)) {
        // The index follows from step to step, as in the app.
        is_kept_up(KINDS, &history, 0, |_, _| (), |book, index| {
            let all = BY_CONSENT.withheld(book);
            let asked = book.kinds().iter().flat_map(|kind| book.records(kind.id).map(move |record| (*kind, record)));
            let one_by_one = asked.filter(|(kind, record)| BY_CONSENT.withholds(book, index, kind, record));
            let one_by_one: BTreeSet<_> = one_by_one.map(|(kind, record)| (kind.id, record.id)).collect();
            assert_eq!(one_by_one, all.into_iter().collect());
            one_by_one
        })?;
    }
}
