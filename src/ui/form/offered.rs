//! The answers that a question offers, one a row, in both languages.

use crate::model::field::Field;
use crate::model::offered::{self, Offered};
use crate::model::question::fields as question;
use crate::model::text::{Lang, Text};
use crate::ui::form::{Form, group};
use crate::ui::words;
use leptos::prelude::*;

/// A row: an answer as it is typed.
#[derive(Clone, Copy)]
struct Row {
    answer: RwSignal<Offered>,
    /// Whether records may hold it already; then it can be set aside, but not thrown away.
    known: bool,
}

/// A field that holds answers.
pub fn view(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let kept = form.record.with_value(|record| {
        record.as_ref().and_then(|record| record.get(field.key)).map(offered::read).unwrap_or_default()
    });
    // What is declared may have been given already, though its question has no record yet.
    let declared = form.value_now(question::SLOT.key()).is_some_and(|slot| !slot.is_blank());
    let now = form.value_now(field.key).as_ref().map(offered::read).unwrap_or_default();
    // A row that is added while somebody types in another one must outlive that one.
    let owner = StoredValue::new(Owner::current());
    let row = move |answer: Offered, known: bool| {
        let signal = || RwSignal::new(answer);
        let answer = match owner.get_value() {
            Some(owner) => owner.with(signal),
            None => signal(),
        };
        Row { answer, known }
    };
    let blank = move || row(Offered { key: format!("a_{}", ui.work().new_id()), ..Offered::default() }, false);
    let rows = now.into_iter().map(|answer| {
        let known = kept.iter().any(|kept| kept.key == answer.key) || (declared && !answer.key.starts_with("a_"));
        row(answer, known)
    });
    let rows = RwSignal::new(rows.chain([blank()]).collect::<Vec<Row>>());
    let write = move || {
        let answers: Vec<Offered> =
            rows.with_untracked(|rows| rows.iter().map(|row| row.answer.get_untracked()).collect());
        form.set(field.key, offered::write(&answers));
        // There is always a row to write the next answer into.
        if answers.last().is_none_or(|last| !last.is_blank()) {
            rows.update(|rows| rows.push(blank()));
        }
    };
    let one = move |(at, row): (usize, Row)| {
        let name = move |text: Text| move || text.with("number", at + 1).say(ui.lang.get());
        let input = move |lang: Lang| {
            let (initial, label) = row.answer.with_untracked(|answer| match lang {
                Lang::En => (answer.en.clone(), words::ANSWER_EN),
                Lang::Es => (answer.es.clone(), words::ANSWER_ES),
            });
            let typed = move |event| {
                let words = event_target_value(&event);
                row.answer.update(|answer| match lang {
                    Lang::En => answer.en = words,
                    Lang::Es => answer.es = words,
                });
                write();
            };
            view! {
                <input
                    type="text" lang=lang.tag() dir="auto" autocomplete="off" prop:value=initial
                    aria-label=name(label) placeholder=move || lang_name(lang).get(ui.lang.get())
                    on:input=typed on:blur=move |_| form.leave(field)
                />
            }
        };
        let off = move || row.answer.with(|answer| answer.off);
        let toggle = move |_| {
            match row.known {
                true => row.answer.update(|answer| answer.off = !answer.off),
                false => row.answer.update(|answer| (answer.en, answer.es) = (String::new(), String::new())),
            }
            write();
            if !row.known {
                let key = row.answer.with_untracked(|answer| answer.key.clone());
                rows.update(|rows| rows.retain(|row| row.answer.with_untracked(|answer| answer.key != key)));
            }
        };
        let blank = move || row.answer.with(Offered::is_blank);
        let words = move || if off() { words::OFFER_AGAIN } else { words::TAKE_OUT };
        view! {
            <li data-off=move || off().then_some("")>
                {input(Lang::En)}
                {input(Lang::Es)}
                <button
                    type="button" class="clear" disabled=move || blank()
                    aria-label=move || words().with("number", at + 1).say(ui.lang.get()) on:click=toggle
                >{move || if off() { words::AGAIN.get(ui.lang.get()) } else { words::OUT.get(ui.lang.get()) }}</button>
            </li>
        }
    };
    let list = view! {
        <ol class="offered" role="list">
            <For
                each=move || rows.get().into_iter().enumerate()
                key=|(at, row)| (*at, row.answer.with_untracked(|answer| answer.key.clone()))
                children=one
            />
        </ol>
    };
    group(form, field, list)
}

/// What a language is called.
fn lang_name(lang: Lang) -> Text {
    match lang {
        Lang::En => words::IN_ENGLISH,
        Lang::Es => words::IN_SPANISH,
    }
}
