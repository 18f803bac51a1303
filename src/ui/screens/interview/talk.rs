//! The conversation: one question at a time, large, in the language of whoever is asked, and below it what they say.
//!
//! There is nothing to save. A line is kept as a draft while it is written and as a note once it is entered or left; a
//! tapped answer is kept at the tap; where one stands is kept with every turn.

use super::{hand, keep, prompts_in, sound, tongues};
use crate::app::command::Command;
use crate::app::consent::{self, Grant};
use crate::app::interview::{self as talks, Stands, Talk, Turn};
use crate::domain::date;
use crate::domain::id::Id;
use crate::domain::text::{Lang, Text};
use crate::domain::typed::Of;
use crate::domain::value::Value;
use crate::kinds::interview::{ANSWER, HELD, INTERVIEW, LATER, NOTES, SAID, SKIPPED, SPEAKER};
use crate::kinds::interview_guide::GUIDE_VERSION;
use crate::kinds::interview_guide::asking::{Answer, keys};
use crate::kinds::question::{LIST, ONE, SEVERAL};
use crate::ui::context::{Head, Ui};
use crate::ui::form::day;
use crate::ui::interview_words as words;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::typing::{APART, KEEP_AFTER, Typing, on_leaving};
use crate::ui::words as common;
use leptos::html;
use leptos::prelude::*;

/// An interview being held. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Talking {
    ui: Ui,
    interview: Id,
    talk: Memo<Option<Talk>>,
    /// The question one stands at; behind the last one, the end.
    at: RwSignal<usize>,
    /// The language in which it is read out.
    lang: RwSignal<Lang>,
    /// The answer that was tapped or typed to the question one stands at.
    value: RwSignal<String>,
    /// Where an answer that is typed is kept until it is given.
    answering: Typing,
    /// The line that is being written.
    typed: RwSignal<String>,
    /// Its identity, and when its first letter was written.
    line: StoredValue<(Id, Option<String>)>,
    /// Who says it; nobody for everyone together.
    speaker: RwSignal<Option<Id>>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    input: NodeRef<html::Textarea>,
}

/// An interview being held.
pub fn screen(ui: Ui, interview: Id) -> impl IntoView {
    let talk = Memo::new(move |_| {
        [SAID.id, ANSWER.id, GUIDE_VERSION.id].iter().for_each(|kind| ui.follow(kind));
        let record = ui.record(&INTERVIEW, interview)?;
        ui.look(|book, index| talks::talk(book, index, &record))
    });
    let value = RwSignal::default();
    let talking = Talking {
        ui,
        interview,
        talk,
        at: RwSignal::new(talk.with_untracked(|talk| talk.as_ref().map_or(0, |talk| talk.at))),
        lang: prompts_in(ui, Some(interview)),
        value,
        answering: Typing::nowhere(ui, value),
        typed: RwSignal::default(),
        line: StoredValue::new((ui.work().new_id(), None)),
        speaker: RwSignal::new(None),
        timer: StoredValue::new_local(None),
        input: NodeRef::new(),
    };
    talking.read();
    talking.go_on_writing();
    sound::mend(ui, interview);
    on_leaving(ui, move || talking.keep_line());
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
    let state = Memo::new(move |_| {
        ui.follow(SPEAKER.id);
        let may = may_write(ui, interview);
        let all = talk.with(|talk| talk.as_ref().map(|talk| talk.turns.len()));
        (all.is_some(), may, all.is_some_and(|all| talking.at.get() >= all))
    });
    move || match state.get() {
        (false, ..) => view! {
            <div class="page"><Empty path=icon_paths::OUTREACH title=INTERVIEW.name purpose=words::NO_GUIDE/></div>
        }
        .into_any(),
        (_, May::Nobody, _) => nobody(ui, interview, words::NOBODY_ASKED).into_any(),
        (_, May::Denied, _) => nobody(ui, interview, words::NOBODY_AGREED).into_any(),
        (_, _, true) => talking.end().into_any(),
        _ => (move || {
            let at = talking.at.get();
            let turn = talking.talk.with_untracked(|talk| talk.as_ref()?.turns.get(at).cloned())?;
            Some(talking.question(turn))
        })
        .into_any(),
    }
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
    match speakers.iter().any(|record| consent::of_record(record, NOTES) == Grant::Given) {
        true => May::Somebody,
        false if speakers.is_empty() => May::Nobody,
        false => May::Denied,
    }
}

/// Nothing may be written down; the way to change that.
fn nobody(ui: Ui, interview: Id, why: Text) -> impl IntoView {
    let ask = move || ui.go(Route::Consent(interview, ui.work().new_id()));
    view! {
        <div class="page"><Empty path=icon_paths::PERSON title=words::CONSENT purpose=why/></div>
        <div class="actions">
            <Quiet path=icon_paths::PERSON text=words::TO_CONSENT class="primary" on_tap=ask/>
        </div>
    }
}

impl Talking {
    /// The question one stands at, not followed.
    fn here(self) -> Option<Turn> {
        let at = self.at.get_untracked();
        self.talk.with_untracked(|talk| talk.as_ref()?.turns.get(at).cloned())
    }

    fn key(self) -> String {
        self.here().map(|turn| turn.asked.key).unwrap_or_default()
    }

    /// Shows the answer that is known of where one stands, or what was being typed there.
    fn read(self) {
        let Some(Turn { asked, value, .. }) = self.here() else {
            self.answering.leave();
            return self.value.set(String::new());
        };
        if !is_typed(&asked.manner) {
            self.answering.leave();
            return self.value.set(value);
        }
        let place = format!("answer:{}:{}", self.interview, asked.key);
        let fields = [("interview", self.interview.to_string()), ("question", asked.key.clone())];
        let of = Of::new(ANSWER.id, talks::answer_id(self.interview, &asked.key), fields);
        self.answering.go(place, Some(of), value);
    }

    /// Goes on with a line that was being written when the tablet slept or the tab was closed.
    fn go_on_writing(self) {
        let work = self.ui.work();
        let state = work.state();
        let interview = Value::text(self.interview.to_string());
        let mine = |draft: &&crate::domain::draft::Draft| {
            draft.kind == SAID.id && draft.new && draft.values.get("interview") == Some(&interview)
        };
        let Some(draft) = state.drafts.values().find(mine) else { return };
        let text = |key: &str| draft.values.get(key).and_then(Value::as_text);
        self.line.set_value((draft.id, text("when").map(str::to_owned)));
        self.speaker.set(text("speaker").and_then(|id| id.parse().ok()));
        self.typed.set(text("words").unwrap_or_default().to_owned());
        let question = text("question").map(str::to_owned);
        let at = self.talk.with_untracked(|talk| {
            talk.as_ref()?.turns.iter().position(|turn| Some(&turn.asked.key) == question.as_ref())
        });
        if let Some(at) = at {
            self.at.set(at);
            self.read();
        }
    }

    // ---- Writing -------------------------------------------------------------------------------------------------

    fn write(self, words: String) {
        let now = self.ui.work().now();
        self.line.update_value(|(_, since)| {
            since.get_or_insert_with(|| date::stored(now.moment()));
        });
        self.typed.set(words);
        self.ui.dirty.set(true);
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.keep_line(), KEEP_AFTER).ok();
        });
    }

    /// The line as a draft; nothing in it where nothing is written.
    fn draft(self, words: &str) -> crate::domain::draft::Draft {
        let (id, since) = self.line.get_value();
        let speaker = self.speaker.get_untracked();
        let written = !words.trim().is_empty();
        let values = [
            ("words", Value::text(words.trim())),
            ("when", since.map_or(Value::Null, Value::Text)),
            ("speaker", speaker.map_or(Value::Null, |id| Value::text(id.to_string()))),
            ("interview", Value::text(self.interview.to_string())),
            ("question", Value::text(self.key())),
        ];
        self.ui.draft(&SAID, id, values.into_iter().filter(|_| written))
    }

    /// Keeps the line that is being written, as it stands.
    fn keep_line(self) {
        let Some(words) = self.typed.try_get_untracked() else { return };
        if self.line.try_get_value().is_none_or(|(_, since)| since.is_none()) {
            return;
        }
        let (ui, draft) = (self.ui, self.draft(&words));
        let work = ui.work();
        ui.spawn(async move {
            if let Err(error) = work.keep_draft(draft).await {
                ui.warn(error.message());
            }
        });
    }

    /// Enters the line that was written: it becomes a note, and the next one begins.
    fn enter(self) {
        let words = self.typed.get_untracked();
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        let draft = self.draft(&words);
        let ui = self.ui;
        let work = ui.work();
        let was = self.line.get_value();
        self.line.set_value((work.new_id(), None));
        self.typed.set(String::new());
        self.ui.dirty.set(false);
        if draft.is_empty() {
            // What was rubbed out again leaves no draft behind.
            if was.1.is_some() {
                ui.spawn(async move {
                    if let Err(error) = work.keep_draft(draft).await {
                        ui.warn(error.message());
                    }
                });
            }
            return;
        }
        ui.spawn(async move {
            // One goes on to the next question, whatever the store says: what it refuses is held and tried again.
            if let Err(error) = work.run(Command::Enter(draft)).await {
                ui.warn(error.message());
                // Not a word is lost: it stands where it was written, before what was written since.
                self.line.try_set_value(was);
                self.typed.try_update(|typed| {
                    *typed = if typed.is_empty() { words } else { format!("{words}\n{typed}") };
                });
            }
        });
    }

    fn answer(self, value: String) {
        self.value.set(value.clone());
        let (ui, key, typed) = (self.ui, self.key(), self.answering.give());
        let tapped = typed.is_none();
        let rows = vec![talks::answered(self.interview, &key, &value)];
        let command = Command::Write { label: ANSWER.name.message(), rows };
        ui.spawn(async move {
            if let Err(error) = self.answering.become_of(typed, command).await {
                ui.warn(error.message());
                // What was tapped and cannot be kept is not shown as if it were.
                let still = self.value.try_with_untracked(|now| *now == value) == Some(true) && self.key() == key;
                if tapped && still {
                    self.read();
                }
            }
        });
    }

    /// Gives the answer that was typed, also one that was typed before the tablet slept and not touched since.
    fn give_typed(self) {
        if self.answering.waits() {
            self.answer(self.value.get_untracked());
        }
    }

    // ---- Going on ------------------------------------------------------------------------------------------------

    fn stand_at(self, at: usize) {
        self.give_typed();
        self.enter();
        self.at.set(at);
        self.read();
        let stored = self.ui.peek(&INTERVIEW, self.interview).and_then(|record| record.text("at").map(str::to_owned));
        if let Some(turn) = self.here().filter(|turn| stored.as_ref() != Some(&turn.asked.key)) {
            keep(self.ui, INTERVIEW.name.message(), vec![talks::at(self.interview, &turn.asked.key)]);
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn next(self) {
        let at = self.at.get_untracked();
        // What was tapped just now is known here a moment before it is kept.
        let value = self.value.get_untracked();
        let next = self
            .talk
            .with_untracked(|talk| talk.as_ref().map(|talk| talk.next_after(at, &value).unwrap_or(talk.turns.len())));
        self.stand_at(next.unwrap_or(at));
    }

    fn back(self) {
        let at = self.at.get_untracked();
        if let Some(back) = self.talk.with_untracked(|talk| talk.as_ref()?.back(at)) {
            self.stand_at(back);
        }
    }

    fn pass(self, state: &'static str) {
        let key = self.key();
        keep(self.ui, ANSWER.name.message(), vec![talks::passed(self.interview, &key, state)]);
        self.next();
    }

    // ---- Showing -------------------------------------------------------------------------------------------------

    fn question(self, turn: Turn) -> impl IntoView + use<> {
        let ui = self.ui;
        let asked = StoredValue::new(turn.asked);
        let both = move |read: fn(&crate::kinds::interview_guide::asking::Asked, Lang) -> String| {
            move || asked.with_value(|asked| read(asked, self.lang.get()))
        };
        let part = both(|asked, lang| asked.part.get(lang).to_owned());
        let ask = both(|asked, lang| asked.ask.get(lang).to_owned());
        // Help is for whoever asks, so it is in their language.
        let help = move || asked.with_value(|asked| asked.help.get(ui.lang.get()).to_owned());
        let tag = move || self.lang.get().tag();
        let prompts = move || {
            asked.with_value(|asked| {
                let lang = self.lang.get();
                let items =
                    asked.prompts.iter().map(|prompt| view! { <li lang=lang.tag()>{prompt.get(lang).to_owned()}</li> });
                (!asked.prompts.is_empty()).then(|| {
                    view! {
                        <details class="more" data-plain=""><summary>{ui.t(words::ASK_FURTHER)}</summary>
                            <ul>{items.collect_view()}</ul></details>
                    }
                })
            })
        };
        let number = move || {
            self.talk.with(|talk| {
                let (number, all) = talk.as_ref().map_or((1, 1), |talk| talk.number(self.at.get()));
                (number, all)
            })
        };
        let counted = move || {
            let (number, all) = number();
            words::NUMBER_OF.with("number", number).with("all", all).say(ui.lang.get())
        };
        let first = move || self.talk.with(|talk| talk.as_ref().is_none_or(|talk| talk.back(self.at.get()).is_none()));
        view! {
            <div class="page talk">
                <div class="talk-head">
                    <div class="progress">
                        <label for="asked">{counted}</label>
                        <progress id="asked" max=move || number().1.to_string() value=move || number().0.to_string()></progress>
                    </div>
                    {tongues(ui, Some(self.interview), self.lang)}
                </div>
                <section class="asking" aria-live="polite">
                    <p class="soft" lang=tag>{part}</p>
                    <h2 id="asked-question" lang=tag dir="auto">{ask}</h2>
                    {move || Some(help()).filter(|help| !help.is_empty()).map(|help| view! { <p class="help">{help}</p> })}
                    {prompts}
                </section>
                {self.to_answer(asked)}
                {self.notes()}
                {sound::recorder(ui, self.interview, move || self.key())}
                {self.all_questions()}
            </div>
            <div class="actions talk-go">
                <button type="button" class="quiet" disabled=first on:click=move |_| self.back()>
                    <Icon path=icon_paths::BACK/><span>{ui.t(common::BACK)}</span>
                </button>
                <button type="button" class="quiet" on:click=move |_| self.pass(LATER)><span>{ui.t(words::ASK_LATER)}</span></button>
                <button type="button" class="quiet" on:click=move |_| self.pass(SKIPPED)><span>{ui.t(words::SKIP_IT)}</span></button>
                <button type="button" class="primary" on:click=move |_| self.next()>
                    <span>{ui.t(words::NEXT)}</span><Icon path=icon_paths::CHEVRON/>
                </button>
            </div>
        }
    }

    /// Answers to tap, or the place for a number, a date or a few words; nothing for a question answered in notes.
    fn to_answer(self, asked: StoredValue<crate::kinds::interview_guide::asking::Asked>) -> impl IntoView {
        let manner = asked.with_value(|asked| asked.manner.clone());
        match &*manner {
            "long_text" => ().into_any(),
            "number" | "date" | "text" => {
                let ty = match &*manner {
                    "number" => "text",
                    other => {
                        if other == "date" {
                            "date"
                        } else {
                            "text"
                        }
                    }
                };
                let mode = (manner == "number").then_some("decimal");
                // A date that is not finished says nothing yet, and above all not that there is none.
                let finished = |event: &web_sys::Event| !day::is_unfinished(&event_target(event));
                let left = move |event: leptos::ev::FocusEvent| {
                    if !finished(&event) {
                        self.ui.warn(words::DATE_UNFINISHED.message());
                    }
                };
                view! {
                    <input
                        class="typed-answer" type=ty inputmode=mode autocomplete="off" aria-labelledby="asked-question"
                        prop:value=self.value
                        on:input=move |event| if finished(&event) { self.answering.write(event_target_value(&event)) }
                        on:change=move |event| if finished(&event) { self.answer(event_target_value(&event)) }
                        on:blur=left
                    />
                }
                .into_any()
            }
            LIST => view! {
                <textarea
                    class="typed-answer" rows="4" dir="auto" autocomplete="off" form=APART aria-labelledby="asked-question"
                    prop:value=self.value on:input=move |event| self.answering.write(event_target_value(&event))
                    on:change=move |event| self.answer(event_target_value(&event))
                ></textarea>
            }
            .into_any(),
            _ => {
                let several = manner == SEVERAL;
                let answers = asked.with_value(|asked| asked.to_tap());
                let row = manner != SEVERAL && manner != ONE;
                let chips = answers.into_iter().map(|answer| self.chip(several, answer)).collect_view();
                view! {
                    <fieldset class="choices" data-row=row.then_some("")>
                        <legend class="unseen">{self.ui.t(words::ANSWERS)}</legend>
                        {chips}
                    </fieldset>
                }
                .into_any()
            }
        }
    }

    fn chip(self, several: bool, answer: Answer) -> impl IntoView {
        let Answer { key, words } = answer;
        let chosen = {
            let key = key.clone();
            Memo::new(move |_| self.value.with(|value| keys(value).any(|known| known == key)))
        };
        let tap = move |event| {
            let on = event_target_checked(&event);
            let held = self.value.get_untracked();
            let others = keys(&held).filter(|known| several && *known != key);
            let value: Vec<&str> = others.chain(on.then_some(&*key)).collect();
            self.answer(value.join(" "));
        };
        view! {
            <label class="choice">
                <input type=if several { "checkbox" } else { "radio" } name="answer" prop:checked=chosen on:change=tap/>
                <span lang=move || self.lang.get().tag()>{move || words.get(self.lang.get()).to_owned()}</span>
            </label>
        }
    }

    /// The lines that were noted, and the one being written.
    fn notes(self) -> impl IntoView {
        let ui = self.ui;
        let lines = Memo::new(move |_| {
            let at = self.at.get();
            self.talk.with(|talk| Some(talk.as_ref()?.turns.get(at)?.lines.clone())).unwrap_or_default()
        });
        let row = move |id: Id| {
            let record = move || ui.record(&SAID, id);
            let time = move || Some(date::say_time(date::moment(record()?.text("when")?)?, ui.lang.get()));
            let said = move || record().and_then(|record| record.text("words").map(str::to_owned));
            let who = move || speaker_name(ui, record()?.text("speaker")?.parse().ok()?);
            view! {
                <li><a href=Route::Records(SAID.id, View::Edit(id)).href()>
                    <time>{time}</time>
                    {move || who().map(|who| view! { <b dir="auto">{who}</b> })}
                    <span dir="auto">{said}</span>
                </a></li>
            }
        };
        let key = move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                self.enter();
            }
        };
        view! {
            <section class="said" aria-label=ui.t(words::YOUR_NOTES)>
                {self.speakers()}
                <ol role="list"><For each=move || lines.get() key=|id| *id let:id>{row(id)}</For></ol>
                <textarea
                    rows="2" dir="auto" autocomplete="off" form=APART node_ref=self.input enterkeyhint="enter"
                    aria-label=ui.t(words::YOUR_NOTES) placeholder=ui.t(words::WRITE_HERE)
                    prop:value=self.typed on:keydown=key
                    on:input=move |event| self.write(event_target_value(&event))
                ></textarea>
            </section>
        }
    }

    /// Who is speaking, where there are several.
    fn speakers(self) -> impl IntoView {
        let ui = self.ui;
        let people = Memo::new(move |_| {
            ui.follow(SPEAKER.id);
            let work = ui.work();
            let state = work.state();
            let speakers = consent::speakers(&state.book, self.interview);
            let agreed = speakers.iter().filter(|record| consent::of_record(record, NOTES) == Grant::Given);
            (agreed.map(|record| record.id).collect::<Vec<_>>(), speakers.len())
        });
        // Where everyone may be written down, words may be everyone's; else they are somebody's who agreed.
        Effect::new(move |_| {
            let (agreed, all) = people.get();
            let known = self.speaker.get_untracked().is_some_and(|id| agreed.contains(&id));
            if !known {
                self.speaker.set(agreed.first().copied().filter(|_| all > agreed.len() || all == 1));
            }
        });
        let one = move |id: Option<Id>| {
            let name = move || match id {
                None => words::EVERYONE.get(ui.lang.get()).to_owned(),
                Some(id) => speaker_name(ui, id).unwrap_or_else(|| words::NAMELESS.get(ui.lang.get()).to_owned()),
            };
            let pressed = move || (self.speaker.get() == id).to_string();
            let tap = move |_| {
                self.speaker.set(id);
                self.keep_line();
            };
            view! { <button type="button" class="filter" dir="auto" aria-pressed=pressed on:click=tap>{name}</button> }
        };
        move || {
            let (agreed, all) = people.get();
            (all > 1).then(|| {
                let everyone = (agreed.len() == all).then_some(None);
                let buttons = everyone.into_iter().chain(agreed.into_iter().map(Some)).map(one).collect_view();
                view! { <div class="filters" role="group" aria-label=ui.t(words::SAID_BY)>{buttons}</div> }
            })
        }
    }

    /// Every question with how it stands, to go to.
    fn all_questions(self) -> impl IntoView {
        let ui = self.ui;
        let rows = move || {
            let here = self.at.get();
            self.talk.with(|talk| {
                let turns = talk.as_ref().map(|talk| &*talk.turns).unwrap_or_default();
                let row = |(at, turn): (usize, &Turn)| {
                    let ask = turn.asked.ask.get(ui.lang.get()).to_owned();
                    let stands = if at == here { words::NOW_HERE } else { stands(turn.stands) };
                    view! {
                        <li><button type="button" class="row" on:click=move |_| self.stand_at(at)>
                            <span class="row-title" dir="auto">{ask}</span>
                            <span class="row-end">{ui.t(stands)}</span>
                        </button></li>
                    }
                };
                turns.iter().enumerate().filter(|(_, turn)| turn.applies).map(row).collect_view()
            })
        };
        view! {
            <details class="more" data-plain="">
                <summary>{ui.t(words::ALL_QUESTIONS)}</summary>
                <ol class="rows" role="list">{rows}</ol>
                <div class="deeds">
                    <a class="quiet" href=Route::Records(INTERVIEW.id, View::One(self.interview)).href()>
                        <Icon path=icon_paths::PERSON/><span>{ui.t(words::PEOPLE)}</span>
                    </a>
                    <Quiet path=icon_paths::ARROW text=words::TO_THE_END on_tap=move || self.to_the_end()/>
                </div>
            </details>
        }
    }

    fn to_the_end(self) {
        self.give_typed();
        self.enter();
        self.at.set(self.talk.with_untracked(|talk| talk.as_ref().map_or(0, |talk| talk.turns.len())));
    }

    /// Behind the last question: what was put off, and the end.
    fn end(self) -> impl IntoView + use<> {
        let ui = self.ui;
        let put_off = move || {
            self.talk.with(|talk| {
                let talk = talk.as_ref()?;
                let off = talk.put_off();
                let row = |at: usize| {
                    let ask = talk.turns.get(at)?.asked.ask.get(ui.lang.get()).to_owned();
                    Some(view! {
                        <li><button type="button" class="row" on:click=move |_| self.stand_at(at)>
                            <span class="row-title" dir="auto">{ask}</span>
                            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
                        </button></li>
                    })
                };
                (!off.is_empty()).then(|| {
                    view! {
                        <section class="group" data-lamp="">
                            <h3>{ui.t(words::STILL_TO_ASK)}</h3>
                            <ul class="rows" role="list">{off.iter().map(|at| row(*at)).collect_view()}</ul>
                        </section>
                    }
                })
            })
        };
        let counts = move || {
            self.talk.with(|talk| {
                let count = |stands| talk.as_ref().map_or(0, |talk| talk.count(stands));
                words::END_COUNTS
                    .with("answered", count(Stands::Answered))
                    .with("skipped", count(Stands::Skipped))
                    .with("open", count(Stands::Open) + count(Stands::Later))
                    .say(ui.lang.get())
            })
        };
        let end = move |outcome: &'static str| {
            let called = untrack(|| ui.title(&INTERVIEW, self.interview)).unwrap_or_default();
            sound::stop(ui);
            let rows = vec![talks::end(self.interview, outcome, hand(ui))];
            let command = Command::Write { label: words::ENDED.with("what", called), rows };
            let to = Route::Records(INTERVIEW.id, View::One(self.interview));
            let here = ui.here();
            ui.spawn(async move {
                if ui.run(command).await.is_ok() {
                    ui.go_on(here, to);
                }
            });
        };
        let last = move || self.talk.with_untracked(|talk| talk.as_ref().and_then(|talk| talk.back(talk.turns.len())));
        view! {
            <div class="page" data-stack="">
                <section class="group">
                    <h2>{ui.t(words::END_TITLE)}</h2>
                    <p>{counts}</p>
                </section>
                {put_off}
                {self.all_questions()}
            </div>
            <div class="actions">
                <Quiet path=icon_paths::BACK text=common::BACK on_tap=move || last().into_iter().for_each(|at| self.stand_at(at))/>
                <Quiet path=icon_paths::CLOSE text=words::BREAK_OFF on_tap=move || end("broken_off")/>
                <Quiet path=icon_paths::CHECK text=words::FINISH class="primary" on_tap=move || end(HELD)/>
            </div>
        }
    }
}

/// What somebody who takes part is called; none where nobody is known by it.
pub fn speaker_name(ui: Ui, id: Id) -> Option<String> {
    ui.title(&SPEAKER, id).filter(|name| !name.trim().is_empty())
}

/// Whether an answer of this manner is typed into a field of its own, rather than tapped or noted.
fn is_typed(manner: &str) -> bool {
    matches!(manner, "number" | "date" | "text" | LIST)
}

fn stands(stands: Stands) -> Text {
    match stands {
        Stands::Open => words::OPEN_YET,
        Stands::Answered => words::ANSWERED,
        Stands::Skipped => words::SKIPPED,
        Stands::Later => words::LATER,
    }
}
