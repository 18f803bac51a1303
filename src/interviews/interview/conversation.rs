//! The conversation: where it stands, the answer that is tapped or typed, the line that is being written, and what is
//! on its way to the store. It takes what happens, in whatever order, and says what is to be done.
//!
//! There is nothing to save. A line is kept as a draft while it is written and becomes a note once it is entered or
//! left; a tapped answer is kept at the tap; where one stands is kept with every turn. Nothing but the person moves
//! them: an answer of the store that comes late finds its words, not their place.

mod events;
mod line;

pub use events::{ConversationEffect, ConversationEvent, SentAnswer};

use super::super::kinds::interview::said_fields as said;
use super::{Talk, Turn};
use crate::interviews::interview as talks;
use crate::interviews::kinds::interview::{ANSWER, LATER, SAID, SKIPPED};
use crate::model::date::{self, Now};
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::order;
use crate::model::question::LIST;
use crate::model::questionnaire::keys;
use crate::model::typed::Of;
use crate::work::drafts::place::TypedPlace;
use line::Line;

/// What the conversation looks at, as it is just now.
pub struct ConversationView<'a> {
    /// The interview as the book has it.
    pub talk: Option<&'a Talk>,
    /// What was typed in a place and kept.
    pub typed: &'a dyn Fn(&str) -> Option<String>,
    /// The present.
    pub now: Now,
    /// Who uses the tablet.
    pub by: Option<Id>,
    /// A new identity, for the line that is begun next.
    pub new_id: Id,
}

/// An interview being held.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    interview: Id,
    at: usize,
    /// The answer that was tapped or typed to the question one stands at.
    value: String,
    answering: TypedPlace,
    line: Line,
    /// Other lines that were begun and are no notes yet.
    waiting: Vec<Draft>,
    speaker: Option<Id>,
    /// Answers on their way to the store, in order.
    sent: Vec<SentAnswer>,
    numbers: u64,
    /// The question one stands at, as it was written down or is on its way.
    told: Option<String>,
}

type Effects = Vec<ConversationEffect>;

impl Conversation {
    /// Opens an interview where it was left, with the lines that were being written when the tablet slept or the tab
    /// was closed. `stored` is the question one stood at.
    pub fn open<'a>(
        interview: Id,
        drafts: impl IntoIterator<Item = &'a Draft>,
        stored: Option<&str>,
        view: &ConversationView,
    ) -> Conversation {
        let mine = |draft: &&Draft| draft.kind == SAID.id && draft.new && said::INTERVIEW.of(*draft) == Some(interview);
        let mut waiting: Vec<Draft> = drafts.into_iter().filter(mine).cloned().collect();
        order::sort_by_key(&mut waiting, |draft| (draft.begun_ms, draft.id));
        let mut conversation = Conversation::new(interview, view.new_id);
        conversation.at = view.talk.map_or(0, |talk| talk.at);
        conversation.told = stored.map(str::to_owned);
        if !waiting.is_empty() {
            let draft = waiting.remove(0);
            let question = said::QUESTION.of(&draft).unwrap_or_default();
            let turns = view.talk.map(|talk| &*talk.turns).unwrap_or_default();
            if let Some(at) = turns.iter().position(|turn| turn.asked.key == question) {
                conversation.at = at;
            }
            conversation.take_up(&draft);
        }
        conversation.waiting = waiting;
        // Nothing was typed yet, so nothing is to be kept.
        drop(conversation.read(view));
        conversation
    }

    /// A conversation of which nothing is known yet, with the identity of its first line.
    pub fn new(interview: Id, line: Id) -> Conversation {
        Conversation {
            interview,
            at: 0,
            value: String::new(),
            answering: TypedPlace::default(),
            line: Line::new(line),
            waiting: Vec::new(),
            speaker: None,
            sent: Vec::new(),
            numbers: 0,
            told: None,
        }
    }

    /// The place of the question one stands at; behind the last one, the end.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The answer that was tapped or typed to the question one stands at.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The line that is being written.
    pub fn words(&self) -> &str {
        &self.line.words
    }

    /// Who says it; nobody for everyone together.
    pub fn speaker(&self) -> Option<Id> {
        self.speaker
    }

    /// Whether something is typed that is no note and no answer yet.
    pub fn is_dirty(&self) -> bool {
        self.line.since.is_some() || self.answering.waits()
    }

    /// Takes what happened. Gives what is to be done.
    pub fn on(&mut self, event: ConversationEvent, view: &ConversationView) -> Effects {
        use ConversationEvent as Event;
        match event {
            Event::LineTyped(words) => self.line_typed(words, view),
            Event::LineEntered => {
                let effects = self.enter(view);
                self.take_up_waiting(view);
                effects
            }
            Event::LineRefused(draft) => self.line_refused(draft, view),
            Event::LineNotKept(id) => {
                self.line.unkept |= self.line.id == id;
                Vec::new()
            }
            Event::SpeakerTapped(speaker) => {
                self.speaker = speaker;
                self.line.unkept = self.line.since.is_some();
                self.keep(view)
            }
            Event::Speakers(agreed, all) => self.speakers(&agreed, all),
            Event::AnswerTyped(value) => {
                self.value = value;
                self.answering.write();
                vec![ConversationEffect::Wait]
            }
            Event::AnswerGiven(value) => self.answer(value, view),
            Event::AnswerTapped { key, several, on } => {
                let others = keys(&self.value).filter(|known| several && *known != key);
                let value: Vec<&str> = others.chain(on.then_some(&*key)).collect();
                self.answer(value.join(" "), view)
            }
            Event::AnswerStored(number) => {
                self.sent.retain(|sent| sent.number != number);
                Vec::new()
            }
            Event::AnswerRefused(number) => self.answer_refused(number, view),
            Event::AnswerNotKept(typed) => {
                self.answering.not_kept(&typed);
                Vec::new()
            }
            Event::PlaceRefused => {
                self.told = None;
                Vec::new()
            }
            Event::Next => match view.talk {
                // What was tapped just now is known here a moment before it is kept.
                Some(talk) => {
                    let next = self.talk(talk).next_after(self.at, &self.value);
                    self.stand_at(next.unwrap_or(talk.turns.len()), view)
                }
                None => self.stand_at(self.at, view),
            },
            Event::Back => match view.talk.and_then(|talk| self.talk(talk).back(self.at)) {
                Some(back) => self.stand_at(back, view),
                None => Vec::new(),
            },
            Event::Later => self.pass(LATER, view),
            Event::Skip => self.pass(SKIPPED, view),
            Event::GoTo(at) => self.stand_at(at, view),
            Event::ToTheEnd => self.stand_at(view.talk.map_or(0, |talk| talk.turns.len()), view),
            Event::Rested => self.keep(view),
        }
    }

    // ---- The line ------------------------------------------------------------------------------------------------

    fn line_typed(&mut self, words: String, view: &ConversationView) -> Effects {
        self.line.since.get_or_insert_with(|| date::stored(view.now.moment()));
        (self.line.words, self.line.unkept) = (words, true);
        vec![ConversationEffect::Wait]
    }

    fn draft(&self, view: &ConversationView) -> Draft {
        self.line.draft(self.speaker, self.interview, &self.key(view), view)
    }

    fn enter(&mut self, view: &ConversationView) -> Effects {
        let draft = self.draft(view);
        let begun = self.line.since.is_some();
        self.line = Line::new(view.new_id);
        match draft.is_empty() {
            false => vec![ConversationEffect::EnterLine(draft)],
            // What was deleted again leaves no draft behind.
            true if begun => vec![ConversationEffect::KeepLine(draft)],
            true => Vec::new(),
        }
    }

    /// Not a word is lost: the line is put back where it was written, before what was written since; where one has
    /// gone on to another question, it waits at its own.
    fn line_refused(&mut self, draft: Draft, view: &ConversationView) -> Effects {
        if said::QUESTION.of(&draft) != Some(&*self.key(view)) {
            self.waiting.push(draft.clone());
            return vec![ConversationEffect::KeepLine(draft)];
        }
        let since = std::mem::replace(&mut self.line, Line::new(draft.id));
        let speaker = self.speaker;
        self.take_up(&draft);
        let mut effects = Vec::new();
        if since.since.is_some() {
            // It is part of the one before from now on, and no draft of its own.
            if !since.words.is_empty() {
                self.line.words = format!("{}\n{}", self.line.words, since.words);
                self.speaker = speaker;
            }
            let values = Default::default();
            effects.push(ConversationEffect::DropLine(Draft { id: since.id, values, ..draft }));
        }
        self.line.unkept = true;
        effects.extend(self.keep(view));
        effects
    }

    fn take_up(&mut self, draft: &Draft) {
        self.line = Line::of(draft);
        self.speaker = said::SPEAKER.of(draft);
    }

    /// Goes on with a line that waits at the question one stands at.
    fn take_up_waiting(&mut self, view: &ConversationView) {
        let Some(turn) = self.turn(view) else { return };
        let here = |draft: &Draft| said::QUESTION.of(draft) == Some(&*turn.asked.key);
        if let Some(waits) = self.waiting.iter().position(here) {
            let draft = self.waiting.remove(waits);
            self.take_up(&draft);
        }
    }

    /// Where everyone may be written down, words may be everyone's; else they are somebody's who agreed.
    fn speakers(&mut self, agreed: &[Id], all: usize) -> Effects {
        if !self.speaker.is_some_and(|id| agreed.contains(&id)) {
            self.speaker = agreed.first().copied().filter(|_| all > agreed.len() || all == 1);
        }
        Vec::new()
    }

    // ---- The answer ----------------------------------------------------------------------------------------------

    fn answer(&mut self, value: String, view: &ConversationView) -> Effects {
        let Some(turn) = self.turn(view) else { return Vec::new() };
        let (number, question) = (self.numbers, turn.asked.key.clone());
        self.numbers += 1;
        let given = self.answering.give(&value);
        self.value.clone_from(&value);
        let sent = SentAnswer { number, question, value, given };
        self.sent.push(sent.clone());
        vec![ConversationEffect::Answer(sent)]
    }

    fn answer_refused(&mut self, number: u64, view: &ConversationView) -> Effects {
        let Some(at) = self.sent.iter().position(|sent| sent.number == number) else { return Vec::new() };
        let refused = self.sent.remove(at);
        if self.sent.iter().any(|later| later.question == refused.question) {
            return Vec::new();
        }
        match refused.given {
            Some(typed) => {
                self.answering.refused(&typed);
                // What refused them may refuse to keep them, too; why was said.
                vec![ConversationEffect::KeepTyped(typed)]
            }
            // What was tapped and cannot be kept is not shown as if it were.
            None if self.key(view) == refused.question && self.value == refused.value => self.read(view),
            None => Vec::new(),
        }
    }

    /// Shows the answer that is known of where one stands, or what was being typed there.
    fn read(&mut self, view: &ConversationView) -> Effects {
        let left = match self.turn(view) {
            Some(turn) if is_typed(&turn.asked.manner) => {
                let (key, on_its_way) = (&turn.asked.key, self.on_its_way(&turn.asked.key));
                let place = format!("answer:{}:{key}", self.interview);
                // What was given is empty here a moment before the store knows.
                let known = if on_its_way.is_some() { None } else { (view.typed)(&place) };
                let otherwise = on_its_way.unwrap_or(&turn.value).to_owned();
                let fields = [("interview", self.interview.to_string()), ("question", key.clone())];
                let of = Of::new(ANSWER.id, talks::answer_id(self.interview, key), fields);
                let (left, known) = self.answering.go(&self.value, place, Some(of), known);
                self.value = known.unwrap_or(otherwise);
                left
            }
            turn => {
                let value = turn.map(|turn| self.on_its_way(&turn.asked.key).unwrap_or(&turn.value).to_owned());
                let left = self.answering.leave(&self.value);
                self.value = value.unwrap_or_default();
                left
            }
        };
        left.map(ConversationEffect::KeepTyped).into_iter().collect()
    }

    /// The answer to a question that is on its way to the store, the latest of them.
    fn on_its_way(&self, question: &str) -> Option<&str> {
        self.sent.iter().rev().find(|sent| sent.question == question).map(|sent| &*sent.value)
    }

    /// The interview with the answers that are on their way.
    fn talk(&self, talk: &Talk) -> Talk {
        let mut talk = talk.clone();
        talk.answer(|key| self.on_its_way(key).map(str::to_owned));
        talk
    }

    // ---- Going on ------------------------------------------------------------------------------------------------

    fn keep(&mut self, view: &ConversationView) -> Effects {
        let line = std::mem::take(&mut self.line.unkept).then(|| ConversationEffect::KeepLine(self.draft(view)));
        let typed = self.answering.keep(&self.value).map(ConversationEffect::KeepTyped);
        line.into_iter().chain(typed).collect()
    }

    fn stand_at(&mut self, at: usize, view: &ConversationView) -> Effects {
        let mut effects = Vec::new();
        // Also an answer that was typed before the tablet slept and not touched since.
        if self.answering.waits() {
            effects.extend(self.answer(self.value.clone(), view));
        }
        effects.extend(self.enter(view));
        self.at = at;
        effects.extend(self.read(view));
        self.take_up_waiting(view);
        let key = self.turn(view).map(|turn| turn.asked.key.clone());
        if let Some(key) = key.filter(|key| self.told.as_ref() != Some(key)) {
            effects.push(ConversationEffect::StandAt(talks::at(self.interview, &key)));
            self.told = Some(key);
        }
        effects.push(ConversationEffect::ToTop);
        effects
    }

    fn pass(&mut self, state: &'static str, view: &ConversationView) -> Effects {
        let Some(turn) = self.turn(view) else { return Vec::new() };
        let row = talks::passed(self.interview, &turn.asked.key, state);
        let mut effects = vec![ConversationEffect::Pass(row)];
        effects.extend(self.on(ConversationEvent::Next, view));
        effects
    }

    /// The question one stands at; none at the end.
    fn turn<'a>(&self, view: &ConversationView<'a>) -> Option<&'a Turn> {
        view.talk?.turns.get(self.at)
    }

    fn key(&self, view: &ConversationView) -> String {
        self.turn(view).map(|turn| turn.asked.key.clone()).unwrap_or_default()
    }
}

/// Whether an answer of this manner is typed into a field of its own, rather than tapped or noted.
fn is_typed(manner: &str) -> bool {
    matches!(manner, "number" | "date" | "text" | LIST)
}
