//! The conversation: one question at a time, large, in the language of whoever is asked, and below it what they say.
//!
//! What happens here is told to [`Conversation`], which decides; this draws what stands there and does what it asks.

mod answer;
mod end;
mod notes;
mod question;

use super::{keep, prompts_in, sound};
use crate::interviews::interview::Talk;
use crate::interviews::interview::conversation::{
    Conversation, ConversationEffect as Effect, ConversationEvent as Event, ConversationView,
};
use crate::interviews::kinds::interview::{ANSWER, INTERVIEW, NOTES, SAID, SPEAKER, interview_fields};
use crate::interviews::kinds::interview_guide::GUIDE_VERSION;
use crate::interviews::{interview as talks, routes, words};
use crate::model::id::Id;
use crate::model::text::{Lang, Text};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::{KEEP_AFTER, on_leaving};
use crate::work::command::Command;
use crate::work::consent::{self, Grant};
use leptos::html;
use leptos::prelude::*;

/// An interview being held. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Talking {
    ui: Ui,
    interview: Id,
    talk: Memo<Option<Talk>>,
    flow: StoredValue<Conversation>,
    /// The language in which it is read out.
    lang: RwSignal<Lang>,
    /// What the flow says, to be shown: where one stands, the answer there, the line, and who says it.
    at: RwSignal<usize>,
    value: RwSignal<String>,
    typed: RwSignal<String>,
    speaker: RwSignal<Option<Id>>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    input: NodeRef<html::Textarea>,
    /// Keeps a double tap that leads to a question, or to the end, from passing that, too.
    guard: Guard,
}

/// An interview being held.
pub fn screen(ui: Ui, interview: Id) -> impl IntoView {
    let talk = memo(move || {
        [SAID.id, ANSWER.id, GUIDE_VERSION.id].iter().for_each(|kind| ui.follow(kind));
        let record = ui.record(&INTERVIEW, interview)?;
        ui.look(|book, index| talks::talk(book, index, &record))
    });
    let flow = open(ui, interview, talk);
    let at = RwSignal::new(flow.at());
    let guard = Guard::over(move || at.get());
    // One comes here by a tap.
    guard.moved();
    let talking = Talking {
        ui,
        interview,
        talk,
        at,
        lang: prompts_in(ui, Some(interview)),
        value: RwSignal::new(flow.value().to_owned()),
        typed: RwSignal::new(flow.words().to_owned()),
        speaker: RwSignal::new(flow.speaker()),
        flow: StoredValue::new(flow),
        timer: StoredValue::new_local(None),
        input: NodeRef::new(),
        guard,
    };
    sound::mend(ui, interview);
    on_leaving(ui, move || {
        talking.tell(Event::Rested);
    });
    on_cleanup(move || {
        ui.dirty.try_set(false);
    });
    ui.head(move || {
        let lang = ui.lang.get();
        let line = talk.with(|talk| talk.as_ref().map(|talk| talk.asking.name.get(lang).to_owned()));
        Head {
            title: ui.title(&INTERVIEW, interview).unwrap_or_default(),
            line: line.unwrap_or_default(),
            back: Some((Route::Records(INTERVIEW.id, View::One(interview)), words::INTERVIEWS.get(lang))),
        }
    });
    // What is asked and said changes within; only where one stands draws the screen anew.
    let state = memo(move || {
        ui.follow(SPEAKER.id);
        let may = may_write(ui, interview);
        let all = talk.with(|talk| talk.as_ref().map(|talk| talk.turns.len()));
        (all.is_some(), may, all.is_some_and(|all| talking.at.get() >= all))
    });
    drawn(move || match state.get() {
        (false, ..) => view! {
            <div class="page"><Empty path=icon_paths::OUTREACH title=INTERVIEW.name purpose=words::NO_GUIDE/></div>
        }
        .into_any(),
        (_, May::Nobody, _) => not_written_down(ui, interview, words::NOBODY_ASKED).into_any(),
        (_, May::Denied, _) => not_written_down(ui, interview, words::NOBODY_AGREED).into_any(),
        (_, _, true) => talking.end().into_any(),
        _ => (move || {
            let at = talking.at.get();
            let turn = talking.talk.with_untracked(|talk| talk.as_ref()?.turns.get(at).cloned())?;
            Some(talking.question(turn))
        })
        .into_any(),
    })
}

/// Whether anything may be written down.
#[derive(Clone, Copy, PartialEq)]
enum May {
    Nobody,
    Denied,
    Somebody,
}

fn may_write(ui: Ui, interview: Id) -> May {
    let work = ui.work();
    let state = work.state();
    let speakers = consent::speakers(&state.book, interview);
    match speakers.iter().any(|record| consent::of_record(&SPEAKER, record, NOTES) == Grant::Given) {
        true => May::Somebody,
        false if speakers.is_empty() => May::Nobody,
        false => May::Denied,
    }
}

/// Nothing may be written down; the way to change that.
fn not_written_down(ui: Ui, interview: Id, why: Text) -> impl IntoView {
    let ask = move || ui.go(routes::CONSENT.at((interview, ui.work().new_id())));
    view! {
        <div class="page"><Empty path=icon_paths::PERSON title=words::CONSENT purpose=why/></div>
        <div class="actions">
            <Quiet path=icon_paths::PERSON text=words::TO_CONSENT class="primary" on_tap=ask/>
        </div>
    }
}

/// Looks at the interview as it is just now.
fn look<R>(ui: Ui, talk: Memo<Option<Talk>>, look: impl FnOnce(&ConversationView) -> R) -> Option<R> {
    let work = ui.work();
    let typed = |place: &str| work.typed(place);
    let (now, by, new_id) = (work.now(), work.state().actor, work.new_id());
    talk.try_with_untracked(|talk| look(&ConversationView { talk: talk.as_ref(), typed: &typed, now, by, new_id }))
}

/// Opens the conversation where it was left.
fn open(ui: Ui, interview: Id, talk: Memo<Option<Talk>>) -> Conversation {
    let work = ui.work();
    let record = ui.peek(&INTERVIEW, interview);
    let stored = record.as_ref().and_then(|record| interview_fields::AT.of(record));
    let drafts: Vec<_> = work.state().drafts.values().cloned().collect();
    let opened = look(ui, talk, |view| Conversation::open(interview, &drafts, stored, view));
    opened.unwrap_or_else(|| Conversation::new(interview, work.new_id()))
}

impl Talking {
    /// Tells what happened, shows what stands there now, and does what is asked for.
    fn tell(self, event: Event) {
        self.reaches(event);
    }

    /// As [`Talking::tell`]. Gives whether the screen still stands.
    fn reaches(self, event: Event) -> bool {
        let effects = look(self.ui, self.talk, |view| self.flow.try_update_value(|flow| flow.on(event, view)));
        let Some(effects) = effects.flatten() else { return false };
        self.show();
        effects.into_iter().for_each(|effect| self.run(effect));
        true
    }

    fn show(self) {
        fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, to: T) {
            if signal.try_with_untracked(|now| *now != to) == Some(true) {
                signal.try_set(to);
            }
        }
        self.flow.try_with_value(|flow| {
            set(self.at, flow.at());
            set(self.value, flow.value().to_owned());
            set(self.typed, flow.words().to_owned());
            set(self.speaker, flow.speaker());
            set(self.ui.dirty, flow.is_dirty());
        });
    }

    fn run(self, effect: Effect) {
        let (ui, work) = (self.ui, self.ui.work());
        match effect {
            Effect::Wait => self.timer.update_value(|timer| {
                if let Some(timer) = timer.take() {
                    timer.clear();
                }
                let rested = move || self.tell(Event::Rested);
                *timer = set_timeout_with_handle(rested, KEEP_AFTER).ok();
            }),
            Effect::ToTop => {
                // Also where one stands there already: what was opened is closed.
                self.at.notify();
                crate::ui::parts::scroll_to_top();
            }
            Effect::DropLine(draft) => ui.spawn(async move {
                // In a tab that follows it goes later; why was said.
                drop(work.drop_draft(draft).await);
            }),
            Effect::KeepLine(draft) => ui.spawn(async move {
                let id = draft.id;
                if let Err(error) = work.keep_draft(draft).await {
                    self.tell(Event::LineNotKept(id));
                    ui.warn(error.message());
                }
            }),
            // One goes on to the next question, whatever the store says: what it refuses is held and tried again.
            Effect::EnterLine(draft) => ui.spawn(async move {
                if let Err(error) = work.run(Command::Enter(draft.clone())).await {
                    ui.warn(error.message());
                    if !self.reaches(Event::LineRefused(draft.clone())) {
                        // Nobody looks at it any more: it stays a draft, and why was said.
                        drop(work.keep_draft(draft).await);
                    }
                }
            }),
            Effect::KeepTyped(typed) => ui.spawn(async move {
                if let Err(error) = work.keep_typed(typed.clone()).await {
                    self.tell(Event::AnswerNotKept(typed));
                    ui.warn(error.message());
                }
            }),
            Effect::Answer(sent) => ui.spawn(async move {
                let rows = vec![talks::answered(self.interview, &sent.question, &sent.value)];
                let places: Vec<String> = sent.given.iter().map(|typed| typed.place.clone()).collect();
                let command = Command::Write { label: ANSWER.name.message(), rows };
                match work.run_typed(command, &places).await {
                    Ok(_) => self.tell(Event::AnswerStored(sent.number)),
                    Err(error) => {
                        ui.warn(error.message());
                        if let (false, Some(typed)) = (self.reaches(Event::AnswerRefused(sent.number)), sent.given) {
                            drop(work.keep_typed(typed).await);
                        }
                    }
                }
            }),
            Effect::Pass(row) => keep(ui, ANSWER.name.message(), vec![row]),
            Effect::StandAt(row) => ui.spawn(async move {
                let command = Command::Write { label: INTERVIEW.name.message(), rows: vec![row] };
                if let Err(error) = work.run(command).await {
                    self.tell(Event::PlaceRefused);
                    ui.warn(error.message());
                }
            }),
        }
    }

    /// The key of the question one stands at, not followed.
    fn key(self) -> String {
        let at = self.at.get_untracked();
        let key = |talk: &Option<Talk>| Some(talk.as_ref()?.turns.get(at)?.asked.key.clone());
        self.talk.with_untracked(key).unwrap_or_default()
    }
}

/// What somebody who takes part is called; none where nobody is known by it.
pub fn speaker_name(ui: Ui, id: Id) -> Option<String> {
    ui.title(&SPEAKER, id).filter(|name| !name.trim().is_empty())
}
