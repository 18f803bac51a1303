//! What somebody agreed to, what else is kept of them, and the way to take it back.

use super::{name, take_back};
use crate::interviews::kinds::interview::{
    CALL_BACK, CALLBACK, GRANTS, INTERVIEW, INTERVIEW_PHOTO, PHOTO, SPEAKER, UNDER_WAY, callback_fields as callback,
    interview_fields, photo_fields as photo, speaker_fields as speaker,
};
use crate::interviews::{routes, words};
use crate::model::date;
use crate::model::field::Field;
use crate::model::handle::{LinkField, TextField};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::consent::{self, Grant};
use leptos::prelude::*;

/// What they agreed to, and the way to take it back.
pub(crate) fn given(ui: Ui, interview: Id, person: Id) -> impl IntoView {
    let record = memo(move || ui.record(&SPEAKER, person));
    let said = move || record.with(|record| record.as_deref().map(|record| asked_on(ui, record)));
    let list = move |wanted: bool| {
        let fields = move || {
            record.with(|record| {
                let record = record.as_deref()?;
                let given =
                    |grant: &&&'static str| (consent::of_record(&SPEAKER, record, grant) == Grant::Given) == wanted;
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
    let shown = move || record.with(|record| speaker::WORDS.of(record.as_deref()?).map(str::to_owned));
    view! {
        <div class="page" data-stack="">
            <header class="detail-head">
                <h2 dir="auto">{move || record.with(|record| record.as_deref().map(|record| name(ui, record)))}</h2>
                <p class="soft">{move || said()}</p>
            </header>
            {list(true)}
            {list(false)}
            {kept_of(ui, &CALLBACK, CALL_BACK, [(callback::SPEAKER, person), (callback::INTERVIEW, interview)])}
            {kept_of(ui, &INTERVIEW_PHOTO, PHOTO, [(photo::SPEAKER, person), (photo::INTERVIEW, interview)])}
            <details class="more">
                <summary>{ui.t(words::WORDS_SHOWN)}</summary>
                <p class="read-out" data-small="" dir="auto">{move || shown()}</p>
            </details>
            {take_back::take_back(ui, interview, person, record)}
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

/// What else is kept of somebody who agreed to it: how to reach them, a photo. It leads to them and to the interview.
fn kept_of(ui: Ui, kind: &'static Kind, grant: &'static str, links: [(LinkField, Id); 2]) -> impl IntoView {
    let [(of_person, person), _] = links;
    let may = memo(move || {
        ui.record(&SPEAKER, person).is_some_and(|record| consent::of_record(&SPEAKER, &record, grant) == Grant::Given)
    });
    let ids = memo(move || {
        ui.follow(kind.id);
        ui.look(|book, index| {
            let found = index.linking_to(book, of_person.path(), person);
            found.into_iter().map(|record| record.id).collect::<Vec<_>>()
        })
    });
    let row = move |id: Id| {
        let said = move || {
            let record = ui.record(kind, id);
            let told = |field: TextField| record.as_ref().and_then(|record| field.of(record)).map(str::to_owned);
            let parts = [callback::PHONE, callback::EMAIL, callback::NOTE, photo::CAPTION].into_iter().filter_map(told);
            let said = parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ");
            if said.is_empty() { kind.name.get(ui.lang.get()).to_owned() } else { said }
        };
        view! {
            <li><a class="row" href=Route::Records(kind.id, View::One(id)).href()>
                <span class="row-title" dir="auto">{move || said()}</span>
                <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
            </a></li>
        }
    };
    let add = move || {
        let id = ui.work().new_id();
        ui.prefill(id, links.map(|(field, to)| field.is(to)).to_vec());
        ui.go(Route::Records(kind.id, View::Edit(id)));
    };
    drawn(move || {
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
    })
}

fn going_on(ui: Ui, interview: Id) -> bool {
    let record = ui.record(&INTERVIEW, interview);
    record.is_some_and(|record| interview_fields::OUTCOME.of(&record) == Some(UNDER_WAY))
}

fn asked_on(ui: Ui, record: &Record) -> String {
    let lang = ui.lang.get();
    let when = speaker::ASKED_WHEN.of(record).and_then(date::moment);
    let when = when.map(|when| date::say_moment(when, lang)).unwrap_or_default();
    let who = ui.staff_name(speaker::ASKED_BY.of(record));
    match who {
        Some(who) => words::ALREADY_ASKED_BY.with("when", when).with("who", who).say(lang),
        None => words::ALREADY_ASKED.with("when", when).say(lang),
    }
}
