//! The tally at a table: who comes is counted by thumb, and every tap is kept. What happens is `events/tally`; here it is
//! drawn, and taps are handed on.

use crate::events::counting::is_canceled;
use crate::events::kinds::event::EVENT;
use crate::events::kinds::tally_mark::{LANGUAGES, MOST_AT_ONCE, PEOPLE, RESULTS, TALLY_MARK, fields as mark};
use crate::events::tally::{self, Sums, Tally, TallyAct, TallyEvent};
use crate::events::words;
use crate::interviews;
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::text::Text;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

/// The screen of whoever stands at the table. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Screen {
    ui: Ui,
    event: Id,
    tally: RwSignal<Tally>,
    sums: Memo<Sums>,
}

/// The tally at an event.
pub fn screen(ui: Ui, event: Id) -> impl IntoView {
    ui.head(move || Head {
        title: ui.title(&EVENT, event).unwrap_or_default(),
        line: words::TALLY.get(ui.lang.get()).to_owned(),
        back: Some((Route::Records(EVENT.id, View::One(event)), EVENT.name.get(ui.lang.get()))),
    });
    let tally = RwSignal::new(Tally::default());
    let sums = memo(move || {
        ui.follow(TALLY_MARK.id);
        tally.with(|tally| ui.look(|book, index| tally.shown(book, index, event)))
    });
    let canceled = memo(move || ui.record(&EVENT, event).is_some_and(|event| is_canceled(&event)));
    Screen { ui, event, tally, sums }.view(canceled)
}

impl Screen {
    /// Tells the tally what happened, and does what follows.
    fn tell(self, event: TallyEvent<'_>) {
        if let Some(act) = self.tally.try_update(|tally| tally.on(event)).flatten() {
            self.act(act);
        }
    }

    fn act(self, act: TallyAct) {
        let (ui, work) = (self.ui, self.ui.work());
        let (id, command) = match act {
            TallyAct::Keep(tap) => {
                let author = Author { by: work.state().actor, now: work.now() };
                let label = words::MARKED.with("what", label(tap.what)).with("by", signed(tap.by));
                let rows = vec![tally::mark(tap.id, self.event, tap.what, tap.by, author)];
                (tap.id, Command::Write { label, rows })
            }
            TallyAct::TakeBack(id) => (id, Command::Delete(TALLY_MARK.id, id)),
        };
        ui.spawn(async move {
            // The number shows that it is kept, so no message does.
            if let Err(error) = work.run(command).await {
                ui.warn(error.message());
            }
            self.tell(TallyEvent::Answered(id));
        });
    }

    fn undo(self) {
        let me = self.ui.work().state().me.dev;
        let kept = self.ui.look(|book, index| tally::own_marks(book, index, self.event, me));
        self.tell(TallyEvent::Undo(&kept));
    }

    fn view(self, canceled: Memo<bool>) -> impl IntoView {
        let ui = self.ui;
        let back = Route::Records(EVENT.id, View::One(self.event)).href();
        view! {
            <div class="page" data-stack="">
                {drawn(move || canceled.get().then(|| canceled_notice(ui)))}
                {totals(ui, self.sums)}
                {self.group(words::WHO_CAME, PEOPLE, true)}
                {self.at_once()}
                {self.group(words::LANGUAGE, LANGUAGES, false)}
                {self.group(words::RESULTS, RESULTS, false)}
                <p class="soft">{ui.t(words::TAPS_ADD_UP)}</p>
                {super::used::adding(ui, self.event)}
                <div class="deeds">
                    <a class="quiet" href=interviews::BEGIN.at(Some(self.event)).href()>
                        <Icon path=icon_paths::QUOTE/><span>{ui.t(interviews::START_INTERVIEW)}</span>
                    </a>
                </div>
            </div>
            <div class="actions">
                <Quiet path=icon_paths::UNDO text=words::UNDO_TAP on_tap=move || self.undo()/>
                <a class="primary" href=back><Icon path=icon_paths::CHECK/><span>{ui.t(words::FINISH)}</span></a>
            </div>
        }
    }

    /// The buttons of some of what is tallied, under a heading.
    fn group(self, heading: Text, what: &'static [&'static str], large: bool) -> AnyView {
        let ui = self.ui;
        let buttons = what.iter().map(|what| self.counter(what)).collect_view();
        view! {
            <section class="group">
                <h2>{ui.t(heading)}</h2>
                <ul class="tally" role="list" data-large=large.then_some("")>{buttons}</ul>
            </section>
        }
        .into_any()
    }

    /// A large button for more of something, and a small one for one fewer.
    fn counter(self, what: &'static str) -> AnyView {
        let ui = self.ui;
        let count = move || self.sums.with(|sums| sums.of(what));
        let next = move || self.tally.with(Tally::next).unwrap_or(1);
        let many = move || Some(next()).filter(|next| *next > 1).map(signed);
        // What is read out begins with what is seen.
        let more = move || {
            let seen = format!("{}{}", count(), many().unwrap_or_default());
            words::MORE.with("what", label(what)).with("by", next()).with("count", seen).say(ui.lang.get())
        };
        let fewer = move || words::FEWER.with("what", label(what)).say(ui.lang.get());
        let tapped = move |_| match self.tally.with_untracked(Tally::next) {
            Ok(_) => self.tell(TallyEvent::More(ui.work().new_id(), what)),
            Err(_) => ui.warn(words::NOT_AT_ONCE.with("most", MOST_AT_ONCE)),
        };
        view! {
            <li>
                <button type="button" aria-label=move || more() on:click=tapped>
                    <b>{move || count().to_string()}{move || many().map(|many| view! { <small>{many}</small> })}</b>
                    // So that what is seen is one part of what is read out, as engines put the two together.
                    " "
                    <span>{ui.t(label(what))}</span>
                </button>
                <button
                    type="button" aria-label=move || fewer() disabled=move || count() <= 0
                    on:click=move |_| self.tell(TallyEvent::Fewer(ui.work().new_id(), what))
                >"−"</button>
            </li>
        }
        .into_any()
    }

    /// How many come at once: typed once, for the next tap.
    fn at_once(self) -> impl IntoView {
        let ui = self.ui;
        let typed = move || self.tally.with(|tally| tally.typed().to_owned());
        let wrong = move || self.tally.with(|tally| tally.next().is_err());
        let problem = move || wrong().then(|| words::NOT_AT_ONCE.with("most", MOST_AT_ONCE).say(ui.lang.get()));
        view! {
            <div class="field few-digits">
                <label for="at-once">{ui.t(words::AT_ONCE)}</label>
                <input
                    id="at-once" type="text" inputmode="numeric" autocomplete="off" aria-describedby="at-once-help"
                    aria-invalid=move || wrong().then_some("true") prop:value=move || typed()
                    on:input=move |event| self.tell(TallyEvent::AtOnce(&event_target_value(&event)))
                />
                <p id="at-once-help" class="help" role="status">
                    {move || problem().unwrap_or_else(|| words::AT_ONCE_HELP.get(ui.lang.get()).to_owned())}
                </p>
            </div>
        }
    }
}

/// That the event was canceled, and its tally is kept.
pub fn canceled_notice(ui: Ui) -> impl IntoView {
    notice(ui, "care", words::CANCELED_TALLY)
}

/// Everybody who came, at a glance.
pub fn totals(ui: Ui, sums: Memo<Sums>) -> impl IntoView {
    let people = move || words::PEOPLE.with("people", sums.with(Sums::people)).say(ui.lang.get());
    let parts = move || {
        let (adults, children) = sums.with(|sums| (sums.adults(), sums.children()));
        words::ADULTS_AND_CHILDREN.with("adults", adults).with("children", children).say(ui.lang.get())
    };
    view! {
        <p class="on-hand at-a-glance" role="status"><span>{move || people()}</span> <small>{move || parts()}</small></p>
    }
}

/// What is tallied, in words.
pub fn label(what: &str) -> Text {
    let field = TALLY_MARK.field(mark::WHAT.key());
    field.and_then(|field| field.answer(what)).map_or(Text::NONE, |choice| choice.label)
}

/// A number with its sign; a true minus sign is as wide as the plus.
fn signed(number: i64) -> String {
    if number < 0 { format!("−{}", number.unsigned_abs()) } else { format!("+{number}") }
}
