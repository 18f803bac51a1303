//! What competencies draw: where one stands with all six.

pub mod one;

use super::assessing;
use super::kinds::{ASSESSMENT, ASSESSMENT_POINT};
use super::list::{COMPETENCIES, Competency};
use super::{routes, words};
use crate::model::date;
use crate::model::id::Id;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths, tabs};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route};
use crate::work::command::Command;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Whoever uses the tablet, followed.
fn me(ui: Ui) -> Memo<Option<Id>> {
    memo(move || {
        ui.follow_tablet();
        ui.work().state().actor
    })
}

/// The latest self-assessment of whoever uses the tablet, and the days of all of theirs, the latest first.
type Mine = (Id, Vec<Option<NaiveDate>>);

fn mine(ui: Ui, me: Memo<Option<Id>>) -> Memo<Option<Mine>> {
    memo(move || {
        ui.follow(ASSESSMENT.id);
        let work = ui.work();
        let state = work.state();
        let all = assessing::assessments(&state.book, me.get()?);
        Some((all.first()?.id, all.iter().map(|record| assessing::day(record)).collect()))
    })
}

/// Who can see what is written here, said where it is written.
fn privacy(ui: Ui, me: Memo<Option<Id>>) -> impl IntoView {
    let name = move || ui.staff_name(me.get()).unwrap_or_default();
    view! {
        <div class="notice" data-tone="good">
            <Icon path=icon_paths::PERSON/>
            <div>
                <p><b>{ui.t(words::PRIVATE)}</b></p>
                <p>{move || words::PRIVATE_WHAT.with("name", name()).say(ui.lang.get())}</p>
                <p>{ui.t(words::NO_LOCK)}</p>
            </div>
        </div>
    }
}

/// What stands here as long as nobody said who they are.
fn who_first(ui: Ui) -> AnyView {
    view! {
        <div class="notice" data-tone="care">
            <Icon path=icon_paths::PERSON/>
            <div><p>{ui.t(words::WHO_FIRST)}</p></div>
        </div>
        <div class="deeds">
            <a class="primary" href=Route::Who.href()><Icon path=icon_paths::PERSON/><span>{ui.t(words::CHOOSE_NAME)}</span></a>
        </div>
    }
    .into_any()
}

/// The six competencies, and where one stands.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::COMPETENCIES.get(ui.lang.get()).to_owned(), line: String::new(), back: None });
    let me = me(ui);
    let mine = mine(ui, me);
    // Before anything is written it stands above, and later where it is not in the way.
    let begun = memo(move || mine.with(Option::is_some));
    let page = move || match me.get() {
        None => who_first(ui),
        Some(_) => view! {
            <p class="soft">{ui.t(words::WHAT)}</p>
            {drawn(move || (!begun.get()).then(|| privacy(ui, me)))}
            {drawn(move || own(ui, me, mine))}
            {drawn(move || begun.get().then(|| privacy(ui, me)))}
        }
        .into_any(),
    };
    view! {
        {tabs(ui, Place::Community)}
        <div class="page" data-stack="">{drawn(page)}</div>
    }
}

fn own(ui: Ui, me: Memo<Option<Id>>, mine: Memo<Option<Mine>>) -> AnyView {
    let begin = move || {
        let Some(me) = me.get_untracked() else { return };
        let (id, row) = assessing::begin(me, ui.work().now().today());
        let label = words::BEGUN.message();
        ui.send(Command::Once { kind: ASSESSMENT.id, id, label, rows: vec![row] });
    };
    let Some((id, days)) = mine.get() else {
        let rows =
            COMPETENCIES.iter().map(|competency| view! { <li><p>{ui.t(competency.name)}</p></li> }).collect_view();
        return view! {
            <div class="deeds"><Quiet path=icon_paths::PLUS text=words::BEGIN class="primary" on_tap=begin/></div>
            <ol>{rows}</ol>
        }
        .into_any();
    };
    let today = ui.work().now().today();
    let said = |day: &Option<NaiveDate>| day.map(|day| date::say_day(day, ui.lang.get())).unwrap_or_default();
    let of_day = words::OF_DAY.with("day", days.first().map(said).unwrap_or_default());
    let earlier: Vec<String> = days.iter().skip(1).map(said).collect();
    let earlier = (!earlier.is_empty()).then(|| ui.say(words::EARLIER.with("days", earlier.join(" · "))));
    let rows = COMPETENCIES.iter().enumerate().map(|(at, competency)| view! { <li>{row(ui, id, at, competency)}</li> });
    let again = days.first().copied().flatten() != Some(today);
    view! {
        <section class="group">
            <h2>{ui.say(of_day)}</h2>
            {earlier.map(|earlier| view! { <p class="soft">{earlier}</p> })}
            <ul class="rows" role="list">{rows.collect_view()}</ul>
        </section>
        {again.then(|| view! { <div class="deeds"><Quiet path=icon_paths::PLUS text=words::BEGIN_ANOTHER on_tap=begin/></div> })}
    }
    .into_any()
}

fn row(ui: Ui, assessment: Id, at: usize, competency: &'static Competency) -> impl IntoView {
    let answered = memo(move || {
        ui.follow(ASSESSMENT_POINT.id);
        assessing::answered(&ui.work().state().book, assessment, competency)
    });
    let line = move || {
        let counted = words::POINTS_ANSWERED.with("answered", answered.get()).with("all", competency.points.len());
        counted.say(ui.lang.get())
    };
    view! {
        <a class="row" href=routes::COMPETENCY.at(at).href()>
            <span class="row-title">{ui.t(competency.name)}</span>
            <span class="row-line">{move || line()}</span>
            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
        </a>
    }
}
