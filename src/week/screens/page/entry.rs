//! The place for the next line under a heading: what is typed is understood below it, and kept with Enter.

use super::{Week, focus_later};
use crate::model::date;
use crate::model::phrases::{self, When};
use crate::model::recurrence::Rule;
use crate::model::text::Message;
use crate::partners::PARTNER;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::typing::{APART, Typing};
use crate::week::kinds::DEEPEST;
use crate::week::page::{Looked, Whose};
use crate::week::parts::Part;
use crate::week::screens::doing::write_down;
use crate::week::standing::first_day;
use crate::week::typed_line::{Answers, Reader, Reading};
use crate::week::words;
use crate::week::writing::{Typed, placed_in, typed};
use crate::work::command::Command;
use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// How many of the days on which something comes again are shown.
const COMING: usize = 3;

/// A place for a line. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Entry {
    week: Week,
    part: Part,
    looked: Looked,
    typing: Typing,
    answers: RwSignal<Answers>,
    indent: RwSignal<u8>,
    reading: Memo<Option<Reading>>,
}

impl Week {
    /// The place for the next line of a part.
    pub(super) fn entry(self, part: Part) -> impl IntoView {
        let (ui, looked) = (self.ui, self.looked.get_untracked());
        let whose = match looked.whose {
            Whose::Team => "team".to_owned(),
            Whose::One(me) => me.to_string(),
        };
        let typing = Typing::new(ui, format!("week:{}:{}:{whose}", looked.week, part.key()), None, String::new());
        let answers = RwSignal::new(Answers::default());
        let reading = memo(move || {
            let reader = Reader { today: looked.today, lang: ui.lang.get(), done: part == Part::Done };
            ui.follow(PARTNER.id);
            typing.text.with(|text| {
                let answers = answers.get();
                (!text.trim().is_empty()).then(|| ui.look(|book, index| reader.read(book, index, text, &answers)))
            })
        });
        Entry { week: self, part, looked, typing, answers, indent: RwSignal::new(0), reading }.view()
    }
}

impl Entry {
    fn name(self) -> String {
        format!("new-{}", self.part.key())
    }

    fn view(self) -> impl IntoView {
        let ui = self.week.ui;
        let label = words::NEW_LINE.with("heading", self.part.name());
        let any = memo(move || self.reading.with(Option::is_some));
        let help = format!("{}-help", self.name());
        view! {
            <div class="new-line no-print" data-indent=move || self.indent.get().to_string()>
                <div class="new-line-field">
                    <input
                        id=self.name() type="text" autocomplete="off" enterkeyhint="done" form=APART dir="auto"
                        aria-label=ui.say(label) placeholder=ui.t(words::TYPE_HERE) aria-describedby=help.clone()
                        prop:value=self.typing.text
                        on:input=move |event| {
                            self.answers.set(Answers::default());
                            self.typing.write(event_target_value(&event));
                        }
                        on:keydown=move |event| self.key(&event)
                    />
                    {drawn(move || any.get().then(|| view! {
                        <Quiet path=icon_paths::PLUS text=words::ADD on_tap=move || self.keep()/>
                    }))}
                </div>
                <p class="help" id=help role="status">{move || self.understood()}</p>
                {drawn(move || self.questions())}
            </div>
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        match (event.key().as_str(), event.alt_key()) {
            ("Enter", false) => self.keep(),
            ("ArrowRight", true) => self.indent.set((self.indent.get_untracked() + 1).min(self.deepest())),
            ("ArrowLeft", true) => self.indent.update(|indent| *indent = indent.saturating_sub(1)),
            _ => return,
        }
        event.prevent_default();
    }

    /// How far in the next line may be: one step below the last one.
    fn deepest(self) -> u8 {
        let last = |lines: &Vec<_>| placed_in(lines, self.part).last().map_or(0, |line| line.indent + 1);
        self.week.lines.with_untracked(last).min(DEEPEST)
    }

    /// What was understood of the line, in words.
    fn understood(self) -> String {
        let (ui, lang) = (self.week.ui, self.week.ui.lang.get());
        let Some(reading) = self.reading.get() else { return String::new() };
        let mut said: Vec<String> = Vec::new();
        match (&reading.rule, reading.day) {
            (Some(rule), Some(first)) => said.extend(self.repeats(rule, first)),
            (None, Some(day)) => said.extend(phrases::say_when(&When::Day(day)).map(|message| message.say(lang))),
            _ => {}
        }
        match reading.times {
            (Some(from), Some(to)) => {
                let [from, to] = [from, to].map(|time| date::say_time(time, lang));
                said.push(words::FROM_TO.with("from", from).with("to", to).say(lang));
            }
            (Some(time), None) | (None, Some(time)) => said.push(date::say_time(time, lang)),
            (None, None) => {}
        }
        if let Some(name) = reading.partner.and_then(|partner| ui.title(&PARTNER, partner)) {
            said.push(words::FOR_PARTNER.with("partner", name).say(lang));
        }
        let elsewhere = self.elsewhere(&reading);
        said.extend(elsewhere.map(|week| words::OTHER_WEEK.with("day", date::say_day(week, lang)).say(lang)));
        let said = said.join(" · ");
        date::capital(&said)
    }

    /// The first day of the week in which the line will stand, if that is another one.
    fn elsewhere(self, reading: &Reading) -> Option<NaiveDate> {
        let week = reading.day.map(first_day).filter(|week| *week != self.looked.week)?;
        // A date to come is shown here as well.
        (self.part != Part::Upcoming || week < self.looked.week).then_some(week)
    }

    /// A rule in words, and the next days that it gives.
    fn repeats(self, rule: &Rule, first: NaiveDate) -> Vec<String> {
        let lang = self.week.ui.lang.get();
        let days = rule.days(first).take(COMING).map(|day| date::say_day(day, lang));
        let days = words::NEXT_DAYS.with("days", days.collect::<Vec<_>>().join(" · ")).say(lang);
        phrases::say(rule).map(|message| message.say(lang)).into_iter().chain([days]).collect()
    }

    /// What has to be asked, each with what can be answered.
    fn questions(self) -> Option<impl IntoView> {
        let ui = self.week.ui;
        let asks = self.reading.with(|reading| reading.as_ref().map(|reading| reading.asks.clone()))?;
        let group = move |question: Message, choices: AnyView, leave: fn(&mut Answers)| {
            let leave = move || self.answer(leave);
            let (label, said) = (ui.say(question.clone()), ui.say(question));
            view! {
                <div class="line-asks" role="group" aria-label=label>
                    <p role="alert">{said}</p>
                    <div class="deeds">
                        {choices}
                        <Quiet path=icon_paths::PENCIL text=words::LEAVE_WORDS on_tap=leave/>
                    </div>
                </div>
            }
            .into_any()
        };
        let when = asks.when.map(|asked| {
            let one = |when: When| {
                let said = phrases::say_when(&when).map(|message| date::capital(&message.say(ui.lang.get())));
                let answer = move |_| {
                    let when = when.clone();
                    self.answer(move |answers| answers.when = Some(Some(when)));
                };
                said.map(|said| view! { <button type="button" class="quiet" on:click=answer>{said}</button> })
            };
            let question = asked.say();
            let choices = asked.choices.into_iter().filter_map(one).collect_view().into_any();
            group(question, choices, |answers| answers.when = Some(None))
        });
        let partner = asks.partner.map(|(name, found)| {
            let question = if found.is_empty() { words::NO_PARTNER } else { words::WHICH_PARTNER };
            let one = |id| {
                let name = ui.title(&PARTNER, id).unwrap_or_default();
                let answer = move |_| self.answer(move |answers| answers.partner = Some(Some(id)));
                view! { <button type="button" class="quiet" dir="auto" on:click=answer>{name}</button> }
            };
            let choices = found.into_iter().map(one).collect_view().into_any();
            group(question.with("name", name), choices, |answers| answers.partner = Some(None))
        });
        (when.is_some() || partner.is_some()).then(|| view! { {when}{partner} })
    }

    fn answer(self, set: impl FnOnce(&mut Answers)) {
        self.answers.update(set);
        focus_later(self.name());
    }

    /// Keeps the line, unless something is to be asked first; the next one can be typed at once.
    fn keep(self) {
        let Entry { week, part, looked, typing, .. } = self;
        let ui = week.ui;
        let Some(reading) = self.reading.get_untracked() else { return };
        if !reading.is_ready() {
            return;
        }
        let staff = match looked.whose {
            Whose::Team => None,
            Whose::One(me) => Some(me),
        };
        let line = Typed {
            reading: &reading,
            part,
            indent: self.indent.get_untracked().min(self.deepest()),
            staff,
            after: None,
        };
        let id = ui.work().new_id();
        let rows = ui.look(|book, _| week.lines.with_untracked(|lines| typed(book, lines, looked, &line, id)));
        let said = match self.elsewhere(&reading) {
            None => words::ADDED.message(),
            Some(week) => {
                let day = date::say_day(week, ui.lang.get_untracked());
                words::ADDED_ELSEWHERE.with("day", day)
            }
        };
        let label = said.with("what", reading.what.as_str());
        let words = typing.text.get_untracked();
        let given = typing.give();
        typing.text.set(String::new());
        self.answers.set(Answers::default());
        let is_elsewhere = self.elsewhere(&reading).is_some();
        ui.spawn(async move {
            let kept = match write_down(ui, rows).await {
                Ok(rows) => typing.become_of(given, Command::Write { label: label.clone(), rows }).await,
                Err(error) => Err(error),
            };
            match kept {
                // What does not appear here is said.
                Ok(done) if is_elsewhere || !done.stored => ui.say_done(&done),
                Ok(_) => {
                    week.said.try_set(label.say(ui.lang.get_untracked()));
                }
                Err(error) => {
                    // It stands there again, before what was typed since.
                    if let Some(since) = typing.text.try_get_untracked() {
                        typing.write(if since.is_empty() { words } else { format!("{words} {since}") });
                    }
                    ui.warn(error.message());
                }
            }
        });
        focus_later(self.name());
    }
}
