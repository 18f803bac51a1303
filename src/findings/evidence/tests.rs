use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::interviews::kinds::interview::{GIVES, INTERVIEW, MINOR, NAMED, NOTES, QUOTES};
use crate::model::author::Author;
use crate::model::date::Now;
use crate::model::kept::Withheld;
use crate::model::operation::{DELETED, ERASED};
use crate::model::text::Lang;
use crate::work::consent::{self, Agreed, CONSENT, Grant, of_record};
use crate::work::policy::Policy;
use crate::work::testing::BY_CONSENT;

/// The finding of these tests.
const F: Id = Id(0xf1);
const NOW: Now = Now { ms: 1_795_356_840_000, offset_minutes: -240 };

fn set(book: &mut Book, kind: &str, id: Id, values: &[(&str, &str)]) {
    testing::set(book, kind, id, values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))));
}

fn flag(book: &mut Book, kind: &str, id: Id, key: &str, yes: bool) {
    testing::set(book, kind, id, [(key.to_owned(), Value::Bool(yes))]);
}

fn write(book: &mut Book, (kind, id, values): RecordWrite) {
    testing::set(book, kind, id, values);
}

/// Somebody who takes part in a conversation and agrees to some things.
fn speaker(book: &mut Book, id: u128, interview: u128, about: &[(&str, &str)], grants: &[&'static str]) -> Id {
    let about = about.iter().map(|(key, text)| (*key, Value::text(*text)));
    let about = about.chain([("interview", Value::text(Id(interview).to_string()))]);
    let agreed = Agreed { grants: grants.to_vec(), ..Default::default() };
    let asked = consent::asked(&GIVES, agreed, Author { by: None, now: NOW });
    testing::set(book, SPEAKER.id, Id(id), order::values(about.chain(asked)));
    Id(id)
}

fn quote(book: &mut Book, id: u128, interview: u128, speaker: Option<Id>, words: &str) -> Id {
    let (interview, speaker) = (Id(interview).to_string(), speaker.map(|id| id.to_string()).unwrap_or_default());
    let mut values = vec![("words", words), ("interview", &*interview)];
    if !speaker.is_empty() {
        values.push(("speaker", &*speaker));
    }
    set(book, QUOTE.id, Id(id), &values);
    Id(id)
}

/// A finding, a conversation of two, one of one.
fn some() -> Book {
    let mut book = Book::new(KINDS);
    set(&mut book, FINDING.id, F, &[("claim", "Most know only the books"), ("strategies", "Go out\n\n  Show more ")]);
    for interview in [0x10, 0x20] {
        set(&mut book, INTERVIEW.id, Id(interview), &[("called", "One"), ("outcome", "held")]);
    }
    let about = [("name", "Ana Ruiz"), ("role", "parent"), ("neighbourhood", "Prospect Hill"), ("voice", "community")];
    speaker(&mut book, 0x11, 0x10, &about, &[NOTES, QUOTES, NAMED]);
    speaker(&mut book, 0x12, 0x10, &[("name", "Bo"), ("role", "library"), ("voice", "staff")], &[NOTES, QUOTES]);
    speaker(&mut book, 0x21, 0x20, &[("name", "Cy"), ("voice", "community")], &[NOTES]);
    book
}

/// A policy under which nobody is shown any quote.
struct Hides;

impl Policy for Hides {
    fn id(&self) -> &'static str {
        "hides"
    }

    fn withheld(&self, book: &Book) -> Withheld {
        book.living(QUOTE.id).map(|quote| (QUOTE.id, quote.id)).collect()
    }
}

fn found(book: &Book) -> Finding {
    findings(book, &mut Index::default(), BY_CONSENT).remove(0)
}

fn quoted(receipts: &[Receipt]) -> Vec<&str> {
    receipts.iter().map(|receipt| &*receipt.words).collect()
}

#[test]
fn a_finding_shows_what_stands_for_it_and_against_it_as_a_report_may_print_it() {
    let mut book = some();
    let one = quote(&mut book, 0x31, 0x10, Some(Id(0x11)), "Kim at 12 Main told me of books");
    set(&mut book, QUOTE.id, one, &[("shown", "A neighbor told me of books")]);
    let two = quote(&mut book, 0x32, 0x10, Some(Id(0x12)), "They ask for laptops");
    for (quote, stands) in [(one, true), (two, false)] {
        write(&mut book, receipt(F, quote, stands));
    }
    // The same pair in a record of another name is the same receipt.
    let (finding, quote) = (F.to_string(), one.to_string());
    set(&mut book, RECEIPT.id, Id(0x99), &[("finding", &finding), ("quote", &quote)]);
    let finding = found(&book);
    assert_eq!(
        (quoted(&finding.for_it), quoted(&finding.against)),
        (vec!["A neighbor told me of books"], vec!["They ask for laptops"])
    );
    assert_eq!((finding.for_it[0].id, finding.for_it[0].speaker), (receipt_id(F, one), Some(Id(0x11))));
    assert_eq!((&*finding.claim.es, finding.speakers), ("Most know only the books", 1));
    assert_eq!(finding.strategies, [in_both("Go out", ""), in_both("Show more", "")]);
    set(&mut book, FINDING.id, F, &[("claim_es", "Casi todos conocen solo los libros")]);
    assert_eq!(found(&book).claim.get(Lang::Es), "Casi todos conocen solo los libros");
}

#[test]
fn a_quote_that_any_policy_withholds_is_in_no_finding() {
    let mut book = some();
    let one = quote(&mut book, 0x31, 0x10, Some(Id(0x11)), "They told me of books");
    write(&mut book, receipt(F, one, true));
    assert_eq!(quoted(&found(&book).for_it), ["They told me of books"]);
    static HIDES: Policies = Policies::of(&[&CONSENT, &Hides]);
    assert!(findings(&book, &mut Index::default(), HIDES)[0].for_it.is_empty());
}

#[test]
fn what_is_missing_in_one_language_is_said_in_the_other() {
    let mut book = some();
    assert!(found(&book).why.is_blank());
    set(&mut book, FINDING.id, F, &[("why_es", " No se enteran ")]);
    assert_eq!(found(&book).why, Both { en: "No se enteran".into(), es: "No se enteran".into() });
    set(&mut book, FINDING.id, F, &[("why", "They do not hear of it")]);
    assert_eq!(found(&book).why, Both { en: "They do not hear of it".into(), es: "No se enteran".into() });

    let strategies = |en: &str, es: &str| {
        let mut book = some();
        set(&mut book, FINDING.id, F, &[("strategies", en), ("strategies_es", es)]);
        let told = found(&book).strategies.into_iter().map(|both| format!("{} / {}", both.en, both.es));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        strategies("Go out\n\n  Show more ", "Salir\nMostrar más"),
        ["Go out / Salir", "Show more / Mostrar más"]
    );
    assert_eq!(strategies("Go out\nAsk\nShow more", "Salir"), ["Go out / Salir", "Ask / Ask", "Show more / Show more"]);
    assert_eq!(strategies("One\nTwo\nThree", "Uno\n\nTres"), ["One / Uno", "Two / Two", "Three / Tres"]);
    assert_eq!(strategies("", "Salir\n\nPreguntar"), ["Salir / Salir", "Preguntar / Preguntar"]);
    assert_eq!(strategies("", " \n "), Vec::<String>::new());
}

#[test]
fn a_quote_that_is_gone_or_may_not_leave_is_no_receipt() {
    let mut book = some();
    let kept = quote(&mut book, 0x31, 0x10, Some(Id(0x11)), "kept");
    let deleted = quote(&mut book, 0x32, 0x10, Some(Id(0x11)), "deleted");
    let erased = quote(&mut book, 0x33, 0x10, Some(Id(0x11)), "erased");
    let ungranted = quote(&mut book, 0x34, 0x20, Some(Id(0x21)), "ungranted");
    let of_lost_note = quote(&mut book, 0x35, 0x10, Some(Id(0x11)), "its note is not here");
    set(&mut book, QUOTE.id, of_lost_note, &[("said", &Id(0x77).to_string())]);
    for quote in [kept, deleted, erased, ungranted, of_lost_note] {
        write(&mut book, receipt(F, quote, true));
    }
    flag(&mut book, QUOTE.id, deleted, DELETED, true);
    flag(&mut book, QUOTE.id, erased, ERASED, true);
    assert_eq!(quoted(&found(&book).for_it), ["kept"]);
    flag(&mut book, SPEAKER.id, Id(0x11), QUOTES, false);
    assert_eq!(found(&book).warnings, [Warning::NothingBehind]);
}

#[test]
fn only_grown_people_who_agreed_are_named() {
    let say = |values: &[(&str, &str)], grants: &[&'static str], lang| {
        let mut book = Book::new(KINDS);
        let id = speaker(&mut book, 1, 2, values, grants);
        Who::of(book.record(SPEAKER.id, id).unwrap()).say(lang)
    };
    let ana = [("name", "Ana Ruiz"), ("role", "parent"), ("neighbourhood", "Prospect Hill")];
    let all = [NOTES, QUOTES, NAMED];
    assert_eq!(say(&ana[..2], &all, Lang::En), "Ana Ruiz, parent or caregiver");
    assert_eq!(say(&ana, &all, Lang::Es), "Ana Ruiz, madre, padre o cuidador, Prospect Hill");
    assert_eq!(say(&ana, &[NOTES, QUOTES], Lang::En), "Parent or caregiver, Prospect Hill");
    // Who may not be quoted is not named, and a minor never is, not even with a guardian's word.
    assert_eq!(say(&ana, &[NOTES, NAMED], Lang::En), "Parent or caregiver, Prospect Hill");
    let mut book = Book::new(KINDS);
    let id = speaker(&mut book, 1, 2, &[&ana[..], &[("adult", MINOR)]].concat(), &all);
    flag(&mut book, SPEAKER.id, id, "guardian", true);
    assert_eq!(of_record(&SPEAKER, book.record(SPEAKER.id, id).unwrap(), NAMED), Grant::Given);
    assert_eq!(Who::of(book.record(SPEAKER.id, id).unwrap()).name, None);
    for (values, en, es) in [
        (&[][..], "Someone", "Alguien"),
        (&[("role", "other")], "Someone", "Alguien"),
        (&[("neighbourhood", "Main St")], "Someone from Main St", "Alguien de Main St"),
        (
            &[("voice", "staff"), ("neighbourhood", "Main St")],
            "Someone on the staff, Main St",
            "Alguien del personal, Main St",
        ),
    ] {
        assert_eq!([Lang::En, Lang::Es].map(|lang| say(values, &all, lang)), [en, es]);
    }
}

#[test]
fn who_stands_behind_a_finding_is_weighed() {
    let warnings = |quotes: &[(u128, Option<u128>)]| {
        let mut book = some();
        speaker(&mut book, 0x22, 0x20, &[("voice", "community")], &[NOTES, QUOTES]);
        // Cy, who does not agree, would have a say wherever nobody noted who spoke.
        flag(&mut book, SPEAKER.id, Id(0x21), ERASED, true);
        for (at, (interview, speaker)) in quotes.iter().enumerate() {
            let id = quote(&mut book, 0x40 + at as u128, *interview, speaker.map(Id), "words");
            write(&mut book, receipt(F, id, true));
        }
        let finding = found(&book);
        (finding.speakers, finding.warnings)
    };
    let (ana, bo, cy) = ((0x10, Some(0x11)), (0x10, Some(0x12)), (0x20, Some(0x22)));
    assert_eq!(warnings(&[]), (0, vec![Warning::NothingBehind]));
    assert_eq!(warnings(&[ana, ana]), (1, vec![Warning::OneSpeaker]));
    assert_eq!(warnings(&[bo]), (1, vec![Warning::OneSpeaker, Warning::OnlyStaff]));
    assert_eq!(warnings(&[ana, bo]), (2, vec![Warning::OneInterview]));
    assert_eq!(warnings(&[ana, cy]), (2, vec![Warning::OnlyOneVoice]));
    assert_eq!(warnings(&[ana, bo, cy]), (3, vec![]));
    // Nobody knows who spoke: a conversation is one.
    assert_eq!(warnings(&[(0x10, None), (0x10, None)]), (1, vec![Warning::OneSpeaker]));
    assert_eq!(warnings(&[(0x10, None), (0x20, None)]), (2, vec![]));
}

#[test]
fn counts_come_from_visits_and_from_each_door_once() {
    let mut book = some();
    let visit = |book: &mut Book, id: u128, door: u128, key: &str, value: Value| {
        let door = Value::text(Id(door).to_string());
        testing::set(book, VISIT.id, Id(id), [("door".to_owned(), door), (key.to_owned(), value)]);
    };
    let list = |keys: &[&str]| Value::List(keys.iter().map(|key| Value::text(*key)).collect());
    set(&mut book, "door", Id(0xd2), &[("same_as", &Id(0xd1).to_string()), ("address", "12 Main")]);
    set(&mut book, "door", Id(0xd1), &[("address", "12 Main St")]);
    visit(&mut book, 0x51, 0xd1, "barriers", list(&["transport", "hours"]));
    visit(&mut book, 0x52, 0xd2, "barriers", list(&["transport"]));
    visit(&mut book, 0x53, 0xd3, "barriers", list(&["hours"]));
    visit(&mut book, 0x54, 0xd4, "barriers", list(&[]));
    visit(&mut book, 0x55, 0xd5, "barriers", list(&["transport"]));
    flag(&mut book, VISIT.id, Id(0x55), DELETED, true);
    write(&mut book, counted(F, "barriers", "transport"));
    let finding = found(&book);
    let [count] = &*finding.counts else { panic!("one count") };
    assert_eq!((count.people, count.doors, count.of), (2, 1, 3));
    assert_eq!((count.label.es, count.asked.en), ("Cómo llegar", "What keeps you from coming more often?"));
    assert_eq!(finding.warnings, []);

    // The team's own questions count, too, and those of yes or no; what nobody knows does not.
    let own = Id(0x61);
    set(&mut book, "question", own, &[("asked_in", "visit"), ("en", "Would a bus help?"), ("answer", "yes_no")]);
    let key = format!("q_{own}");
    visit(&mut book, 0x56, 0xd1, &key, Value::Bool(true));
    visit(&mut book, 0x57, 0xd3, &key, Value::Bool(false));
    for (question, answer) in
        [(&*key, "yes"), (&key, "perhaps"), ("barriers", "never"), ("nothing", "x"), ("needs", "food")]
    {
        write(&mut book, counted(F, question, answer));
    }
    let finding = found(&book);
    let counts: Vec<_> = finding.counts.iter().map(|count| (&*count.answer, count.people, count.of)).collect();
    assert_eq!(counts, [("transport", 2, 3), ("yes", 1, 2), ("food", 0, 0)]);
    flag(&mut book, COUNTED.id, counted_id(F, "barriers", "transport"), DELETED, true);
    flag(&mut book, COUNTED.id, counted_id(F, &key, "yes"), DELETED, true);
    assert_eq!(found(&book).warnings, [Warning::NothingBehind], "a count of nobody is nothing");
}

#[test]
fn findings_are_put_in_order_by_hand() {
    let mut book = Book::new(KINDS);
    for id in 1..=3 {
        set(&mut book, FINDING.id, Id(id), &[("claim", "It is so")]);
    }
    let order =
        |book: &Book| findings(book, &mut Index::default(), BY_CONSENT).iter().map(|f| f.id.0).collect::<Vec<_>>();
    let put = |book: &mut Book, id: u128, by: isize| {
        let Command::Write { rows, .. } = crate::findings::evidence::put(book, Id(id), by) else { panic!("it writes") };
        let count = rows.len();
        rows.into_iter().for_each(|row| write(book, row));
        (order(book), count)
    };
    assert_eq!(put(&mut book, 3, -1), (vec![1, 3, 2], 3));
    assert_eq!(put(&mut book, 1, 1), (vec![3, 1, 2], 2), "only what changes is written");
    assert_eq!(put(&mut book, 3, -1), (vec![3, 1, 2], 0), "nothing is above the first");
    set(&mut book, FINDING.id, Id(0), &[("claim", "New")]);
    assert_eq!(order(&book), [3, 1, 2, 0]);
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}
