//! A plan that was written elsewhere and is pasted: its lines become tasks under the headings that it has. What cannot be
//! known of a line stays in its words.

use super::page::{Line, Looked};
use super::parts::Part;
use super::typed_line::{Answers, Reader, Reading};
use super::words;
use super::writing::{Typed, placed_in, values};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::outline::{self, Heading, NotRead};
use crate::model::record_write::RecordWrite;
use crate::model::text::{Lang, Text};
use crate::model::{order, rank};

use super::kinds::{DEEPEST, TASK, fields as task};

/// A line of the plan, and what it becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The part in which it will stand.
    pub part: Part,
    /// Whether it stands under a heading that is known.
    pub under_heading: bool,
    /// How far it is indented.
    pub indent: u8,
    /// Whether it was ticked.
    pub ticked: bool,
    /// What it says.
    pub reading: Reading,
    /// Whether something in it could be a day or a partner and was left as words.
    pub left: bool,
}

const fn heading(part: Part, top: bool, labels: &'static [&'static str; 2]) -> Heading {
    Heading { key: part.key(), labels, top }
}

/// What can stand over lines, in both languages, and where those go.
static HEADINGS: &[Heading] = &[
    heading(Part::Other, true, &both(words::IN_BUILDING)),
    heading(Part::Updates, false, &both(words::TEAMS)),
    heading(Part::Updates, false, &both(words::UPDATES)),
    heading(Part::Programming, false, &both(words::PROGRAMMING)),
    heading(Part::Programming, false, &both(words::TO_DO)),
    heading(Part::Upcoming, false, &both(words::UPCOMING)),
    heading(Part::Other, false, &both(words::OTHER)),
    heading(Part::Outreach, true, &both(words::OUTREACH_TO_DO)),
    heading(Part::ReachOut, false, &both(words::SCHOOLS)),
    heading(Part::ReachOut, false, &both(words::REACH_OUT)),
    heading(Part::FollowUps, true, &both(words::FOLLOW_UPS_TO_DO)),
    heading(Part::Done, true, &both(words::OUTREACH_DONE)),
    heading(Part::Ideas, true, &both(words::IDEAS)),
];

const fn both(text: Text) -> [&'static str; 2] {
    [text.en, text.es]
}

fn part_of(key: &str) -> Option<Part> {
    Part::ALL.into_iter().find(|part| part.key() == key)
}

/// The lines of a pasted plan, in its order. Days without a year are looked for from the week on into which it is pasted.
///
/// # Errors
/// If it is no plan that anybody would read: thousands of lines, or one that is a book.
pub fn read(book: &Book, index: &mut Index, text: &str, looked: Looked, lang: Lang) -> Result<Vec<Pasted>, NotRead> {
    let lines = outline::read(text, HEADINGS)?;
    let mut found = Vec::new();
    for line in lines.into_iter().filter(|line| !line.text.trim().is_empty()) {
        let known = line.section.and_then(part_of);
        let part = known.unwrap_or(Part::Outreach);
        let done = part == Part::Done;
        let reader = Reader { today: if done { looked.today } else { looked.week }, lang, done };
        let first = reader.read(book, index, &line.text, &Answers::default());
        let asks = first.asks.clone();
        let left = asks.when.is_some() || asks.partner.is_some();
        let answers =
            Answers { when: asks.when.is_some().then_some(None), partner: asks.partner.is_some().then_some(None) };
        let reading = if left { reader.read(book, index, &line.text, &answers) } else { first };
        let indent = u8::try_from(line.level).unwrap_or(DEEPEST).min(DEEPEST);
        let under_heading = known.is_some();
        found.push(Pasted { part, under_heading, indent, ticked: line.ticked, reading, left });
    }
    Ok(found)
}

/// What to write for the lines of a plan: behind what stands in each part already, in their order.
pub fn rows(
    book: &Book,
    (lines, looked): (&[Line], Looked),
    pasted: &[Pasted],
    staff: Option<Id>,
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<RecordWrite> {
    let mut rows = Vec::new();
    for part in Part::ALL {
        let own: Vec<&Pasted> = pasted.iter().filter(|line| line.part == part).collect();
        if own.is_empty() {
            continue;
        }
        let there = placed_in(lines, part);
        let ranks: Vec<&str> = there.iter().map(|line| line.rank.as_str()).collect();
        let placed = rank::arrange(&ranks, ranks.len(), own.len(), super::writing::seed(new_id()));
        for (line, rank) in own.into_iter().zip(placed.ranks) {
            let typed = Typed { reading: &line.reading, part, indent: line.indent, staff, after: None };
            let mut values = values(looked, &typed);
            values.push(task::RANK.is(rank));
            if line.ticked && part != Part::Done {
                values.extend(
                    super::writing::done(looked.today)
                        .into_iter()
                        .filter_map(|(key, value)| Some((TASK.field(&key)?.key, value))),
                );
            }
            rows.push((TASK.id, new_id(), order::values(values)));
        }
        let others = placed.others.into_iter();
        rows.extend(others.filter_map(|(at, rank)| super::writing::ranked(book, there.get(at)?.of, rank)));
    }
    rows
}
