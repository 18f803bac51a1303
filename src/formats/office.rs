//! The office export: what is true at present, as JSON and as CSV, for people who will never read a log.
//!
//! Both are made in steps, so that a hundred thousand records can show their progress and be cancelled (drop it). They
//! hold the book as it was when they began, so what comes in meanwhile does not tear the file.

use crate::formats::cell::inert;
use crate::formats::columns::Target;
use crate::formats::csv_write::{self, Quotes};
use crate::formats::json_schema::link_name;
use crate::formats::{Progress, STEP};
use crate::log::canonical;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::field::{Field, FieldType};
use crate::model::guide;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept::{self, Withheld};
use crate::model::kind::{Kind, Kinds};
use crate::model::query::day_in;
use crate::model::record::Record;
use crate::model::show::{plain, show};
use crate::model::stamp::Tick;
use crate::model::text::{Lang, Message};
use crate::model::value::Value;
use chrono::{DateTime, SecondsFormat};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_WRITTEN = "The file could not be made: {cause}. Nothing in Porchlight was changed", "No se pudo hacer el archivo: {cause}. No se cambió nada en Porchlight";
    }
}

/// What stands between several answers in one cell.
pub const BETWEEN: &str = "; ";

/// The sign at the start of a file by which spreadsheets know it for UTF-8.
const BOM: &str = "\u{feff}";

/// The file could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be made: {0}")]
pub struct NotWritten(String);

impl NotWritten {
    /// With the cause in a few words.
    pub fn because(cause: &str) -> NotWritten {
        NotWritten(cause.to_owned())
    }

    /// What to tell the person.
    pub fn message(&self) -> Message {
        words::NOT_WRITTEN.with("cause", self.0.as_str())
    }
}

/// All records of all kinds as one JSON document.
#[derive(Debug)]
pub struct OfficeJson {
    source: Source,
    made: String,
    /// The kinds not yet begun, the next one last.
    waiting: Vec<&'static Kind>,
    current: Option<(&'static Kind, std::vec::IntoIter<Id>)>,
    stage: Stage,
    progress: Progress,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Start,
    Records,
    Done,
}

impl OfficeJson {
    /// Begins. With `public_only`, fields about persons are left out.
    pub fn new(book: &Book, public_only: bool, now: Now) -> OfficeJson {
        let source = Source { now, ..Source::new(book, public_only) };
        OfficeJson {
            progress: Progress { done: 0, of: source.count(book.kinds()) },
            source,
            made: now.to_stored(),
            waiting: book.kinds().iter().rev().copied().filter(|kind| !kind.is_private()).collect(),
            current: None,
            stage: Stage::Start,
        }
    }

    /// The same with records of these kinds alone.
    pub fn of(mut self, kinds: &[&'static Kind]) -> OfficeJson {
        self.progress.of = self.source.count(kinds);
        self.waiting = kinds.iter().rev().copied().filter(|kind| !kind.is_private()).collect();
        self
    }

    /// The same without records that may not leave.
    pub fn without(mut self, withheld: Rc<Withheld>) -> OfficeJson {
        self.source.withheld = withheld;
        self.progress.of = self.source.count(&self.waiting);
        self
    }

    /// The same with what wall clocks said at changes that are ordered after the present.
    pub fn with_walls(mut self, walls: Walls) -> OfficeJson {
        self.source.walls = walls;
        self
    }

    /// The next piece of the file; none at its end.
    pub fn step(&mut self) -> Result<Option<Vec<u8>>, NotWritten> {
        let mut piece = String::new();
        match self.stage {
            Stage::Done => return Ok(None),
            Stage::Start => {
                piece.push_str(r#"{"format":1,"kind":"porchlight.office","made":"#);
                canonical::text(&mut piece, &self.made);
                piece.push_str(r#","records":{"#);
                self.stage = Stage::Records;
            }
            Stage::Records => {
                for _ in 0..STEP {
                    if !self.write_next(&mut piece) {
                        piece.push_str("}}\n");
                        self.stage = Stage::Done;
                        break;
                    }
                }
            }
        }
        Ok(Some(piece.into_bytes()))
    }

    /// How far it has come, in records.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// How many records of a kind may be in it.
    pub fn count(&self, kind: &'static Kind) -> usize {
        self.source.count(&[kind])
    }

    /// Writes the next record, or the end of one kind and the start of the next; `false` if there is nothing left.
    fn write_next(&mut self, piece: &mut String) -> bool {
        let Some((kind, ids)) = &mut self.current else {
            let Some(kind) = self.waiting.pop() else { return false };
            piece.push_str(&format!("\n\"{}\":[", kind.id));
            self.current = Some((kind, self.source.ids(kind).into_iter()));
            return true;
        };
        let Some(id) = ids.next() else {
            self.current = None;
            piece.push_str(if self.waiting.is_empty() { "]\n" } else { "]," });
            return true;
        };
        let kind = *kind;
        let last = ids.as_slice().is_empty();
        let object = self.source.object(kind, id);
        piece.push('\n');
        // The canonical form, so that the same records are the same bytes on every device.
        canonical::map(piece, &object);
        piece.push_str(if last { "\n" } else { "," });
        self.progress.done += 1;
        true
    }
}

/// What wall clocks said, milliseconds since 1970, at changes of records.
pub type Walls = HashMap<(Id, Tick), u64>;

/// All records of one kind as CSV (RFC 4180), in the words of one language.
#[derive(Debug)]
pub struct OfficeCsv {
    source: Source,
    kind: &'static Kind,
    lang: Lang,
    columns: Vec<Target>,
    ids: Option<std::vec::IntoIter<Id>>,
    progress: Progress,
}

impl OfficeCsv {
    /// Begins. With `public_only`, fields about persons are left out.
    pub fn new(book: &Book, kind: &'static Kind, lang: Lang, public_only: bool) -> OfficeCsv {
        let source = Source::new(book, public_only);
        let mut columns = Target::written(guide::fields(kind, book));
        columns.retain(|column| column.field().is_none_or(|field| source.shows(field)));
        let of = source.count(&[kind]);
        OfficeCsv { source, kind, lang, columns, ids: None, progress: Progress { done: 0, of } }
    }

    /// The same without records that may not leave.
    pub fn without(mut self, withheld: Rc<Withheld>) -> OfficeCsv {
        self.source.withheld = withheld;
        self.progress.of = self.source.count(&[self.kind]);
        self
    }

    /// The next piece of the file; none at its end.
    pub fn step(&mut self) -> Result<Option<Vec<u8>>, NotWritten> {
        let Some(ids) = &mut self.ids else {
            self.ids = Some(self.source.ids(self.kind).into_iter());
            let labels: Vec<String> = self.columns.iter().map(|column| column.label(self.lang)).collect();
            return sheet(Quotes::Necessary, [labels]).map(|piece| Some(piece.into_bytes()));
        };
        let ids: Vec<Id> = ids.take(STEP).collect();
        if ids.is_empty() {
            return Ok(None);
        }
        self.progress.done += ids.len();
        let rows: Vec<Vec<String>> = ids.into_iter().map(|id| self.row(id)).collect();
        lines(Quotes::Necessary, rows).map(|piece| Some(piece.into_bytes()))
    }

    /// How far it has come, in records.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    fn row(&mut self, id: Id) -> Vec<String> {
        let Some(record) = self.source.book.record(self.kind.id, id).cloned() else { return Vec::new() };
        let (source, lang) = (&mut self.source, self.lang);
        self.columns.iter().map(|column| source.cell(*column, &record, lang)).collect()
    }
}

/// Rows as CSV (RFC 4180) in which a spreadsheet runs nothing.
fn lines(quotes: Quotes, rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, NotWritten> {
    let mut csv = String::new();
    let mut width = None;
    for row in rows {
        if *width.get_or_insert(row.len()) != row.len() {
            return Err(NotWritten("rows of unequal length".to_owned()));
        }
        csv_write::row(&mut csv, quotes, row.iter().map(|cell| inert(cell)));
    }
    Ok(csv)
}

/// The same as the text of a whole file.
pub(crate) fn sheet(quotes: Quotes, rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, NotWritten> {
    Ok(format!("{BOM}{}", lines(quotes, rows)?))
}

/// The records, as they were when the export began, and which of their fields may be shown.
#[derive(Debug)]
struct Source {
    book: Book,
    kinds: Kinds,
    index: Index,
    public_only: bool,
    withheld: Rc<Withheld>,
    /// The moment the files show.
    now: Now,
    /// What wall clocks said at changes that are ordered after it.
    walls: Walls,
    fields: BTreeMap<&'static str, Rc<[&'static Field]>>,
}

impl Source {
    fn new(book: &Book, public_only: bool) -> Source {
        // Records are shared, so this copies the shelves and not what stands on them.
        Source {
            book: book.clone(),
            kinds: book.kinds(),
            index: Index::default(),
            public_only,
            withheld: Rc::default(),
            now: Now { ms: i64::MAX, offset_minutes: 0 },
            walls: Walls::default(),
            fields: BTreeMap::new(),
        }
    }

    fn may_leave(&self, kind: &'static Kind, id: Id) -> bool {
        !kind.is_private() && !self.withheld.contains(&(kind.id, id))
    }

    /// How many records of some kinds there are to write.
    fn count(&self, kinds: &[&'static Kind]) -> usize {
        let of = |kind: &&'static Kind| {
            let alive = self.book.living(kind.id);
            alive.filter(|record| self.may_leave(kind, record.id)).count()
        };
        kinds.iter().map(of).sum()
    }

    fn ids(&mut self, kind: &'static Kind) -> Vec<Id> {
        let ids: Vec<Id> = self.index.rows(&self.book, kind).iter().map(|row| row.id).collect();
        ids.into_iter().filter(|id| self.may_leave(kind, *id)).collect()
    }

    fn shows(&self, field: &Field) -> bool {
        !(self.public_only && field.private)
    }

    /// The fields of a kind as the team asks them, worked out once.
    fn fields(&mut self, kind: &'static Kind) -> Rc<[&'static Field]> {
        let book = &self.book;
        self.fields.entry(kind.id).or_insert_with(|| guide::fields(kind, book).into()).clone()
    }

    fn kind(&self, id: &str) -> Option<&'static Kind> {
        self.kinds.iter().copied().find(|kind| kind.id == id)
    }

    /// What a field holds, or what follows for it from linked records.
    fn value(&mut self, field: &Field, record: &Record) -> Option<Value> {
        let kind = self.kind(&record.kind)?;
        if !kept::shown(kind, field, record, None) {
            return None;
        }
        if let Some(value) = record.get(field.key).filter(|value| !value.is_blank()) {
            return Some(value.clone());
        }
        let of = field.latest_of?;
        let dates = self.kind(of.kind)?.field(of.date)?;
        if !self.shows(dates) {
            return None;
        }
        let day = day_in(&self.book, &mut self.index, field, record)?;
        Some(Value::Text(day.to_string()))
    }

    /// The title of the record a link leads to, if it is there and its title may be shown.
    fn linked_title(&self, kind: &str, link: &Value) -> Option<&str> {
        let kind = self.kind(kind)?;
        let title = kind.title().filter(|title| self.shows(title))?;
        let linked = self.book.alive(kind.id, link.as_link()?)?;
        let told = kept::shown(kind, title, linked, None) && self.may_leave(kind, linked.id);
        linked.text(title.key).filter(|_| told)
    }

    /// When a record was last changed, milliseconds since 1970. The clock that puts changes in order may be ahead by
    /// years; then it is what the wall clock said, and never later than the file.
    fn changed(&self, record: &Record) -> u64 {
        let changed = record.changed();
        let now = u64::try_from(self.now.ms).unwrap_or_default();
        let past = |ms: &u64| *ms <= now;
        let wall = || self.walls.get(&(record.id, changed)).copied().filter(past).unwrap_or(now);
        Some(changed.ms()).filter(past).unwrap_or_else(wall)
    }

    fn object(&mut self, kind: &'static Kind, id: Id) -> BTreeMap<String, Value> {
        let Some(record) = self.book.record(kind.id, id).cloned() else { return BTreeMap::new() };
        let mut object = BTreeMap::new();
        for field in self.fields(kind).iter().copied() {
            if !self.shows(field) {
                continue;
            }
            let Some(value) = self.value(field, &record) else { continue };
            if let FieldType::Link(to) = field.ty
                && let Some(title) = self.linked_title(to, &value)
            {
                object.insert(link_name(field.key), Value::text(title));
            }
            object.insert(field.key.to_owned(), value);
        }
        object.insert("id".into(), Value::Text(id.to_string()));
        object.insert("changed".into(), Value::Text(utc(self.changed(&record))));
        object
    }

    fn cell(&mut self, column: Target, record: &Record, lang: Lang) -> String {
        let field = match column {
            Target::Id => return record.id.to_string(),
            Target::Part(field, _) | Target::Field(field) => field,
        };
        let Some(value) = self.value(field, record) else { return String::new() };
        if let Target::Part(_, part) = column {
            return value.part(part).map(|part| plain(part, lang, BETWEEN)).unwrap_or_default();
        }
        match (field.ty, &value) {
            (FieldType::Choice(_), Value::Text(key)) => answer(field, key, lang).to_owned(),
            (FieldType::Choices(_), Value::List(_)) => {
                value.as_texts().map(|key| answer(field, key, lang)).collect::<Vec<_>>().join(BETWEEN)
            }
            (FieldType::Answers | FieldType::Photo, _) => show(field, &value, lang, &|_, _| None),
            (FieldType::Link(kind), _) => self.linked_title(kind, &value).unwrap_or_default().to_owned(),
            (FieldType::Place, Value::Map(_)) => {
                let number = |name| value.part(name).and_then(Value::as_number);
                match (number("lat"), number("lon")) {
                    (Some(lat), Some(lon)) => format!("{lat}, {lon}"),
                    _ => String::new(),
                }
            }
            _ => plain(&value, lang, BETWEEN),
        }
    }
}

fn answer<'a>(field: &Field, key: &'a str, lang: Lang) -> &'a str {
    field.answer(key).map_or(key, |choice| choice.label.get(lang))
}

fn utc(ms: u64) -> String {
    let moment = i64::try_from(ms).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default();
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests;
