//! A record's form, made from its kind. It writes a draft; “Done” turns the draft into an operation.

mod address;
mod aloud;
mod choices;
pub mod day;
mod offered;
mod photo;
mod picker;
mod text;

use crate::app::command::{Command, Done};
use crate::app::drafts::keeper::{self, DraftKeeper};
use crate::app::error::Refusal;
use crate::app::workspace::WorkError;
use crate::domain::check::{self, Problem};
use crate::domain::date;
use crate::domain::draft::Draft;
use crate::domain::field::{Field, FieldType, Start};
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::domain::text::{Message, Text};
use crate::domain::value::Value;
use crate::kinds::guide::{self, Part};
use crate::ui::capability::{self, Links, Presentation};
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::typing::{KEEP_AFTER, on_leaving};
use crate::ui::words;
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A form being filled in. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Form {
    ui: Ui,
    kind: &'static Kind,
    id: Id,
    record: StoredValue<Option<Arc<Record>>>,
    draft: RwSignal<Draft>,
    /// Fields whose problems may be shown: they were left, or Done was tapped.
    left: RwSignal<BTreeSet<&'static str>>,
    tried: RwSignal<bool>,
    /// Decides when the draft is kept, finished, thrown away.
    keeper: StoredValue<DraftKeeper>,
    /// Dates that somebody began to enter in this form and that were not finished.
    begun: StoredValue<BTreeSet<&'static str>>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// What is asked, as the team words it when the form is opened.
    parts: StoredValue<Vec<Part>>,
    /// The question that is shown large in the other language.
    asked: RwSignal<Option<&'static Field>>,
}

impl Form {
    /// Opens the form of a record, new or known.
    pub fn open(ui: Ui, kind: &'static Kind, id: Id) -> Form {
        let record = ui.peek(kind, id);
        let work = ui.work();
        let known = work.state().drafts.values().find(|draft| draft.kind == kind.id && draft.id == id).cloned();
        let prefilled = ui.take_prefill(id);
        let known = known.map(|mut draft| {
            // A date that was not finished cannot be shown again; where there is a former one, that one still stands.
            let former = |key: &str| record.as_ref().and_then(|record| record.get(key)).is_some();
            let begun = Value::text(date::UNFINISHED);
            draft.values.retain(|key, value| *value != begun || !former(key));
            draft.seen.retain(|key, _| draft.values.contains_key(key));
            draft
        });
        let draft = known.unwrap_or_else(|| {
            let mut draft = ui.draft(kind, id, []);
            if draft.new {
                let starts = kind.fields().filter_map(|field| Some((field.key, start_value(ui, field)?)));
                for (key, value) in starts.chain(prefilled) {
                    draft.set(None, key, value);
                }
            }
            draft
        });
        Form {
            ui,
            kind,
            id,
            record: StoredValue::new(record),
            draft: RwSignal::new(draft),
            left: RwSignal::default(),
            tried: RwSignal::new(false),
            keeper: StoredValue::default(),
            begun: StoredValue::default(),
            timer: StoredValue::new_local(None),
            parts: StoredValue::new(guide::parts(kind, &work.state().book)),
            asked: RwSignal::new(None),
        }
    }

    /// What a field holds, followed.
    pub fn value(self, key: &str) -> Option<Value> {
        self.record.with_value(|record| self.draft.with(|draft| draft.get(record.as_deref(), key).cloned()))
    }

    /// What a field holds now.
    pub fn value_now(self, key: &str) -> Option<Value> {
        untrack(|| self.value(key))
    }

    /// The text a field holds now.
    pub fn text_now(self, key: &str) -> String {
        self.value_now(key).and_then(|value| value.as_text().map(str::to_owned)).unwrap_or_default()
    }

    /// The text a field holds, followed.
    pub fn text(self, key: &str) -> String {
        self.value(key).and_then(|value| value.as_text().map(str::to_owned)).unwrap_or_default()
    }

    /// The text the record itself holds, whatever was typed.
    fn kept_text(self, key: &str) -> Option<String> {
        self.record.with_value(|record| record.as_ref()?.text(key).map(str::to_owned))
    }

    /// Looks at the dates once more: a browser tells of one that is not finished only when it is asked.
    fn look_at_days(self) {
        self.parts.with_value(|parts| {
            let fields = parts.iter().flat_map(|part| &part.fields);
            let days = fields.filter(|field| matches!(field.ty, FieldType::Date | FieldType::DateTime));
            days.for_each(|field| day::look(self, field));
        });
    }

    /// The control of a field.
    pub fn field(self, field: &'static Field) -> AnyView {
        field_view(self, field)
    }

    /// What a new record starts with, before anyone types.
    pub fn start(self, key: &str, value: Value) {
        self.draft.update(|draft| draft.set(None, key, value));
    }

    /// Somebody typed or chose something. It is kept a moment after the last time.
    pub fn set(self, key: &str, value: Value) {
        // What took a moment to find may come when the form is left.
        if self.is_left() {
            return;
        }
        self.record.with_value(|record| self.draft.update(|draft| draft.set(record.as_deref(), key, value)));
        if !self.keeper.try_update_value(DraftKeeper::typed).unwrap_or(false) {
            return;
        }
        self.ui.dirty.set(true);
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.keep(), KEEP_AFTER).ok();
        });
    }

    /// Keeps the draft now, if there is anything the store does not have.
    pub fn keep(self) {
        let Some(draft) = self.draft.try_get_untracked() else { return };
        if !self.keeper.try_update_value(DraftKeeper::keep).unwrap_or(false) {
            return;
        }
        let ui = self.ui;
        ui.spawn(async move {
            let work = ui.work();
            if let Err(error) = work.keep_draft(draft).await {
                // Tried again at the next keystroke, and when the page is hidden.
                self.keeper.try_update_value(DraftKeeper::not_kept);
                ui.warn(error.message());
            }
        });
    }

    /// Notes that a field was left, so that its problem may be shown.
    fn leave(self, field: &'static Field) {
        self.left.update(|left| {
            left.insert(field.key);
        });
    }

    /// What is to be mended in a field, once it may be shown.
    fn problem(self, field: &'static Field) -> Memo<Option<Problem>> {
        Memo::new(move |_| {
            let shown = self.tried.get() || self.left.with(|left| left.contains(field.key));
            if shown { self.check(field) } else { None }
        })
    }

    fn problems(self) -> Vec<Problem> {
        self.parts.with_value(|parts| {
            parts.iter().flat_map(|part| &part.fields).filter_map(|field| self.check(field)).collect()
        })
    }

    /// What is to be mended in a field, as things stand in the draft.
    fn check(self, field: &'static Field) -> Option<Problem> {
        self.record.with_value(|record| {
            self.draft.with(|draft| check::check_within(self.kind, field, |key| draft.get(record.as_deref(), key)))
        })
    }

    /// Whether it asks for a field, followed.
    fn asks(self, field: &'static Field) -> bool {
        self.record.with_value(|record| {
            self.draft.with(|draft| field.is_asked(draft.new, |key| draft.get(record.as_deref(), key)))
        })
    }

    fn control_id(self, field: &Field) -> String {
        format!("f-{}", field.key)
    }

    fn done(self, summary: NodeRef<html::Div>) {
        let (ui, kind, id, here) = (self.ui, self.kind, self.id, self.ui.here());
        let then = move |done: Done| {
            ui.toast(done.label, done.step);
            ui.go_on(here, after(ui, kind, id));
        };
        self.finish(then, move || {
            // Whoever has gone on meanwhile is not called back.
            if let Some(summary) = summary.try_get_untracked().flatten() {
                drop(summary.focus());
            }
        });
    }

    /// Turns the draft into an operation, then goes on; or shows what is to be mended first.
    pub fn finish(self, then: impl FnOnce(Done) + 'static, mend: impl FnOnce() + 'static) {
        self.look_at_days();
        // Not at a second tap, while the first one is at work.
        if !self.keeper.try_update_value(DraftKeeper::finish).unwrap_or(false) {
            return;
        }
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        let ui = self.ui;
        let (draft, before) = (self.draft.get_untracked(), self.record.get_value());
        ui.spawn(async move {
            let work = ui.work();
            match work.run(Command::Finish(draft.clone())).await {
                Ok(done) => {
                    ui.dirty.set(false);
                    if self.keeper.try_update_value(DraftKeeper::finished).unwrap_or(false) {
                        self.keep_the_rest(&draft, before).await;
                    }
                    then(done);
                }
                Err(WorkError::Refused(Refusal::Problems(_))) => {
                    self.tried.try_set(true);
                    self.not_done();
                    request_animation_frame(mend);
                }
                Err(error) => {
                    self.not_done();
                    ui.warn(error.message());
                }
            }
        });
    }

    /// What was typed stays a draft until it can be done.
    fn not_done(self) {
        self.keeper.try_update_value(DraftKeeper::not_finished);
        self.keep();
    }

    /// Keeps what was typed while the store was asked to finish the draft, as a draft of changes.
    async fn keep_the_rest(self, sent: &Draft, before: Option<Arc<Record>>) {
        let ui = self.ui;
        let (now, after) = (self.draft.try_get_untracked(), ui.peek(self.kind, self.id));
        let Some((now, after)) = now.zip(after) else { return };
        let rest = keeper::typed_since(sent, &now, before.as_deref(), &after);
        if let Err(error) = ui.work().keep_draft(rest).await {
            ui.warn(error.message());
        }
    }

    /// Whether the form is off the screen.
    fn is_left(self) -> bool {
        self.keeper.try_with_value(|_| ()).is_none()
    }

    fn discard(self) {
        let (ui, kind, here) = (self.ui, self.kind, self.ui.here());
        if !self.keeper.try_update_value(DraftKeeper::discard).unwrap_or(false) {
            return;
        }
        ui.dirty.set(false);
        let thrown_away = self.draft.get_untracked();
        let draft = Draft { values: Default::default(), ..thrown_away.clone() };
        let to = back(ui, kind, self.id, draft.new, &|key| self.text_now(key).parse().ok());
        ui.spawn(async move {
            let work = ui.work();
            match work.keep_draft(draft).await {
                Ok(()) => ui.toast_draft(words::DRAFT_DISCARDED, thrown_away),
                Err(error) => ui.warn(error.message()),
            }
            ui.go_on(here, to);
        });
    }
}

/// Where one goes after “Done”: back to what the record is about, on to what comes next, or to the record.
fn after(ui: Ui, kind: &'static Kind, id: Id) -> Route {
    let record = ui.peek(kind, id);
    let links = |key: &str| record.as_deref().and_then(|record| record.text(key)?.parse().ok());
    let after = |presentation: &Presentation| presentation.after.iter().find_map(|after| after(ui, id, &links));
    let back = || declared_back(ui, kind, &links);
    back().or_else(|| after(capability::of(kind.id))).unwrap_or(Route::Records(kind.id, View::One(id)))
}

/// Where one goes back to from a form.
fn back(ui: Ui, kind: &'static Kind, id: Id, new: bool, links: Links<'_>) -> Route {
    let view = if new { View::List } else { View::One(id) };
    declared_back(ui, kind, links).unwrap_or(Route::Records(kind.id, view))
}

fn declared_back(ui: Ui, kind: &'static Kind, links: Links<'_>) -> Option<Route> {
    capability::of(kind.id).back.iter().find_map(|back| back(ui, links))
}

fn start_value(ui: Ui, field: &Field) -> Option<Value> {
    match field.start {
        Start::Blank => None,
        Start::Choice(key) => Some(Value::text(key)),
        Start::Now if field.ty == FieldType::Date => Some(Value::text(ui.work().now().today().to_string())),
        Start::Now => Some(Value::text(ui.work().now().to_stored())),
        Start::Me => ui.work().state().actor.map(|id| Value::text(id.to_string())),
    }
}

/// The form of a record, new or known.
pub fn edit(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let form = Form::open(ui, kind, id);
    let summary = NodeRef::<html::Div>::new();
    // A double tap on what opened the form does not finish it. Whoever has typed something meant to come here.
    let guard = Guard::default();
    guard.moved();
    let settles = guard.settling();
    let settling = move || settles().filter(|_| !ui.dirty.get());
    let sieve = guard.sieve();
    let sieve = move |tap| {
        if !ui.dirty.get_untracked() {
            sieve(tap);
        }
    };
    // The tab may be closed at any moment; hiding is the last the browser tells of it.
    // Before it is kept; and not on the way out, where another form may stand already.
    let hidden = window_event_listener_untyped("visibilitychange", move |_| form.look_at_days());
    on_cleanup(move || hidden.remove());
    on_leaving(ui, move || form.keep());
    on_cleanup(move || {
        ui.dirty.try_set(false);
    });
    let is_new = form.draft.with_untracked(|draft| draft.new);
    let heading = move || {
        if let Some(own) = capability::of(kind.id).heading.iter().find_map(|heading| heading(form)) {
            own.say(ui.lang.get())
        } else if is_new {
            kind.new.get(ui.lang.get()).to_owned()
        } else {
            let name = ui.name(kind, id).unwrap_or_else(|| kind.name.message());
            words::EDIT_WHAT.with("what", name).say(ui.lang.get())
        }
    };
    let sections = form.parts.with_value(|parts| parts.iter().map(|part| section_view(form, part)).collect_view());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.done(summary);
    };
    let back = back(ui, kind, id, is_new, &|key| form.text_now(key).parse().ok());
    view! {
        <a class="back only-narrow" href=back.href()>
            <Icon path=icon_paths::BACK/><span>{ui.t(words::BACK)}</span>
        </a>
        <form class="form" novalidate autocomplete="off" on:submit=submit on:focusin=keep_in_sight aria-label=heading>
            <h2>{heading}</h2>
            {problem_summary(form, summary)}
            {sections}
            <div class="actions" data-settling=settling on:click:capture=sieve>
                {move || if form.draft.with(Draft::is_empty) {
                    view! { <Quiet path=icon_paths::CLOSE text=words::CANCEL on_tap=move || ui.go(back)/> }.into_any()
                } else {
                    view! { <Quiet path=icon_paths::TRASH text=words::DISCARD_DRAFT on_tap=move || form.discard()/> }.into_any()
                }}
                <button type="submit" class="primary">
                    <Icon path=icon_paths::CHECK/><span>{ui.t(words::DONE)}</span>
                </button>
            </div>
        </form>
        {kind.sections.iter().any(|section| section.aloud).then(|| aloud::dialog(form))}
    }
}

fn problem_summary(form: Form, summary: NodeRef<html::Div>) -> impl IntoView {
    let ui = form.ui;
    move || {
        let problems = if form.tried.get() { form.problems() } else { Vec::new() };
        let title = match problems.len() {
            0 => return None,
            1 => words::ONE_THING_TO_MEND.message(),
            count => words::THINGS_TO_MEND.with("count", count),
        };
        let items = problems.into_iter().map(|problem| {
            let target = format!("f-{}", problem.field);
            let jump = {
                let target = target.clone();
                move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    focus_control(&target);
                }
            };
            view! { <li><a href=format!("#{target}") on:click=jump>{ui.say(problem.message)}</a></li> }
        });
        Some(view! {
            <div class="problems" role="alert" tabindex="-1" node_ref=summary>
                <h2><Icon path=icon_paths::WRONG/><span>{ui.say(title)}</span></h2>
                <ul>{items.collect_view()}</ul>
            </div>
        })
    }
}

/// Brings the control of a field into sight and puts the cursor there; in a group, its first one.
fn focus_control(id: &str) {
    use wasm_bindgen::JsCast;
    let Some(found) = document().get_element_by_id(id) else { return };
    let inner = found.query_selector("input, textarea, select, button").ok().flatten();
    let target = if found.matches("input, textarea, select").unwrap_or(false) { found } else { inner.unwrap_or(found) };
    target.scroll_into_view();
    if let Ok(target) = target.dyn_into::<web_sys::HtmlElement>() {
        drop(target.focus());
    }
}

/// Brings what has the focus clear of the bar at the bottom, which WebKit does not do by itself.
fn keep_in_sight(event: web_sys::FocusEvent) {
    use wasm_bindgen::JsCast;
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn section_view(form: Form, part: &Part) -> impl IntoView + use<> {
    let section = part.section;
    let ask = move |field| section.aloud.then(|| aloud::button(form, field));
    let one = move |field| view! { {field_view(form, field)} {ask(field)} };
    let fields = part.fields.iter().map(|field| {
        let field = *field;
        match field.asked.is_empty() {
            true => one(field).into_any(),
            false => {
                let asked = Memo::new(move |_| form.asks(field));
                (move || asked.get().then(|| one(field))).into_any()
            }
        }
    });
    let fields = fields.collect_view();
    view! { <fieldset class="section"><legend>{form.ui.t(section.name)}</legend>{fields}</fieldset> }
}

fn field_view(form: Form, field: &'static Field) -> AnyView {
    // As it was when the form was opened: whoever writes down what they promised to keep sees it as they write.
    let kept = untrack(|| form.ui.kept_from_user(form.kind, field, |key| form.value(key)));
    if let Some(kept) = kept {
        let control = view! { <p class="derived"><Icon path=icon_paths::PERSON/><span>{form.ui.say(kept)}</span></p> };
        return group(form, field, control).into_any();
    }
    match field.ty {
        FieldType::Choice(_) | FieldType::Choices(_) | FieldType::YesNo => choices::view(form, field).into_any(),
        FieldType::Link(to) => picker::view(form, field, to).into_any(),
        FieldType::Address => address::address(form, field).into_any(),
        FieldType::Place => address::place(form, field).into_any(),
        FieldType::Photo => photo::view(form, field).into_any(),
        FieldType::Answers => offered::view(form, field).into_any(),
        _ if field.latest_of.is_some() => text::derived(form, field).into_any(),
        _ => text::view(form, field).into_any(),
    }
}

/// Label, help and error of a field whose control is one element.
fn one_control(form: Form, field: &'static Field, control: impl IntoView + 'static) -> impl IntoView {
    let id = form.control_id(field);
    view! {
        <div class="field">
            <label class="label" for=id>{label(form, field.label, field.required)}</label>
            {help_and_error(form, field)}
            {control}
        </div>
    }
}

/// Legend, help and error of a field whose control is several elements.
fn group(form: Form, field: &'static Field, controls: impl IntoView + 'static) -> impl IntoView {
    let invalid = form.problem(field);
    view! {
        <fieldset
            class="field" id=form.control_id(field)
            aria-describedby=described_by(form, field)
            data-invalid=move || invalid.get().is_some().then_some("")
        >
            <legend class="label">{label(form, field.label, field.required)}</legend>
            {help_and_error(form, field)}
            {controls}
        </fieldset>
    }
}

fn label(form: Form, text: Text, required: bool) -> impl IntoView {
    let ui = form.ui;
    view! { {ui.t(text)} {required.then(|| view! { " "<small>{ui.t(words::NEEDED)}</small> })} }
}

fn help_and_error(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let id = form.control_id(field);
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let problem = form.problem(field);
    let error = move || {
        problem.get().map(|problem| {
        view! { <p class="error" id=error_id.clone()><Icon path=icon_paths::WRONG/><span>{ui.say(problem.message)}</span></p> }
    })
    };
    view! {
        {(!field.help.is_empty()).then(|| view! { <p class="help" id=help_id>{ui.t(field.help)}</p> })}
        {error}
    }
}

/// The identities of the help and error that belong to a control.
fn described_by(form: Form, field: &'static Field) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
    let id = form.control_id(field);
    let problem = form.problem(field);
    move || {
        let help = (!field.help.is_empty()).then(|| format!("{id}-help"));
        let error = problem.get().map(|_| format!("{id}-error"));
        let both: Vec<String> = help.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }
}

/// Whether a control is marked as holding something to mend.
fn invalid(form: Form, field: &'static Field) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    let problem = form.problem(field);
    move || problem.get().map(|_| "true")
}

/// Text as a value: cleared where there is none.
fn text_value(text: String) -> Value {
    if text.trim().is_empty() { Value::Null } else { Value::Text(text) }
}

/// A sentence about a draft: “Draft: New partner”.
pub fn draft_name(ui: Ui, draft: &Draft) -> Option<(Message, Route)> {
    let kind = crate::kinds::kind(&draft.kind)?;
    let record = ui.peek(kind, draft.id);
    let title = kind.title().and_then(|field| draft.get(record.as_deref(), field.key)?.as_text().map(str::to_owned));
    let title = title.map(|title| crate::domain::show::first_line(&title)).filter(|title| !title.is_empty());
    let name = match title {
        Some(title) => words::GREETING_NAME.with("greeting", kind.name).with("name", title),
        None if draft.new => kind.new.message(),
        None => kind.name.message(),
    };
    let links = |key: &str| draft.get(record.as_deref(), key)?.as_text()?.parse().ok();
    let elsewhere = capability::of(kind.id).draft.filter(|_| draft.new).and_then(|route| route(draft.id, &links));
    Some((name, elsewhere.unwrap_or(Route::Records(kind.id, View::Edit(draft.id)))))
}
