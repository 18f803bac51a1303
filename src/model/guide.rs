//! The guide: a kind's questions as the team asks them. What is declared, in the team's words and order where it has
//! changed them, and the team's own questions beside it.
//!
//! Everything that loops over a kind's fields, form and check, detail and files, counts, loops over these.

use super::book::Book;
use super::by_hand::{self, STEP, place};
use super::field::{Choice, Field, FieldType, choice};
use super::handle::TextField;
use super::id::Id;
use super::kind::{Kind, Section};
use super::offered::{self, Offered};
use super::order;
use super::question::{LIST, ONE, QUESTION, SCALE, SEVERAL, fields as question};
use super::record::Record;
use super::text::t;
use super::value::Value;
use std::cmp::Ordering;
use std::sync::{Mutex, PoisonError};

/// A section as the team asks it.
#[derive(Clone, Debug)]
pub struct GuidePart {
    /// As it is declared.
    pub section: &'static Section,
    /// The fields that are asked, in their order.
    pub fields: Vec<&'static Field>,
    /// The questions that are left out for now, or were deleted. Those who answered them are still understood.
    pub left_out: Vec<&'static Field>,
}

/// A question of a guide.
#[derive(Clone, Debug)]
pub struct Question {
    /// The field it is asked by.
    pub field: &'static Field,
    /// Its record; none as long as the team has changed nothing of it.
    pub id: Option<Id>,
    /// The declared field, unless the team made the question.
    pub slot: Option<&'static Field>,
    /// Where it stands among the others.
    pub order: f64,
    /// Whether it is asked.
    pub asked: bool,
    /// Whether it was deleted. A declared question is then asked as it is declared.
    pub deleted: bool,
    /// Whether words in one of the languages are missing.
    pub half: bool,
}

/// The sections of a kind as the team asks them.
pub fn parts(kind: &'static Kind, book: &Book) -> Vec<GuidePart> {
    let part = |section: &'static Section| {
        if !section.guide {
            return GuidePart { section, fields: section.fields.iter().collect(), left_out: Vec::new() };
        }
        let questions = questions(kind, section, book);
        let fields = |asked| questions.iter().filter(|q| q.asked == asked).map(|question| question.field).collect();
        GuidePart { section, fields: fields(true), left_out: fields(false) }
    };
    kind.sections.iter().map(part).collect()
}

/// All fields of a kind as the team asks them, those that are left out for now among them.
pub fn fields(kind: &'static Kind, book: &Book) -> Vec<&'static Field> {
    parts(kind, book).into_iter().flat_map(|part| part.fields.into_iter().chain(part.left_out)).collect()
}

/// A field of a kind as the team asks it.
pub fn field(kind: &'static Kind, book: &Book, key: &str) -> Option<&'static Field> {
    match kind.sections.iter().any(|section| section.guide) {
        true => fields(kind, book).into_iter().find(|field| field.key == key),
        false => kind.field(key),
    }
}

/// The questions of a section that is a guide, in their order.
pub fn questions(kind: &'static Kind, section: &'static Section, book: &Book) -> Vec<Question> {
    let written: Vec<&Record> = book
        .records(QUESTION.id)
        .map(|record| &**record)
        .filter(|record| !record.erased && question::ASKED_IN.of(*record) == Some(kind.id))
        .collect();
    let declared = section.fields.iter().enumerate().map(|(at, slot)| {
        let record = written.iter().find(|record| question::SLOT.of(*record) == Some(slot.key));
        match record.filter(|record| record.is_alive()) {
            Some(record) => question(record, Some(slot), place(at)),
            None => as_declared(slot, place(at), record.copied()),
        }
    });
    let own = written.iter().filter(|record| question::SLOT.of(*record).is_none_or(str::is_empty));
    let own = own.map(|record| question(record, None, place(section.fields.len())));
    let mut questions: Vec<Question> = declared.chain(own).collect();
    let before = |a: f64, b: f64| a.partial_cmp(&b).unwrap_or(Ordering::Equal);
    order::sort_by(&mut questions, |a, b| before(a.order, b.order).then_with(|| a.field.key.cmp(b.field.key)));
    questions
}

/// What the first record of a declared question holds: what is declared, for the team to change.
pub fn declared_values(kind: &Kind, question: &Question) -> Vec<(&'static str, Value)> {
    let Some(slot) = question.slot else { return Vec::new() };
    let answers = declared_answers(slot);
    let mut values = vec![
        question::ASKED_IN.is(kind.id),
        question::SLOT.is(slot.key),
        question::ORDER.is(question.order),
        question::EN.is(slot.label.en),
        question::ES.is(slot.label.es),
        question::ANSWER.is(manner(slot.ty)),
    ];
    if !answers.is_empty() {
        values.push(question::ANSWERS.is(offered::write(&answers)));
    }
    values
}

/// The places of questions after one of them went up (−1) or down (+1): those that change, with their new places.
pub fn moved(questions: &[Question], key: &str, by: isize) -> Vec<(usize, f64)> {
    let numbers: Vec<f64> = questions.iter().map(|question| question.order).collect();
    by_hand::moved(&numbers, questions.iter().position(|question| question.field.key == key), by)
}

/// The place at the end of some questions.
pub fn last_place(questions: &[Question]) -> f64 {
    questions.iter().map(|question| question.order).fold(0.0, f64::max) + STEP
}

fn manner(ty: FieldType) -> &'static str {
    match ty {
        FieldType::Choices(_) => SEVERAL,
        FieldType::Choice(_) => ONE,
        FieldType::YesNo => "yes_no",
        FieldType::Number { .. } => "number",
        FieldType::Date => "date",
        FieldType::LongText => "long_text",
        _ => "text",
    }
}

/// A question as it is declared: the team has changed nothing of it, or has deleted what it changed.
fn as_declared(slot: &'static Field, order: f64, deleted: Option<&Record>) -> Question {
    let own = deleted.map(|record| Wording::of(record, Some(slot)).answers).unwrap_or_default();
    let own: Vec<Offered> = own
        .into_iter()
        .filter(|answer| slot.answer(&answer.key).is_none())
        .map(|answer| Offered { off: true, ..answer })
        .collect();
    let field = match own.is_empty() {
        true => slot,
        false => {
            let answers = declared_answers(slot).into_iter().chain(own).collect();
            let [en, es] = [slot.label.en, slot.label.es].map(str::to_owned);
            kept(Wording { key: slot.key.to_owned(), en, es, answer: String::new(), answers }, Some(slot))
        }
    };
    Question { field, id: None, slot: Some(slot), order, asked: true, deleted: false, half: false }
}

fn declared_answers(slot: &Field) -> Vec<Offered> {
    let answer = |answer: &Choice| Offered {
        key: answer.key.to_owned(),
        en: answer.label.en.to_owned(),
        es: answer.label.es.to_owned(),
        off: false,
    };
    slot.offered().iter().map(answer).collect()
}

fn question(record: &Record, slot: Option<&'static Field>, place: f64) -> Question {
    let wording = Wording::of(record, slot);
    let half = [&wording.en, &wording.es].iter().any(|words| words.is_empty())
        || wording.answers.iter().any(|answer| !answer.off && (answer.en.is_empty() || answer.es.is_empty()));
    let deleted = !record.is_alive();
    Question {
        field: kept(wording, slot),
        id: Some(record.id),
        slot,
        order: question::ORDER.of(record).unwrap_or(place),
        asked: !deleted && !question::LEFT_OUT.of(record),
        deleted,
        half,
    }
}

/// Everything of a question that a field is made of.
#[derive(Clone, Debug, PartialEq)]
struct Wording {
    key: String,
    en: String,
    es: String,
    answer: String,
    answers: Vec<Offered>,
}

impl Wording {
    fn of(record: &Record, slot: Option<&Field>) -> Wording {
        let text = |field: TextField| field.of(record).unwrap_or_default().trim().to_owned();
        let answers = question::ANSWERS.of(record).map(offered::read).unwrap_or_default();
        Wording {
            // Of the shape of declared keys, so that files need no rule of their own for it.
            key: slot.map_or_else(|| format!("q_{}", record.id), |slot| slot.key.to_owned()),
            en: text(question::EN),
            es: text(question::ES),
            answer: text(question::ANSWER),
            answers,
        }
    }
}

/// Words of a question, made once for the life of the app.
///
/// A declared field is `'static`, and every loop over fields relies on it. A guide has some twenty questions: what an
/// afternoon of rewording leaves behind is a few kilobytes.
fn kept(wording: Wording, slot: Option<&'static Field>) -> &'static Field {
    static KEPT: Mutex<Vec<(Wording, &'static Field)>> = Mutex::new(Vec::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, field)) = kept.iter().find(|(known, _)| *known == wording) {
        return field;
    }
    let field: &'static Field = Box::leak(Box::new(field_of(&wording, slot)));
    kept.push((wording, field));
    field
}

fn field_of(wording: &Wording, slot: Option<&'static Field>) -> Field {
    let words = |own: &str, other: &str| -> &'static str {
        String::leak(if own.is_empty() { other.to_owned() } else { own.to_owned() })
    };
    let label = t(words(&wording.en, &wording.es), words(&wording.es, &wording.en));
    let choices = |off: bool| -> &'static [Choice] {
        let answers = wording.answers.iter().filter(|answer| answer.off == off);
        let answers = answers.map(|answer| {
            choice(String::leak(answer.key.clone()), t(words(&answer.en, &answer.es), words(&answer.es, &answer.en)))
        });
        Vec::leak(answers.collect())
    };
    let Some(slot) = slot else {
        let ty = match &*wording.answer {
            SEVERAL => FieldType::Choices(choices(false)),
            ONE => FieldType::Choice(choices(false)),
            "yes_no" => FieldType::YesNo,
            "number" => FieldType::Number { min: -1e9, max: 1e9 },
            "date" => FieldType::Date,
            SCALE => FieldType::Number { min: 1.0, max: 5.0 },
            "long_text" | LIST => FieldType::LongText,
            _ => FieldType::Text,
        };
        // What people say in their own words may tell who they are.
        let private = matches!(ty, FieldType::Text | FieldType::LongText);
        let key = String::leak(wording.key.clone());
        return Field { label, private, retired: choices(true), ..Field::new(key, ty) };
    };
    let ty = match slot.ty {
        FieldType::Choices(_) => FieldType::Choices(choices(false)),
        FieldType::Choice(_) => FieldType::Choice(choices(false)),
        other => other,
    };
    // An answer that was declared is understood for ever, even if a record lacks it.
    let lacking = slot.offered().iter().filter(|declared| !wording.answers.iter().any(|own| own.key == declared.key));
    let retired: Vec<Choice> = choices(true).iter().chain(lacking).copied().collect();
    Field { label, ty, retired: Vec::leak(retired), ..*slot }
}

#[cfg(test)]
mod tests;
