//! Consent: what somebody lets us keep, asked in their language before anything is written down, and taken back here.

mod given;
mod take_back;

use super::{prompts_in, tongues};
use crate::interviews::kinds::interview::{
    GIVES, GRANTS, INTERVIEW, MINOR, NOTES, REFUSED, SPEAKER, interview_fields, speaker_fields as speaker,
};
use crate::interviews::{interview as talks, routes, words};
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::kept;
use crate::model::record::Record;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::ui::context::{Head, Ui};
use crate::ui::form::Form;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::on_leaving;
use crate::work::command::Command;
use crate::work::consent::{self, Agreed};
use leptos::prelude::*;

/// What is asked of whoever speaks, beside their consent.
const ABOUT: [&str; 6] = [
    speaker::NAME.key(),
    speaker::ROLE.key(),
    speaker::VOICE.key(),
    speaker::ORGANIZATION.key(),
    speaker::NEIGHBORHOOD.key(),
    speaker::LANGUAGE.key(),
];

/// What somebody of an interview agrees to.
pub fn screen(ui: Ui, interview: Id, person: Id) -> impl IntoView {
    let person = consent::goes_on(&ui.work().state().book, SPEAKER.id, person);
    ui.head(move || Head {
        title: words::CONSENT.get(ui.lang.get()).to_owned(),
        line: ui.title(&INTERVIEW, interview).unwrap_or_default(),
        back: Some((Route::Records(INTERVIEW.id, View::One(interview)), INTERVIEW.name.get(ui.lang.get()))),
    });
    let known = memo(move || ui.record(&SPEAKER, person).is_some());
    drawn(move || match known.get() {
        true => given::given(ui, interview, person).into_any(),
        false => asking(ui, interview, person).into_any(),
    })
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
    ui.prefill(person, vec![speaker::INTERVIEW.is(interview)]);
    let form = Form::open(ui, &SPEAKER, person);
    if form.text_now(speaker::LANGUAGE.key()).is_empty() {
        let spoken =
            ui.peek(&INTERVIEW, interview).and_then(|record| interview_fields::LANGUAGE.of(&record).map(Value::text));
        form.start(speaker::LANGUAGE.key(), spoken.unwrap_or_else(|| Value::text(lang.get_untracked().tag())));
    }
    on_leaving(ui, move || form.keep());
    on_cleanup(move || {
        ui.dirty.try_set(false);
    });
    // One comes here by a tap, whose second half would be a refusal that nobody has uttered.
    let guard = Guard::default();
    guard.moved();
    let grants = GRANTS.iter().filter_map(|grant| SPEAKER.field(grant)).map(|field| toggle(form, lang, field));
    let grants = grants.collect_view();
    let field = |key: &str| SPEAKER.field(key).map(|field| form.field(field));
    let minor = memo(move || form.text(speaker::ADULT.key()) == MINOR);
    let guardian = move || minor.get().then(|| SPEAKER.field(speaker::GUARDIAN.key()).map(|field| form.field(field)));
    let may_agree = memo(move || !minor.get() || form.value(speaker::GUARDIAN.key()) == Some(Value::Bool(true)));
    let may_begin = memo(move || may_agree.get() && form.value(NOTES) == Some(Value::Bool(true)));
    let told = move |refused: bool| {
        let lang = lang.get_untracked();
        let grants = GRANTS.into_iter().filter(|grant| !refused && form.value_now(grant) == Some(Value::Bool(true)));
        let agreed = Agreed { grants: grants.collect(), words: words_shown(ui, interview, lang), lang };
        for (key, value) in consent::asked(&GIVES, agreed, crate::interviews::screens::hand(ui)) {
            form.set(key, value);
        }
        let here = ui.here();
        let then = move |_| {
            let everyone_refused = talks::refused(&ui.work().state().book, interview);
            if everyone_refused {
                let rows = vec![talks::end(interview, REFUSED, crate::interviews::screens::hand(ui))];
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
            {field(speaker::ADULT.key())}
            {move || guardian()}
            {move || (!may_agree.get()).then(|| view! {
                <p class="error" role="status"><Icon path=icon_paths::WARNING/><span>{ui.t(words::GUARDIAN_FIRST)}</span></p>
            })}
            <fieldset class="section">
                <legend>{ui.t(words::WHO_IT_IS)}</legend>
                {ABOUT.iter().map(|key| field(key)).collect_view()}
            </fieldset>
        </form>
        <div class="actions" data-settling=guard.settling() on:click:capture=guard.sieve()>
            <Quiet path=icon_paths::CLOSE text=words::REFUSES on_tap=move || told(true)/>
            <button type="button" class="primary" disabled=move || !may_begin.get() on:click=move |_| told(false)>
                <span>{ui.t(words::BEGIN)}</span><Icon path=icon_paths::CHEVRON/>
            </button>
        </div>
    }
}

/// One thing they can agree to, in the language in which it is read out.
fn toggle(form: Form, lang: RwSignal<Lang>, field: &'static Field) -> impl IntoView {
    let on = memo(move || form.value(field.key) == Some(Value::Bool(true)));
    let tap = move |event| form.set(field.key, Value::Bool(event_target_checked(&event)));
    view! {
        <label class="grant">
            <input type="checkbox" prop:checked=on on:change=tap/>
            <span lang=move || lang.get().tag()>{move || field.label.get(lang.get())}</span>
        </label>
    }
}

/// What somebody is called on the tablets of the team.
pub fn name(ui: Ui, record: &Record) -> String {
    let name = kept::text(&SPEAKER, record, speaker::NAME.key()).map(str::trim).filter(|name| !name.is_empty());
    name.map_or_else(|| words::NAMELESS.get(ui.lang.get()).to_owned(), str::to_owned)
}
