//! One competency: each of its points, where one stands with it, what shows it, what next and by when.

use super::{me, mine, privacy, who_first};
use crate::competencies::assessing::{self, Shown, Stood};
use crate::competencies::kinds::{ASSESSMENT_POINT, EVIDENCE, LEVELS, point_fields as point};
use crate::competencies::list::{COMPETENCIES, Competency};
use crate::competencies::{routes, words};
use crate::events::EVENT;
use crate::interviews::INTERVIEW;
use crate::model::date;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::text::Text;
use crate::model::value::Value;
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::form::day;
use crate::ui::parts::written::{WrittenIn, written};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// One point of somebody's self-assessment. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Point {
    ui: Ui,
    who: Id,
    assessment: Id,
    competency: &'static Competency,
    at: usize,
}

/// One competency, by its place.
pub fn screen(ui: Ui, at: usize) -> impl IntoView {
    let competency = COMPETENCIES.get(at);
    ui.head(move || Head {
        title: competency.map(|one| one.name.get(ui.lang.get()).to_owned()).unwrap_or_default(),
        line: String::new(),
        back: Some((routes::COMPETENCIES.route(), words::COMPETENCIES.get(ui.lang.get()))),
    });
    let me = me(ui);
    let mine = mine(ui, me);
    // The points are drawn anew for somebody else, and for another self-assessment, and not with every letter.
    let of = memo(move || Some((me.get()?, mine.get().map(|(id, _)| id))));
    let page = move || match (of.get(), competency) {
        (Some((who, Some(assessment))), Some(competency)) => points(ui, who, assessment, competency),
        (Some((_, None)), _) => view! { <p class="soft">{ui.t(words::NOTHING_BEGUN)}</p> }.into_any(),
        _ => who_first(ui),
    };
    view! {
        <div class="page" data-stack="">
            {drawn(page)}
            {drawn(move || me.get().map(|_| privacy(ui, me)))}
        </div>
        <div class="actions">
            <a class="primary" href=routes::COMPETENCIES.route().href()>
                <Icon path=icon_paths::CHECK/><span>{ui.t(common::DONE)}</span>
            </a>
        </div>
    }
}

fn points(ui: Ui, who: Id, assessment: Id, competency: &'static Competency) -> AnyView {
    let stood: BTreeMap<String, Vec<Stood>> =
        untrack(|| ui.look(|book, index| assessing::earlier(book, index, who, assessment)));
    let rows = (0..competency.points.len()).map(|at| {
        let stood = stood.get(&competency.point_key(at)).cloned().unwrap_or_default();
        Point { ui, who, assessment, competency, at }.view(stood)
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <div class="points">{rows}</div> }.into_any()
}

impl Point {
    fn key(self) -> String {
        self.competency.point_key(self.at)
    }

    fn id(self) -> Id {
        assessing::point_id(self.assessment, &self.key())
    }

    /// Writes something of the point at a tap.
    fn set(self, what: (&'static str, Value)) {
        let rows = vec![assessing::said(self.assessment, self.who, &self.key(), what)];
        self.ui.send(Command::Write { label: words::CHANGED.message(), rows });
    }

    fn view(self, stood: Vec<Stood>) -> AnyView {
        let (ui, at) = (self.ui, self.at);
        let text = self.competency.points.get(at).copied().unwrap_or(Text::NONE);
        let heading = format!("point-{at}");
        view! {
            <section class="group point" aria-labelledby=heading.clone()>
                <h2 id=heading.clone()>{ui.t(text)}</h2>
                {self.level()}
                {self.went(&stood)}
                <details class="more">
                    <summary>{ui.t(words::MORE_OF_POINT)}</summary>
                    {self.words("shows", point::SHOWS.key(), stood.first().map(|stood| stood.shows.clone()))}
                    {self.evidence()}
                    {self.words("next", point::NEXT.key(), stood.first().map(|stood| stood.next.clone()))}
                    {self.by()}
                </details>
            </section>
        }
        .into_any()
    }

    /// Where one stands.
    fn level(self) -> impl IntoView {
        let ui = self.ui;
        let held = memo(move || {
            let record = ui.record(&ASSESSMENT_POINT, self.id())?;
            assessing::level(&record).map(|choice| choice.key)
        });
        let name = format!("level-{}", self.at);
        let one = |choice: &'static Choice| {
            view! {
                <label class="choice">
                    <input
                        type="radio" name=name.clone() prop:checked=move || held.get() == Some(choice.key)
                        on:change=move |_| self.set(point::LEVEL.is(choice.key))
                    />
                    <span>{ui.t(choice.label)}</span>
                </label>
            }
        };
        let clear = move || {
            held.get().map(|_| {
                view! {
                    <button type="button" class="clear" on:click=move |_| self.set((point::LEVEL.key(), Value::Null))>
                        {ui.t(words::CLEAR_LEVEL)}
                    </button>
                }
            })
        };
        view! {
            <fieldset class="field">
                <legend class="label">{ui.t(ASSESSMENT_POINT.label(point::LEVEL.key()))}</legend>
                <div class="choices">{LEVELS.iter().map(one).collect_view()}{drawn(clear)}</div>
            </fieldset>
        }
    }

    /// Where one stood before, the latest first.
    fn went(self, stood: &[Stood]) -> Option<impl IntoView + use<>> {
        let ui = self.ui;
        let steps = stood.iter().filter_map(|stood| Some((stood.day?, stood.level?)));
        let steps: Vec<_> = steps.collect();
        (!steps.is_empty()).then(move || {
            let rows = steps.into_iter().map(|(day, level)| {
                let said = move || {
                    let lang = ui.lang.get();
                    words::STOOD.with("day", date::say_day(day, lang)).with("level", level.label).say(lang)
                };
                view! { <li>{said}</li> }
            });
            view! { <ul class="soft went" role="list">{rows.collect_view()}</ul> }
        })
    }

    /// A text of the point, with what it said the last time.
    fn words(self, name: &str, field: &'static str, last: Option<String>) -> AnyView {
        let ui = self.ui;
        let control = format!("{name}-{}", self.at);
        let at = WrittenIn {
            kind: &ASSESSMENT_POINT,
            id: self.id(),
            field,
            named: assessing::named(self.assessment, self.who, &self.key()),
        };
        let last = last.filter(|last| !last.is_empty()).map(|last| {
            view! { <div class="last-time"><p class="soft">{ui.t(common::LAST_TIME)}</p><p dir="auto">{last}</p></div> }
        });
        view! {
            <div class="field">
                <label class="label" for=control.clone()>{ui.t(ASSESSMENT_POINT.label(field))}</label>
                <div class="worksheet-answer"><div>{written(ui, at, control, 2)}</div>{last}</div>
            </div>
        }
        .into_any()
    }

    /// What of the team's notes shows it: what was chosen, and what is proposed.
    fn evidence(self) -> impl IntoView {
        let ui = self.ui;
        let offered = memo(move || {
            [EVIDENCE.id, EVENT.id, INTERVIEW.id, PARTNER.id].iter().for_each(|kind| ui.follow(kind));
            ui.look(|book, index| {
                let chosen = assessing::chosen(book, index, self.id());
                let proposed = assessing::proposed(book, index, self.who, self.competency);
                let known = |shown: &Shown| chosen.iter().any(|(_, known)| known.id == shown.id);
                let open: Vec<Shown> =
                    proposed.into_iter().filter(|shown| !known(shown)).take(assessing::PROPOSED).collect();
                let chosen = chosen.into_iter().map(|(id, shown)| (Some(id), shown));
                chosen.chain(open.into_iter().map(|shown| (None, shown))).collect::<Vec<_>>()
            })
        });
        let tick = move |(record, shown): (Option<Id>, Shown)| {
            let kind = [&EVENT, &INTERVIEW, &PARTNER].into_iter().find(|kind| kind.id == shown.kind)?;
            let name = ui.title(kind, shown.id).filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| kind.name.get(ui.lang.get()).to_owned());
            let day = shown.day.map(|day| date::say_day(day, ui.lang.get()));
            let line =
                std::iter::once(kind.name.get(ui.lang.get()).to_owned()).chain(day).collect::<Vec<_>>().join(" · ");
            let choose = move |_| match record {
                Some(record) => ui.send(Command::Delete(EVIDENCE.id, record)),
                None => {
                    let rows = assessing::choose(self.id(), self.who, &shown).into_iter();
                    // What it shows may not be said yet.
                    let key = self.key();
                    let point = assessing::said(self.assessment, self.who, &key, point::POINT.is(&*key));
                    ui.send(Command::Write { label: words::CHANGED.message(), rows: rows.chain([point]).collect() });
                }
            };
            Some(view! {
                <li><label class="pick">
                    <input type="checkbox" prop:checked=record.is_some() on:change=choose/>
                    <span class="row-title" dir="auto">{name}</span>
                    <span class="row-line">{line}</span>
                </label></li>
            })
        };
        let list = move || {
            let offered = offered.get();
            let says = if offered.is_empty() { words::EVIDENCE_NONE } else { words::EVIDENCE_WHAT };
            view! {
                <p class="help">{ui.t(says)}</p>
                <ul class="pick-one" role="list">{offered.into_iter().filter_map(tick).collect_view()}</ul>
            }
        };
        view! {
            <fieldset class="field">
                <legend class="label">{ui.t(words::EVIDENCE_FROM_NOTES)}</legend>
                {drawn(list)}
            </fieldset>
        }
    }

    /// By when.
    fn by(self) -> impl IntoView {
        let ui = self.ui;
        let held = memo(move || {
            let record = ui.record(&ASSESSMENT_POINT, self.id());
            record.and_then(|record| point::BY.of(&*record).map(str::to_owned)).unwrap_or_default()
        });
        let control = format!("by-{}", self.at);
        // A date that is not finished says nothing yet, and above all not that there is none.
        let given = move |event: web_sys::Event| {
            if !day::is_unfinished(&event_target(&event)) {
                self.set(point::BY.is(event_target_value(&event)));
            }
        };
        view! {
            <div class="field">
                <label class="label" for=control.clone()>{ui.t(ASSESSMENT_POINT.label(point::BY.key()))}</label>
                <input type="date" id=control autocomplete="off" prop:value=held on:change=given/>
            </div>
        }
    }
}
