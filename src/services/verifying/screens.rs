//! A round of calls: what to say, what stands there now, and what somebody learned.

use super::{Learned, Round, ToVerify, asked, round, verified, words};
use crate::model::author::Author;
use crate::model::field::Field;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::model::{date, phone, show};
use crate::services::answers::as_it_stands;
use crate::services::handing::clock;
use crate::services::kinds::organization::{ORGANIZATION, fields as organization};
use crate::services::kinds::service::{SERVICE, fields as service};
use crate::services::public::{keeps_address_private, public_address};
use crate::services::routes;
use crate::services::telling::{checked, phone_of};
use crate::ui::context::{Head, Ui};
use crate::ui::form::Form;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths, scroll_to_top, tabs};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route, View};
use crate::ui::typing::on_leaving;
use crate::work::command::Command;
use crate::work::library::library_name;
use leptos::html;
use leptos::prelude::*;

/// Where somebody stands in a round. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Calls {
    ui: Ui,
    /// What is to be verified, as it was when the round was begun: nobody moves while somebody talks.
    round: RwSignal<Round>,
    /// Which one it is, from 0.
    at: RwSignal<usize>,
    /// How many were skipped.
    skipped: RwSignal<usize>,
    /// What was kept last.
    last: RwSignal<Option<Message>>,
    busy: RwSignal<bool>,
}

/// Services are verified by phone, one after the other.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::VERIFY.get(ui.lang.get()).to_owned(),
        back: Some((routes::FIND.route(), crate::services::words::FIND_HELP.get(ui.lang.get()))),
        ..Head::default()
    });
    let calls = Calls {
        ui,
        round: RwSignal::new(now(ui)),
        at: RwSignal::new(0),
        skipped: RwSignal::new(0),
        last: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let one = memo(move || calls.round.with(|round| round.due.get(calls.at.get()).copied()));
    let shown = move || match one.get() {
        Some(one) => calls.one(one),
        None => calls.end(),
    };
    view! {
        <div class="no-print">{tabs(ui, Place::Directory)}</div>
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::WHAT)}</p>
            {drawn(shown)}
            {drawn(move || calls.hidden())}
        </div>
    }
}

/// What is to be verified now.
fn now(ui: Ui) -> Round {
    let today = ui.work().now().today();
    ui.look(|book, index| round(book, index, today))
}

impl Calls {
    /// One call.
    fn one(self, one: ToVerify) -> AnyView {
        let ui = self.ui;
        let Some(record) = ui.peek(&SERVICE, one.service) else {
            // It was deleted meanwhile.
            request_animation_frame(move || self.next());
            return ().into_any();
        };
        let form = Form::open(ui, &SERVICE, one.service);
        on_leaving(ui, move || form.keep());
        on_cleanup(move || {
            ui.dirty.try_set(false);
        });
        // The second half of a double tap is no answer about the next service.
        let guard = Guard::default();
        guard.moved();
        let name = move || show::title_in(&SERVICE, &record, ui.lang.get());
        let number = move || {
            let count = self.round.with(|round| round.due.len());
            let lang = ui.lang.get();
            let number = words::NOW_AT.with("number", self.at.get() + 1).with("count", count).say(lang);
            self.last.get().map(|last| format!("{} · {number}", last.say(lang))).unwrap_or(number)
        };
        let summary = NodeRef::new();
        let changed = memo(move || !form.changed().is_empty());
        let keep = move || if changed.get() { words::SAVE_CHANGES } else { words::STILL_SO }.get(ui.lang.get());
        view! {
            <section class="group" aria-labelledby="verify-name">
                <p class="soft" role="status">{move || number()}</p>
                <h2 id="verify-name" dir="auto">
                    <a href=Route::Records(SERVICE.id, View::One(one.service)).href()>{move || name()}</a>
                </h2>
                {self.known(one)}
                <div class="aloud">
                    <p class="soft">{ui.t(words::SAY)}</p>
                    <p class="read-out" dir="auto">{move || hello(ui)}</p>
                    <p class="soft">{ui.t(words::THEN)}</p>
                </div>
                <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>
                    {form.to_mend(summary)}
                    {asked().map(|field| asks(ui, form, field)).collect_view()}
                </form>
            </section>
            <div class="actions" data-flows="" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <Quiet path=icon_paths::CHEVRON text=words::SKIP on_tap=move || self.skip(form)/>
                <Quiet path=icon_paths::CLOSE text=words::NOT_REACHED on_tap=move || self.kept(form, one, Learned::NotReached)/>
                <button type="button" class="primary" disabled=move || self.busy.get() on:click=move |_| self.keep(form, one, summary)>
                    <Icon path=icon_paths::CHECK/><span>{move || keep()}</span>
                </button>
            </div>
        }
        .into_any()
    }

    /// What is known of a service beside what is asked: who offers it, where it is, how old its word is, where to call.
    fn known(self, one: ToVerify) -> AnyView {
        let ui = self.ui;
        let lang = ui.lang.get();
        let Some(record) = ui.peek(&SERVICE, one.service) else { return ().into_any() };
        let by = service::ORGANIZATION.of(&record).and_then(|by| ui.record(&ORGANIZATION, by));
        let by = by.and_then(|by| organization::NAME.of(&by).map(str::to_owned));
        let clock = clock(ui);
        let number = ui.look(|book, index| {
            let listed = as_it_stands(book, index, one.service, &clock)?;
            phone_of(book, &listed.answer)
        });
        let today = ui.work().now().today();
        let mut facts = vec![checked(one.verified, today, |staff| ui.staff_name(Some(staff)))];
        facts.extend(one.missed.map(|day| words::MISSED.with("day", date::say_day(day, lang))));
        facts.extend((one.given > 0).then(|| words::GIVEN.with("count", one.given)));
        let facts = facts.into_iter().map(|fact| fact.say(lang)).collect::<Vec<_>>().join(" · ");
        let address = match keeps_address_private(&record) {
            true => Some(words::ADDRESS_STAYS.get(lang).to_owned()),
            false => public_address(&record).map(|address| words::ADDRESS_IS.with("address", address).say(lang)),
        };
        let call = match number {
            Some(number) => {
                let link = phone::dialed(&number).map(|dialed| dialed.link());
                view! { <a class="quiet" href=link><Icon path=icon_paths::PHONE/><span>{number}</span></a> }.into_any()
            }
            None => view! { <p>{words::NO_PHONE.get(lang)}</p> }.into_any(),
        };
        view! {
            {by.map(|by| view! { <p dir="auto">{by}</p> })}
            <p class="soft">{facts}</p>
            {address.map(|address| view! { <p dir="auto">{address}</p> })}
            <div class="deeds">{call}</div>
        }
        .into_any()
    }

    fn next(self) {
        self.at.update(|at| *at += 1);
        scroll_to_top();
    }

    /// What was typed meanwhile stays a draft, and waits on Today.
    fn skip(self, form: Form) {
        form.keep();
        self.skipped.update(|skipped| *skipped += 1);
        self.last.set(None);
        self.next();
    }

    /// All of it was said.
    fn keep(self, form: Form, one: ToVerify, summary: NodeRef<html::Div>) {
        let fields = untrack(|| form.changed());
        if fields.is_empty() {
            return self.kept(form, one, Learned::StillSo);
        }
        let (label, row) = self.call(one, &Learned::Changed(fields));
        let then = self.then(label.clone());
        form.finish_with(
            label,
            vec![row],
            move |_| then(),
            move || {
                if let Some(summary) = summary.try_get_untracked().flatten() {
                    drop(summary.focus());
                }
            },
        );
    }

    /// Nothing that stands there changed. What somebody typed all the same stays a draft.
    fn kept(self, form: Form, one: ToVerify, learned: Learned) {
        if self.busy.get_untracked() {
            return;
        }
        form.keep();
        let (label, row) = self.call(one, &learned);
        let then = self.then(label.clone());
        self.busy.set(true);
        let ui = self.ui;
        ui.spawn(async move {
            if ui.run(Command::Write { label, rows: vec![row] }).await.is_ok() {
                then();
            }
            self.busy.try_set(false);
        });
    }

    /// What is written of a call, and what it is called.
    fn call(self, one: ToVerify, learned: &Learned) -> (Message, RecordWrite) {
        let ui = self.ui;
        let work = ui.work();
        let author = Author { by: work.state().actor, now: work.now() };
        let label = match learned {
            Learned::StillSo => words::KEPT,
            Learned::Changed(_) => words::KEPT_CHANGED,
            Learned::NotReached => words::KEPT_NOT_REACHED,
        };
        let name = untrack(|| ui.title(&SERVICE, one.service)).unwrap_or_default();
        let row = verified(work.new_id(), one.service, learned, author, ui.lang.get_untracked());
        (label.with("name", name), row)
    }

    /// Goes on once it is kept. Whoever has gone on meanwhile is not moved.
    fn then(self, label: Message) -> impl FnOnce() {
        let at = self.at.get_untracked();
        move || {
            if self.at.try_get_untracked() == Some(at) {
                self.last.set(Some(label));
                self.next();
            }
        }
    }

    /// Nothing is left to call.
    fn end(self) -> AnyView {
        let skipped = self.skipped.get();
        if skipped == 0 {
            return view! { <Empty path=icon_paths::CHECK title=words::ALL_DONE purpose=words::ALL_DONE_WHAT/> }
                .into_any();
        }
        view! {
            <Empty path=icon_paths::CHECK title=words::ENOUGH purpose=words::ENOUGH_WHAT.with("count", skipped)>
                <Quiet path=icon_paths::SYNC text=words::AGAIN on_tap=move || self.begin(now(self.ui))/>
            </Empty>
        }
        .into_any()
    }

    fn begin(self, round: Round) {
        self.skipped.set(0);
        self.at.set(0);
        self.round.set(round);
        scroll_to_top();
    }

    /// What is in no answer.
    fn hidden(self) -> Option<AnyView> {
        let ui = self.ui;
        let hidden = self.round.with(|round| round.hidden.clone());
        if hidden.is_empty() {
            return None;
        }
        let lang = ui.lang.get();
        let row = |one: ToVerify| {
            let missed = one.missed.map(|day| words::MISSED.with("day", date::say_day(day, lang)).say(lang));
            let again = move || {
                let mut round = self.round.get_untracked();
                round.hidden.retain(|other| other.service != one.service);
                let at = self.at.get_untracked().min(round.due.len());
                round.due.insert(at, one);
                self.round.set(round);
                scroll_to_top();
            };
            view! {
                <li class="entry" data-stack="">
                    <h3 dir="auto">
                        <a href=Route::Records(SERVICE.id, View::One(one.service)).href()>{ui.title(&SERVICE, one.service)}</a>
                    </h3>
                    <p class="soft">{missed}</p>
                    <div class="deeds"><Quiet path=icon_paths::PHONE text=words::TRY_AGAIN on_tap=again/></div>
                </li>
            }
        };
        let rows = hidden.into_iter().map(row).collect_view();
        Some(
            view! {
                <section class="group">
                    <h2>{words::HIDDEN.get(lang)}</h2>
                    <p>{words::HIDDEN_WHAT.get(lang)}</p>
                    <ul class="entries" role="list">{rows}</ul>
                </section>
            }
            .into_any(),
        )
    }
}

/// What is said first.
fn hello(ui: Ui) -> String {
    let lang = ui.lang.get();
    let library = ui.look(|book, _| library_name(book).map(str::to_owned));
    match library {
        Some(library) => words::HELLO_FROM.with("library", library).say(lang),
        None => words::HELLO.get(lang).to_owned(),
    }
}

/// One line of the call: what stands there, to be changed where it is different; and then what stood there, below.
fn asks(ui: Ui, form: Form, field: &'static Field) -> AnyView {
    let was = move || {
        form.was(field).map(|was| {
            let was = match was.is_empty() {
                true => words::WAS_NOTHING.get(ui.lang.get()).to_owned(),
                false => words::WAS.with("what", was).say(ui.lang.get()),
            };
            view! { <p class="soft" dir="auto">{was}</p> }
        })
    };
    view! { <div data-stack="">{form.field(field)}{drawn(was)}</div> }.into_any()
}
