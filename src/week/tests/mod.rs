use super::kinds::{DONE, FOLLOW_UP, TASK, fields as task};
use super::page::{Line, Looked, Of, Whose, lines};
use super::parts::Part;
use crate::formats::testing;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use chrono::NaiveDate;

mod made;
mod moving;
mod pages;
mod promised;
mod repeating;
mod standing;
mod typed;

/// A Wednesday. Its week begins on January 31.
const TODAY: &str = "2027-02-03";

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

/// A book with these tasks: identity, and fields beside what all have.
fn book(tasks: &[(u128, &[(&str, &str)])]) -> Book {
    let mut book = testing::book(&[("partner", 0x11, &[("name", "Windham Middle School")])]);
    for (id, fields) in tasks {
        set(&mut book, *id, &[("what", "A task"), ("section", "outreach"), ("state", "to_do")]);
        set(&mut book, *id, fields);
    }
    book
}

fn set(book: &mut Book, id: u128, fields: &[(&str, &str)]) {
    let value = |text: &str| if text == "-" { Value::Null } else { Value::text(text) };
    testing::set(book, TASK.id, Id(id), fields.iter().map(|(key, text)| ((*key).to_owned(), value(text))));
}

fn write(book: &mut Book, rows: impl IntoIterator<Item = RecordWrite>) {
    for (kind, id, values) in rows {
        testing::set(book, kind, id, values);
    }
}

fn page(book: &Book, week: &str) -> Vec<Line> {
    page_on(book, week, TODAY)
}

fn page_on(book: &Book, week: &str, today: &str) -> Vec<Line> {
    lines(book, &mut Index::default(), &[], Looked::at(day(week), day(today), Whose::Team))
}

/// The parts in which the only task of a book stands in three weeks, and since when it is carried over.
fn stands(fields: &[(&str, &str)]) -> [Option<(Part, Option<String>)>; 3] {
    let book = book(&[(0x21, fields)]);
    ["2027-01-27", TODAY, "2027-02-10"].map(|week| {
        let mut lines = page(&book, week);
        assert!(lines.len() < 2, "one task stands twice on a page");
        lines.pop().map(|line| (line.part, line.carried.map(|day| day.to_string())))
    })
}
