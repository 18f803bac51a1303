//! A conversation on the screen of a tablet, for these tests.

use super::*;

/// A tablet with a conversation on its screen, and what was asked of the store and not answered yet.
pub(super) struct Playing {
    pub(super) tablet: Tablet,
    pub(super) interview: Id,
    pub(super) conversation: Conversation,
    pub(super) asked: VecDeque<Effect>,
}

pub(super) fn guide() -> Asking {
    let typed = |key: &str| Asked { key: key.into(), manner: "text".into(), ..Asked::default() };
    let mut asking = asking();
    asking.questions.push(typed("years"));
    asking
}

impl Playing {
    pub(super) fn new(seed: u64) -> Playing {
        let tablet = Tablet::new(seed);
        let interview = begin(&tablet, &guide());
        speaker(&tablet, interview, "Rosa", &[NOTES]);
        Playing::on(tablet, interview)
    }

    pub(super) fn on(tablet: Tablet, interview: Id) -> Playing {
        let talk = talk(&tablet, interview);
        let drafts: Vec<_> = tablet.work.state().drafts.values().cloned().collect();
        let stored = at(&tablet, interview);
        let conversation = look(&tablet, &talk, |view| Conversation::open(interview, &drafts, stored.as_deref(), view));
        Playing { tablet, interview, conversation, asked: VecDeque::new() }
    }

    /// Tells the conversation; what it asks of the store waits.
    pub(super) fn tell(&mut self, event: Event) {
        let talk = talk(&self.tablet, self.interview);
        let conversation = &mut self.conversation;
        let effects = look(&self.tablet, &talk, |view| conversation.on(event, view));
        self.asked.extend(effects.into_iter().filter(|effect| !matches!(effect, Effect::Wait | Effect::ToTop)));
    }

    pub(super) fn type_line(&mut self, words: &str) {
        self.tell(Event::LineTyped(words.to_owned()));
    }

    /// The store answers the first of what was asked. Gives whether it did it.
    pub(super) fn answer(&mut self) -> Option<(Effect, bool)> {
        let effect = self.asked.pop_front()?;
        let work = &self.tablet.work;
        let write = |rows| Command::Write { label: Message::same("test".to_owned()), rows };
        let refused = match effect.clone() {
            Effect::KeepLine(draft) => {
                let id = draft.id;
                now(work.keep_draft(draft)).err().map(|_| Event::LineNotKept(id))
            }
            Effect::DropLine(draft) => now(work.drop_draft(draft)).err().and(None),
            Effect::EnterLine(draft) => {
                now(work.run(Command::Enter(draft.clone()))).err().map(|_| Event::LineRefused(draft))
            }
            Effect::KeepTyped(typed) => now(work.keep_typed(typed.clone())).err().map(|_| Event::AnswerNotKept(typed)),
            Effect::Answer(sent) => {
                let places: Vec<String> = sent.given.iter().map(|typed| typed.place.clone()).collect();
                let row = talks::answered(self.interview, &sent.question, &sent.value);
                let refused = now(work.run_typed(write(vec![row]), &places)).err();
                let refused = refused.map(|_| Event::AnswerRefused(sent.number));
                if refused.is_none() {
                    self.tell(Event::AnswerStored(sent.number));
                }
                refused
            }
            Effect::Pass(row) => now(work.run(write(vec![row]))).err().and(None),
            Effect::StandAt(row) => now(work.run(write(vec![row]))).err().map(|_| Event::PlaceRefused),
            Effect::Wait | Effect::ToTop => None,
        };
        let done = refused.is_none();
        refused.into_iter().for_each(|event| self.tell(event));
        Some((effect, done))
    }

    pub(super) fn answer_all(&mut self) {
        while self.answer().is_some() {}
    }

    pub(super) fn writes(&self, role: Role) {
        now(self.tablet.work.set_role(role)).unwrap();
    }

    /// The tab is killed and opened again.
    pub(super) fn killed(self) -> Playing {
        Playing::on(self.tablet.reopened(), self.interview)
    }

    /// The notes, with the question each stands at.
    pub(super) fn notes(&self) -> Vec<(String, String)> {
        let state = self.tablet.work.state();
        let text = |key: &str, record: &crate::model::record::Record| record.text(key).unwrap_or_default().to_owned();
        let mut notes: Vec<_> =
            state.book.records(SAID.id).map(|record| (text("question", record), text("words", record))).collect();
        notes.sort();
        notes
    }

    pub(super) fn given(&self, question: &str) -> String {
        let talk = talk(&self.tablet, self.interview);
        talk.turns.iter().find(|turn| turn.asked.key == question).map(|turn| turn.value.clone()).unwrap()
    }
}

pub(super) fn talk(tablet: &Tablet, interview: Id) -> Talk {
    let record = tablet.work.state().book.alive(INTERVIEW.id, interview).unwrap().clone();
    tablet.work.look(|book, index| talks::talk(book, index, &record)).unwrap()
}

pub(super) fn at(tablet: &Tablet, interview: Id) -> Option<String> {
    tablet.work.state().book.alive(INTERVIEW.id, interview)?.text("at").map(str::to_owned)
}

pub(super) fn look<R>(tablet: &Tablet, talk: &Talk, look: impl FnOnce(&ConversationView) -> R) -> R {
    let typed = |place: &str| tablet.work.typed(place);
    let (now, new_id) = (tablet.work.now(), tablet.work.new_id());
    look(&ConversationView { talk: Some(talk), typed: &typed, now, by: None, new_id })
}

pub(super) fn note(question: &str, words: &str) -> (String, String) {
    (question.to_owned(), words.to_owned())
}
