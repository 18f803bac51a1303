use super::*;
use crate::canvass::kinds::visit::{BARRIERS, VISIT};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing::set;
use crate::model::operation::DELETED;
use crate::model::text::Lang;

fn talk() -> &'static Section {
    VISIT.sections.iter().find(|section| section.guide).unwrap()
}

fn asked(book: &Book) -> Vec<&'static str> {
    questions(&VISIT, talk(), book).iter().filter(|q| q.asked).map(|q| q.field.key).collect()
}

fn of(book: &Book, key: &str) -> Question {
    questions(&VISIT, talk(), book).into_iter().find(|question| question.field.key == key).unwrap()
}

/// The team touches a declared question for the first time.
fn touch(book: &mut Book, slot: &str, id: u128, changes: &[(&str, Value)]) {
    let values = declared_values(&VISIT, &of(book, slot));
    let changes = changes.iter().map(|(key, value)| (*key, value.clone()));
    set(book, QUESTION.id, Id(id), values.into_iter().chain(changes).map(|(key, value)| (key.to_owned(), value)));
}

fn own(book: &mut Book, id: u128, order: f64, answer: &str, answers: Value) -> String {
    let values = [
        ("asked_in", Value::text("visit")),
        ("en", Value::text("Would you come to a story hour?")),
        ("answer", Value::text(answer)),
        ("answers", answers),
        ("order", Value::Number(order)),
    ];
    set(book, QUESTION.id, Id(id), values.map(|(key, value)| (key.to_owned(), value)));
    format!("q_{}", Id(id))
}

fn answers(keys: &[(&str, bool)]) -> Value {
    let one = |(key, off): &(&str, bool)| Offered {
        key: (*key).into(),
        en: format!("{key} in English"),
        es: String::new(),
        off: *off,
    };
    offered::write(&keys.iter().map(one).collect::<Vec<_>>())
}

#[test]
fn without_a_word_of_the_team_the_guide_is_what_is_declared() {
    let book = Book::new(KINDS);
    assert_eq!(fields(&VISIT, &book).len(), VISIT.fields().count());
    assert!(
        fields(&VISIT, &book).into_iter().zip(VISIT.fields()).all(|(asked, declared)| std::ptr::eq(asked, declared))
    );
}

#[test]
fn touching_a_question_changes_nothing_by_itself() {
    for slot in talk().fields {
        let mut book = Book::new(KINDS);
        touch(&mut book, slot.key, 7, &[]);
        let question = of(&book, slot.key);
        assert_eq!((question.field.label, question.field.offered()), (slot.label, slot.offered()), "{}", slot.key);
        assert_eq!((question.half, question.asked, question.field.private), (false, true, slot.private));
        assert_eq!(std::mem::discriminant(&question.field.ty), std::mem::discriminant(&slot.ty));
        assert_eq!(asked(&book), talk().fields.iter().map(|field| field.key).collect::<Vec<_>>());
    }
}

#[test]
fn the_team_rewords_leaves_out_and_adds_answers() {
    let mut book = Book::new(KINDS);
    let offered = answers(&[("transport", false), ("fines", true), ("a_1", false)]);
    touch(&mut book, "barriers", 7, &[("en", Value::text("What makes it hard?")), ("answers", offered)]);
    let field = field(&VISIT, &book, "barriers").unwrap();
    assert_eq!(field.label.get(Lang::En), "What makes it hard?");
    assert_eq!(field.offered().iter().map(|answer| answer.key).collect::<Vec<_>>(), ["transport", "a_1"]);
    assert_eq!(field.answer("a_1").unwrap().label.get(Lang::Es), "a_1 in English", "the other language stands in");
    assert_eq!(field.answer("fines").unwrap().label.en, "fines in English");
    assert!(
        BARRIERS.iter().all(|answer| field.answer(answer.key).is_some()),
        "what was declared is understood for ever"
    );
    assert!(of(&book, "barriers").half);

    touch(&mut book, "needs", 8, &[("left_out", Value::Bool(true))]);
    assert!(!asked(&book).contains(&"needs"));
    assert!(fields(&VISIT, &book).iter().any(|field| field.key == "needs"));
}

#[test]
fn a_question_of_the_teams_own_stands_where_it_is_put() {
    let mut book = Book::new(KINDS);
    let key = own(&mut book, 9, 15.0, ONE, answers(&[("a_1", false), ("a_2", true)]));
    assert_eq!(asked(&book)[..3], ["aware", &*key, "barriers"]);
    let question = of(&book, &key);
    assert!(matches!(question.field.ty, FieldType::Choice(_)) && question.half && question.slot.is_none());
    assert!(!question.field.private);
    assert_eq!(question.field.offered().len(), 1);
    assert!(question.field.answer("a_2").is_some());
    let again = of(&book, &key);
    assert!(std::ptr::eq(question.field, again.field), "one wording is made once");
}

#[test]
fn words_of_people_are_private() {
    for (answer, private) in
        [("text", true), ("long_text", true), ("number", false), ("date", false), ("yes_no", false)]
    {
        let mut book = Book::new(KINDS);
        let key = own(&mut book, 9, 15.0, answer, Value::Null);
        assert_eq!(of(&book, &key).field.private, private, "{answer}");
    }
}

#[test]
fn what_was_deleted_is_still_understood() {
    let mut book = Book::new(KINDS);
    let key = own(&mut book, 9, 15.0, SEVERAL, answers(&[("a_1", false)]));
    touch(&mut book, "barriers", 7, &[("en", Value::text("Hard?")), ("answers", answers(&[("a_9", false)]))]);
    for id in [7, 9] {
        set(&mut book, QUESTION.id, Id(id), [(DELETED.to_owned(), Value::Bool(true))]);
    }
    assert!(!asked(&book).contains(&&*key));
    assert!(of(&book, &key).deleted && of(&book, &key).field.answer("a_1").is_some());
    let declared = VISIT.field("barriers").unwrap();
    let barriers = of(&book, "barriers");
    assert_eq!((barriers.field.label, barriers.field.offered()), (declared.label, declared.offered()));
    assert_eq!(barriers.field.answer("a_9").unwrap().label.en, "a_9 in English");
}

#[test]
fn questions_go_up_and_down_by_as_few_changes_as_can_be() {
    let mut book = Book::new(KINDS);
    let mut wanted = asked(&book);
    let mut moves = 0_usize;
    // Every question all the way down and back up again, and past the ends.
    for (key, by) in wanted.clone().into_iter().flat_map(|key| [(key, 1), (key, 1), (key, -1), (key, -1), (key, -1)]) {
        let questions = questions(&VISIT, talk(), &book);
        let at = wanted.iter().position(|asked| *asked == key).unwrap();
        let changes = moved(&questions, key, by);
        match at.checked_add_signed(by).filter(|to| *to < wanted.len()) {
            Some(to) => wanted.swap(at, to),
            None => assert!(changes.is_empty(), "{key} cannot go past the end"),
        }
        assert!(changes.len() <= 2, "{changes:?}");
        moves += changes.len();
        for (index, place) in changes {
            let slot = questions[index].slot.unwrap().key;
            let id = 100 + talk().fields.iter().position(|field| field.key == slot).unwrap() as u128;
            touch(&mut book, slot, id, &[("order", Value::Number(place))]);
        }
        assert_eq!(asked(&book), wanted);
    }
    assert!(moves > 10);
    assert!(last_place(&questions(&VISIT, talk(), &book)) > place(wanted.len() - 1));
}
