//! A record's form, made from its kind. It writes a draft; “Done” turns the draft into an operation.

mod address;
mod address_book;
mod aloud;
mod choices;
mod controls;
pub mod day;
mod filling;
mod finishing;
mod first;
mod folded;
mod namesakes;
mod offered;
mod photo;
mod picker;
mod text;

pub use filling::Form;

use crate::model::draft::Draft;
use crate::model::field::{Field, FieldType, Start};
use crate::model::guide::GuidePart;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::ui::capability::{self, KindViews, Links};
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::typing::on_leaving;
use crate::ui::words;
use controls::{
    described_by, field_view, focus_control, group, invalid, keep_in_sight, one_control, problem_summary, text_value,
};
use leptos::html;
use leptos::prelude::*;

/// Where one goes after “Done”: back to what the record is about, on to what comes next, to where the form was begun, or
/// to the record.
fn after(ui: Ui, kind: &'static Kind, id: Id, new: bool) -> Route {
    let record = ui.peek(kind, id);
    let links = |key: &str| record.as_deref().and_then(|record| record.link(key));
    let after = |views: &KindViews| views.after.iter().find_map(|after| after(ui, id, &links));
    let declared = declared_back(ui, kind, &links).or_else(|| after(capability::views_of(kind.id)));
    declared.or_else(|| begun_on(ui, kind, id, new, &links)).unwrap_or(Route::Records(kind.id, View::One(id)))
}

/// Where one goes back to from a form.
fn back(ui: Ui, kind: &'static Kind, id: Id, new: bool, links: Links<'_>) -> Route {
    let view = if new { View::List } else { View::One(id) };
    let back = declared_back(ui, kind, links).or_else(|| begun_on(ui, kind, id, new, links));
    back.unwrap_or(Route::Records(kind.id, view))
}

/// The page on which the form was begun, if one comes back to it.
fn begun_on(ui: Ui, kind: &'static Kind, id: Id, new: bool, links: Links<'_>) -> Option<Route> {
    ui.back_from(id, new, |page| kind.links().any(|(link, _)| links(link) == Some(page)))
}

fn declared_back(ui: Ui, kind: &'static Kind, links: Links<'_>) -> Option<Route> {
    capability::views_of(kind.id).back.iter().find_map(|back| back(ui, links))
}

/// What a field of a new record starts with.
fn start_value(ui: Ui, field: &Field) -> Option<Value> {
    match field.start {
        Start::Blank => None,
        Start::Choice(key) => Some(Value::text(key)),
        Start::Now if field.ty == FieldType::Date => Some(Value::text(ui.work().now().today().to_string())),
        Start::Now => Some(Value::text(ui.work().now().to_stored())),
        Start::Me => ui.work().state().actor.map(Value::link),
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
    let is_new = form.is_new();
    let heading = move || {
        if let Some(own) = capability::views_of(kind.id).heading.iter().find_map(|heading| heading(form)) {
            own.say(ui.lang.get())
        } else if is_new {
            kind.new.get(ui.lang.get()).to_owned()
        } else {
            let lang = ui.lang.get();
            let kind_name = kind.name.get(lang).to_lowercase();
            match ui.about(kind, id).or_else(|| ui.title(kind, id)).filter(|what| !what.is_empty()) {
                Some(what) => words::EDIT_WHAT.with("kind", kind_name).with("what", what).say(lang),
                None => words::EDIT_KIND.with("kind", kind_name).say(lang),
            }
        }
    };
    let laid_out = form.laid_out();
    let aloud = laid_out.iter().position(|(part, _)| part.section.aloud);
    let section = move |(at, (part, folded)): (usize, (GuidePart, bool))| {
        let switch = (aloud == Some(at)).then(|| aloud::switch(form));
        let section = if folded { folded::view(form, part).into_any() } else { section_view(form, &part).into_any() };
        view! { {switch} {section} }
    };
    let sections = match first::view(form, &laid_out) {
        Some(first) => first.into_any(),
        None => laid_out.into_iter().enumerate().map(section).collect_view().into_any(),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.done(summary);
    };
    let back = back(ui, kind, id, is_new, &|key| form.text_now(key).parse().ok());
    view! {
        <a class="back only-narrow" href=back.href()>
            <Icon path=icon_paths::BACK/><span>{ui.t(words::BACK)}</span>
        </a>
        <form class="form" novalidate autocomplete="off" on:submit=submit on:focusin=keep_in_sight aria-label=move || heading()>
            <h2>{move || heading()}</h2>
            {problem_summary(form, summary)}
            {sections}
            <div class="actions" data-settling=move || settling() on:click:capture=sieve>
                {move || if form.is_untouched() {
                    view! { <Quiet path=icon_paths::CLOSE text=words::CANCEL on_tap=move || ui.go(back)/> }.into_any()
                } else {
                    view! { <Quiet path=icon_paths::TRASH text=words::DISCARD_DRAFT on_tap=move || form.discard()/> }.into_any()
                }}
                <button type="submit" class="primary">
                    <Icon path=icon_paths::CHECK/><span>{ui.t(words::DONE)}</span>
                </button>
            </div>
        </form>
        {aloud.map(|_| aloud::dialog(form))}
    }
}

fn section_view(form: Form, part: &GuidePart) -> impl IntoView + use<> {
    let section = part.section;
    let fields = part.fields.clone();
    let nothing = memo(move || !fields.iter().any(|field| form.asks(field)));
    view! {
        <fieldset class="section" data-aloud=section.aloud.then_some("") hidden=nothing>
            <legend>{form.ui.t(section.name)}</legend>{fields_view(form, part)}
        </fieldset>
    }
}

/// The fields of a section, each while it is asked for.
fn fields_view(form: Form, part: &GuidePart) -> AnyView {
    let fields = part.fields.iter().map(|field| {
        let field = *field;
        match field.asked.is_empty() {
            true => asked_view(form, field),
            false => {
                let asked = memo(move || form.asks(field));
                (move || asked.get().then(|| asked_view(form, field))).into_any()
            }
        }
    });
    fields.collect_view().into_any()
}

/// A field, below the name of something new what bears that name already, and what its kind says below the field.
fn asked_view(form: Form, field: &'static Field) -> AnyView {
    let namesakes = namesakes::looked_for(form, field).then(|| namesakes::view(form, field).into_any());
    let hints = capability::views_of(form.kind.id).hints.iter().filter(|(key, _)| *key == field.key);
    let below: Vec<AnyView> = namesakes.into_iter().chain(hints.map(|(_, hint)| hint(form))).collect();
    match below.is_empty() {
        true => field_view(form, field),
        false => view! { <div>{field_view(form, field)}{below}</div> }.into_any(),
    }
}

/// A sentence about a draft: “Draft: New partner”.
pub fn draft_name(ui: Ui, draft: &Draft) -> Option<(Message, Route)> {
    let kind = capability::kind(&draft.kind)?;
    let record = ui.peek(kind, draft.id);
    let title = kind.title().and_then(|field| draft.get(record.as_deref(), field.key)?.as_text().map(str::to_owned));
    let title = title.map(|title| crate::model::show::first_line(&title)).filter(|title| !title.is_empty());
    let name = match title {
        Some(title) => words::GREETING_NAME.with("greeting", kind.name).with("name", title),
        None if draft.new => kind.new.message(),
        None => kind.name.message(),
    };
    let links = |key: &str| draft.get(record.as_deref(), key)?.as_text()?.parse().ok();
    let elsewhere = capability::of(kind.id).draft.filter(|_| draft.new).and_then(|route| route(draft.id, &links));
    Some((name, elsewhere.unwrap_or(Route::Records(kind.id, View::Edit(draft.id)))))
}
