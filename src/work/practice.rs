//! Made-up notes for practice. Nobody in them exists.
//!
//! Each capability says what it makes up; here stand the people who made the notes, and what all of them have.

use super::command::{Command, words};
use super::workspace::Workspace;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::staff::STAFF as STAFF_KIND;
use crate::model::stamp::Tick;
use crate::model::text::{Lang, Text, t};
use crate::model::value::Value;

/// Who made the made-up notes.
const STAFF: [Text; 3] = [
    t("Marisol (practice)", "Marisol (práctica)"),
    t("Jo (practice)", "Jo (práctica)"),
    t("Devon (practice)", "Devon (práctica)"),
];

/// What made-up notes are made with.
pub struct Practice<'a> {
    /// The book they are for; it gives identities and the time.
    pub work: &'a Workspace,
    /// Those who made them.
    pub staff: Vec<Id>,
    /// The language in which they wrote. Names of people and places stay as they are.
    pub lang: Lang,
}

/// What a capability makes up.
pub type PracticeNotes = fn(&Practice<'_>) -> Vec<RecordWrite>;

impl Practice<'_> {
    /// Whoever made the note with this number: all take turns.
    pub fn staff_at(&self, at: usize) -> Option<Id> {
        self.staff.get(at % self.staff.len().max(1)).copied()
    }

    /// The first of those who made them, some days ago.
    pub fn ago(&self, days: i64) -> Author {
        let now = self.work.now();
        Author { by: self.staff_at(0), now: Now { ms: now.ms - days * 86_400_000, ..now } }
    }
}

/// How many notes somebody wrote or changed here after everything made up was there. Names of who uses the tablet are no
/// notes. The made-up people are the first of all people here, and they were written last of all that is made up.
pub fn written_since(book: &Book) -> usize {
    let mut people: Vec<Tick> = book.records(STAFF_KIND.id).map(|person| person.begun()).collect();
    people.sort_unstable();
    let Some(last) = people.get(STAFF.len() - 1) else { return 0 };
    let notes = book.kinds().iter().filter(|kind| kind.id != STAFF_KIND.id).flat_map(|kind| book.living(kind.id));
    notes.filter(|note| note.changed() > *last).count()
}

/// The command that writes what these make up, in a language.
pub fn notes(work: &Workspace, made_up: impl IntoIterator<Item = PracticeNotes>, lang: Lang) -> Command {
    let practice = Practice { work, staff: STAFF.iter().map(|_| work.new_id()).collect(), lang };
    let named = practice.staff.iter().zip(STAFF);
    let people = named.map(|(id, name)| ("staff", *id, [("name".to_owned(), Value::text(name.get(lang)))].into()));
    // The people come last: what is later than they are, somebody wrote who practices.
    let made_up = made_up.into_iter().flat_map(|notes| notes(&practice));
    let rows: Vec<RecordWrite> = made_up.chain(people).collect();
    Command::Write { label: words::IMPORTED_ROWS.with("count", rows.len()), rows }
}
