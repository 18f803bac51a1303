//! Consent: what somebody lets us keep, asked in their language before anything is written down, and taken back here.

use super::{prompts_in, tongues};
use crate::app::command::Command;
use crate::app::consent::{self, Agreed, Consents, Grant};
use crate::app::interview as talks;
use crate::domain::date;
use crate::domain::field::Field;
use crate::domain::id::Id;
use crate::domain::kept;
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::domain::text::Lang;
use crate::domain::value::Value;
use crate::kinds::KINDS;
use crate::kinds::interview::{
    CALL_BACK, CALLBACK, GRANTS, INTERVIEW, INTERVIEW_PHOTO, MINOR, NOTES, PHOTO, REFUSED, SPEAKER,
};
use crate::ui::capabilities::interviews::routes;
use crate::ui::context::{Head, Ui};
use crate::ui::form::Form;
use crate::ui::interview_words as words;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::typing::on_leaving;
use crate::ui::words as common;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What is asked of whoever speaks, beside their consent.
const ABOUT: [&str; 6] = ["name", "role", "voice", "organisation", "neighbourhood", "language"];

/// What somebody of an interview agrees to.
pub fn screen(ui: Ui, interview: Id, person: Id) -> impl IntoView {
    let person = consent::goes_on(&ui.work().state().book, SPEAKER.id, person);
    ui.head(move || Head {
        title: words::CONSENT.get(ui.lang.get()).to_owned(),
        line: ui.title(&INTERVIEW, interview).unwrap_or_default(),
        back: Some((Route::Records(INTERVIEW.id, View::One(interview)), INTERVIEW.name.get(ui.lang.get()))),
    });
    let known = Memo::new(move |_| ui.record(&SPEAKER, person).is_some());
    move || match known.get() {
        true => given(ui, interview, person).into_any(),
        false => asking(ui, interview, person).into_any(),
    }
}

/// The words that are read out: those of the guide, then what everyone is told.
fn words_shown(ui: Ui, interview: Id, lang: Lang) -> String {
    let record = ui.peek(&INTERVIEW, interview);
    let asking = record.and_then(|record| talks::asked_with(&ui.work().state().book, &record));
    let intro = asking.map(|asking| asking.intro.get(lang).trim().to_owned()).filter(|intro| !intro.is_empty());
    let intro = intro.unwrap_or_else(|| words::WHO_WE_ARE.get(lang).to_owned());
    format!("{intro}\n\n{}", words::ASK_WORDS.get(lang))
}

/// They are asked.
fn asking(ui: Ui, interview: Id, person: Id) -> impl IntoView {
    let lang = prompts_in(ui, Some(interview));
    ui.prefill(person, vec![("interview", Value::text(interview.to_string()))]);
    let form = Form::open(ui, &SPEAKER, person);
    if form.text_now("language").is_empty() {
        let spoken = ui.peek(&INTERVIEW, interview).and_then(|record| record.text("language").map(Value::text));
        form.start("language", spoken.unwrap_or_else(|| Value::text(lang.get_untracked().tag())));
    }
    on_leaving(ui, move || form.keep());
    on_cleanup(move || {
        ui.dirty.try_set(false);
    });
    let grants = GRANTS.iter().filter_map(|grant| SPEAKER.field(grant)).map(|field| toggle(form, lang, field));
    let grants = grants.collect_view();
    let field = |key: &str| SPEAKER.field(key).map(|field| form.field(field));
    let minor = Memo::new(move |_| form.text("adult") == MINOR);
    let guardian = move || minor.get().then(|| SPEAKER.field("guardian").map(|field| form.field(field)));
    let may_agree = Memo::new(move |_| !minor.get() || form.value("guardian") == Some(Value::Bool(true)));
    let may_begin = Memo::new(move |_| may_agree.get() && form.value(NOTES) == Some(Value::Bool(true)));
    let told = move |refused: bool| {
        let lang = lang.get_untracked();
        let grants = GRANTS.into_iter().filter(|grant| !refused && form.value_now(grant) == Some(Value::Bool(true)));
        let agreed = Agreed { grants: grants.collect(), words: words_shown(ui, interview, lang), lang };
        for (key, value) in consent::asked(agreed, super::hand(ui)) {
            form.set(key, value);
        }
        let here = ui.here();
        let then = move |_| {
            let everyone_refused = talks::refused(&ui.work().state().book, interview);
            if everyone_refused {
                let rows = vec![talks::end(interview, REFUSED, super::hand(ui))];
                let label = words::REFUSAL_KEPT.message();
                ui.send(Command::Write { label, rows });
                ui.go_on(here, Route::Records(INTERVIEW.id, View::One(interview)));
            } else {
                ui.go_on(here, routes::TALK.at(interview));
            }
        };
        form.finish(then, || {});
    };
    view! {
        <form class="page consent" data-stack="" autocomplete="off" on:submit=|event| event.prevent_default()>
            <div class="aloud">
                {tongues(ui, Some(interview), lang)}
                <p class="soft">{ui.t(words::READ_OUT)}</p>
                <p class="read-out" lang=move || lang.get().tag() dir="auto">{move || words_shown(ui, interview, lang.get())}</p>
            </div>
            <fieldset class="section grants">
                <legend>{move || words::AGREES_TO.get(ui.lang.get())}</legend>
                {grants}
            </fieldset>
            {field("adult")}
            {guardian}
            {move || (!may_agree.get()).then(|| view! {
                <p class="error" role="status"><Icon path=icon_paths::WARNING/><span>{ui.t(words::GUARDIAN_FIRST)}</span></p>
            })}
            <fieldset class="section">
                <legend>{ui.t(words::WHO_IT_IS)}</legend>
                {ABOUT.iter().map(|key| field(key)).collect_view()}
            </fieldset>
        </form>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=words::REFUSES on_tap=move || told(true)/>
            <button type="button" class="primary" disabled=move || !may_begin.get() on:click=move |_| told(false)>
                <span>{ui.t(words::BEGIN)}</span><Icon path=icon_paths::CHEVRON/>
            </button>
        </div>
    }
}

/// One thing they can agree to, in the language in which it is read out.
fn toggle(form: Form, lang: RwSignal<Lang>, field: &'static Field) -> impl IntoView {
    let on = Memo::new(move |_| form.value(field.key) == Some(Value::Bool(true)));
    let tap = move |event| form.set(field.key, Value::Bool(event_target_checked(&event)));
    view! {
        <label class="grant">
            <input type="checkbox" prop:checked=on on:change=tap/>
            <span lang=move || lang.get().tag()>{move || field.label.get(lang.get())}</span>
        </label>
    }
}

/// What they agreed to, and the way to take it back.
fn given(ui: Ui, interview: Id, person: Id) -> impl IntoView {
    let record = Memo::new(move |_| ui.record(&SPEAKER, person));
    let said = move || record.with(|record| record.as_deref().map(|record| asked_on(ui, record)));
    let list = move |wanted: bool| {
        let fields = move || {
            record.with(|record| {
                let record = record.as_deref()?;
                let given = |grant: &&&'static str| (consent::of_record(record, grant) == Grant::Given) == wanted;
                let fields: Vec<&'static Field> =
                    GRANTS.iter().filter(given).filter_map(|grant| SPEAKER.field(grant)).collect();
                Some(fields)
            })
        };
        let heading = if wanted { words::AGREED_TO } else { words::NOT_AGREED_TO };
        let path = if wanted { icon_paths::CHECK } else { icon_paths::CLOSE };
        move || {
            let fields = fields().filter(|fields| !fields.is_empty())?;
            let rows =
                fields.into_iter().map(|field| view! { <li><Icon path=path/><span>{ui.t(field.label)}</span></li> });
            Some(view! {
                <section class="group"><h2>{ui.t(heading)}</h2><ul class="ticks" role="list">{rows.collect_view()}</ul></section>
            })
        }
    };
    let shown = move || record.with(|record| record.as_deref()?.text("words").map(str::to_owned));
    view! {
        <div class="page" data-stack="">
            <header class="detail-head">
                <h2 dir="auto">{move || record.with(|record| record.as_deref().map(|record| name(ui, record)))}</h2>
                <p class="soft">{said}</p>
            </header>
            {list(true)}
            {list(false)}
            {kept_of(ui, interview, person, &CALLBACK, CALL_BACK)}
            {kept_of(ui, interview, person, &INTERVIEW_PHOTO, PHOTO)}
            <details class="more">
                <summary>{ui.t(words::WORDS_SHOWN)}</summary>
                <p class="read-out" data-small="" dir="auto">{shown}</p>
            </details>
            {take_back(ui, interview, person, record)}
        </div>
        <div class="actions">
            <a class="quiet" href=Route::Records(SPEAKER.id, View::Edit(person)).href()>
                <Icon path=icon_paths::PENCIL/><span>{ui.t(common::EDIT)}</span>
            </a>
            {move || going_on(ui, interview).then(|| view! {
                <a class="primary" href=routes::TALK.at(interview).href()>
                    <span>{ui.t(words::GO_ON)}</span><Icon path=icon_paths::CHEVRON/>
                </a>
            })}
        </div>
    }
}

/// What else is kept of somebody who agreed to it: how to reach them, a photo.
fn kept_of(ui: Ui, interview: Id, person: Id, kind: &'static Kind, grant: &'static str) -> impl IntoView {
    let may = Memo::new(move |_| {
        ui.record(&SPEAKER, person).is_some_and(|record| consent::of_record(&record, grant) == Grant::Given)
    });
    let ids = Memo::new(move |_| {
        ui.follow(kind.id);
        ui.look(|book, index| {
            let found = index.linking_to(book, KINDS, (kind.id, "speaker"), person);
            found.into_iter().map(|record| record.id).collect::<Vec<_>>()
        })
    });
    let row = move |id: Id| {
        let said = move || {
            let record = ui.record(kind, id);
            let told = |key: &str| record.as_ref().and_then(|record| record.text(key)).map(str::to_owned);
            let parts = ["phone", "email", "note", "caption"].into_iter().filter_map(told);
            let said = parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ");
            if said.is_empty() { kind.name.get(ui.lang.get()).to_owned() } else { said }
        };
        view! {
            <li><a class="row" href=Route::Records(kind.id, View::One(id)).href()>
                <span class="row-title" dir="auto">{said}</span>
                <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
            </a></li>
        }
    };
    let add = move || {
        let id = ui.work().new_id();
        let link = |id: Id| Value::text(id.to_string());
        ui.prefill(id, vec![("speaker", link(person)), ("interview", link(interview))]);
        ui.go(Route::Records(kind.id, View::Edit(id)));
    };
    move || {
        may.get().then(|| {
            view! {
                <section class="group">
                    <h2>{ui.t(kind.plural)}</h2>
                    <ul class="rows" role="list">{move || ids.get().into_iter().map(row).collect_view()}</ul>
                    <div class="deeds">
                        <Quiet path=icon_paths::PLUS text=kind.new on_tap=add/>
                    </div>
                </section>
            }
        })
    }
}

fn going_on(ui: Ui, interview: Id) -> bool {
    let record = ui.record(&INTERVIEW, interview);
    record.is_some_and(|record| record.text("outcome") == Some(crate::kinds::interview::UNDER_WAY))
}

/// What somebody is called on the tablets of the team.
pub fn name(ui: Ui, record: &Record) -> String {
    let name = kept::text(&SPEAKER, record, "name").map(str::trim).filter(|name| !name.is_empty());
    name.map_or_else(|| words::NAMELESS.get(ui.lang.get()).to_owned(), str::to_owned)
}

fn asked_on(ui: Ui, record: &Record) -> String {
    let lang = ui.lang.get();
    let when = record.text("asked_when").and_then(date::moment);
    let when = when.map(|when| date::say_moment(when, lang)).unwrap_or_default();
    let who = ui.staff_name(record.text("asked_by").and_then(|id| id.parse().ok()));
    match who {
        Some(who) => words::ALREADY_ASKED_BY.with("when", when).with("who", who).say(lang),
        None => words::ALREADY_ASKED.with("when", when).say(lang),
    }
}

/// Taking consents back: chosen one by one, with what would go said before it goes.
fn take_back(ui: Ui, interview: Id, person: Id, record: Memo<Option<Arc<Record>>>) -> impl IntoView {
    let chosen = RwSignal::new(Vec::<&'static str>::new());
    let held = Memo::new(move |_| {
        record.with(|record| {
            let Some(record) = record.as_deref() else { return Vec::new() };
            let held = |grant: &&'static str| consent::of_record(record, grant) == Grant::Given;
            GRANTS.iter().copied().filter(held).collect::<Vec<_>>()
        })
    });
    let would_go = Memo::new(move |_| {
        chosen.with(|chosen| {
            let work = ui.work();
            let state = work.state();
            // Who takes back that anything is written down takes everything back.
            let taken: &[&str] = if chosen.contains(&NOTES) { &GRANTS } else { chosen };
            consent::counted(&Consents::without(&state.book, person, taken).to_let_go())
                .into_iter()
                .map(|(kind, count)| (kind.id, count))
                .collect::<Vec<_>>()
        })
    });
    let said = move || {
        let lang = ui.lang.get();
        let gone = would_go.get().into_iter().filter_map(|(id, count)| Some((crate::kinds::kind(id)?, count)));
        match common::counted_in_words(gone, lang) {
            what if what.is_empty() => words::NOTHING_GOES.get(lang).to_owned(),
            what => words::WOULD_GO.with("what", what).say(lang),
        }
    };
    let choose = move |grant: &'static str, on: bool| {
        chosen.update(|chosen| {
            chosen.retain(|known| *known != grant);
            if on {
                chosen.push(grant);
            }
        });
    };
    let option = move |grant: &'static str| {
        let field = SPEAKER.field(grant)?;
        let on = move || chosen.with(|chosen| chosen.contains(&grant));
        let tap = move |event| choose(grant, event_target_checked(&event));
        Some(view! {
            <label class="choice">
                <input type="checkbox" prop:checked=on on:change=tap/><span>{ui.t(field.label)}</span>
            </label>
        })
    };
    let everything = move || chosen.set(held.get_untracked());
    let erase = move || {
        let grants = chosen.get_untracked();
        let when = date::stored(ui.work().now().moment());
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(Command::TakeBack { speaker: person, grants, when }).await.is_ok() {
                ui.go_on(here, Route::Records(INTERVIEW.id, View::One(interview)));
            }
        });
    };
    let summary = NodeRef::<html::Details>::new();
    move || {
        (!held.with(Vec::is_empty)).then(|| {
            view! {
                <details class="more" node_ref=summary>
                    <summary>{ui.t(words::TAKE_BACK)}</summary>
                    <p class="help">{ui.t(words::TAKE_BACK_WHAT)}</p>
                    <div class="choices">
                        {held.get().into_iter().map(option).collect_view()}
                        <Quiet path=icon_paths::CHECK text=words::TAKE_BACK_ALL on_tap=everything/>
                    </div>
                    {move || chosen.with(|chosen| !chosen.is_empty()).then(|| view! {
                        <p role="status" class="error"><Icon path=icon_paths::WARNING/><span>{said}</span></p>
                        {chosen.with(|chosen| chosen.contains(&NOTES)).then(|| view! {
                            <p class="help">{ui.t(words::REMARKS_STAY)}</p>
                        })}
                        <Quiet path=icon_paths::TRASH text=words::TAKE_IT_BACK class="danger" on_tap=erase/>
                    })}
                </details>
            }
        })
    }
}
