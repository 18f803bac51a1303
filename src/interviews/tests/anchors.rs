//! Where quotes stand in their line, after it was changed here or on another tablet.

use crate::interviews::interview as talks;
use crate::interviews::kinds::interview::{GIVES, INTERVIEW, NOTES, QUOTES, SAID, SPEAKER};
use crate::interviews::passage::Passage;
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::order;
use crate::model::text::{Lang, Message};
use crate::model::value::Value;
use crate::work::command::Command;
use crate::work::consent::{self, Agreed};
use crate::work::testing::{Tablet, now};

const TWICE: &str = "a bus. a bus to Norwich. a bus on Sunday";
const EDITED: &str = "In winter a bus. a bus to Norwich. a bus on Sunday";

fn write(tablet: &Tablet, rows: Vec<crate::model::record_write::RecordWrite>) {
    now(tablet.work.run(Command::Write { label: Message::same("test"), rows })).unwrap();
}

/// A tablet with one line of somebody who lets themselves be quoted.
fn told(words: &str) -> (Tablet, Id) {
    let tablet = Tablet::new(1);
    let hand = Author { by: None, now: tablet.work.now() };
    let [interview, speaker, line] = [(); 3].map(|()| tablet.work.new_id());
    let link = Value::link;
    let agreed = Agreed { grants: vec![NOTES, QUOTES], words: "We ask you".into(), lang: Lang::En };
    let about = [("interview", link(interview)), ("role", Value::text("parent"))];
    let said = [("interview", link(interview)), ("speaker", link(speaker)), ("words", Value::text(words))];
    write(
        &tablet,
        vec![
            (INTERVIEW.id, interview, order::values([("called", Value::text("One"))])),
            (SPEAKER.id, speaker, order::values(about.into_iter().chain(consent::asked(&GIVES, agreed, hand)))),
        ],
    );
    write(&tablet, vec![(SAID.id, line, order::values(said))]);
    (tablet, line)
}

fn words_of(tablet: &Tablet, line: Id) -> String {
    tablet.work.state().book.alive(SAID.id, line).unwrap().text("words").unwrap().to_owned()
}

/// Quotes the characters from here to there.
fn quote(tablet: &Tablet, line: Id, from: usize, to: usize) -> Id {
    let record = tablet.work.state().book.alive(SAID.id, line).unwrap().clone();
    let id = tablet.work.new_id();
    write(tablet, vec![talks::quoted(id, &record, Passage { from, to })]);
    id
}

fn edit(tablet: &Tablet, line: Id, words: &str) {
    let draft = tablet.draft(SAID.id, line, &[("words", words)]);
    now(tablet.work.run(Command::Finish(draft))).unwrap();
}

/// Where each quote stands, in the order in which they stand.
fn stand(tablet: &Tablet, line: Id) -> Vec<(usize, Id)> {
    let words = words_of(tablet, line);
    let found = tablet.work.look(|book, index| talks::quotes_in(book, index, line, &words));
    found.into_iter().map(|(passage, id)| (passage.from, id)).collect()
}

#[test]
fn a_quote_of_words_that_stand_twice_stays_where_it_was_meant_when_its_line_is_edited() {
    let (tablet, line) = told(TWICE);
    let second = quote(&tablet, line, 7, 12);
    assert_eq!(stand(&tablet, line), [(7, second)]);
    edit(&tablet, line, EDITED);
    assert_eq!(stand(&tablet, line), [(17, second)]);
    edit(&tablet, line, "There is no train");
    assert_eq!(stand(&tablet, line), []);
    // The words come back, and other things around them are new.
    edit(&tablet, line, "They say: a bus. But a bus to Norwich. None on Sunday");
    assert_eq!(stand(&tablet, line), [(21, second)]);
}

#[test]
fn a_quote_stays_where_it_was_meant_when_its_line_is_edited_on_another_tablet() {
    let (here, line) = told(TWICE);
    let there = Tablet::new(2);
    there.import(&here.export()).unwrap();
    // One quotes, the other edits; neither knows of it.
    let [first, second] = [(0, 5), (7, 12)].map(|(from, to)| quote(&here, line, from, to));
    edit(&there, line, EDITED);
    here.import(&there.export()).unwrap();
    there.import(&here.export()).unwrap();
    for tablet in [&here, &there] {
        assert_eq!(stand(tablet, line), [(10, first), (17, second)]);
    }
}

#[test]
fn a_quote_from_before_its_surroundings_were_kept_is_found_by_where_it_stood() {
    let (tablet, line) = told(TWICE);
    let record = tablet.work.state().book.alive(SAID.id, line).unwrap().clone();
    let id = tablet.work.new_id();
    let (kind, id, mut values) = talks::quoted(id, &record, Passage { from: 7, to: 12 });
    ["prefix", "suffix"].iter().for_each(|key| drop(values.remove(*key)));
    write(&tablet, vec![(kind, id, values)]);
    assert_eq!(stand(&tablet, line), [(7, id)]);
    edit(&tablet, line, &format!("¡{TWICE}!"));
    assert_eq!(stand(&tablet, line), [(8, id)]);
}
