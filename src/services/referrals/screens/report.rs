//! What referrals add up to: what nothing was open for stands first and largest.

use crate::model::suppression;
use crate::ports::OutFile;
use crate::services::kinds::referral::REFERRAL;
use crate::services::referrals::report::{Report, Row, Table, report};
use crate::services::referrals::words;
use crate::services::routes;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::Route;
use crate::ui::screens::reports::chart;
use crate::ui::words as common;
use leptos::prelude::*;

/// The way to it at the top of Reports.
pub fn way(ui: Ui) -> impl IntoView {
    view! {
        <a class="quiet" href=routes::REFERRALS.route().href()>
            <Icon path=icon_paths::REPORTS/><span>{ui.t(REFERRAL.plural)}</span>
        </a>
    }
}

/// What referrals add up to.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: REFERRAL.plural.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Reports, common::REPORTS.get(ui.lang.get()))),
    });
    let counted = memo(move || {
        ui.follow(REFERRAL.id);
        report(&ui.work().state().book, ui.work().now().today())
    });
    let body = move || {
        counted.with(|counted| match counted.all {
            0 => view! { <Empty path=icon_paths::REPORTS title=words::NONE purpose=words::NONE_WHAT/> }.into_any(),
            _ => told(ui, counted),
        })
    };
    view! {
        <div class="page" data-stack="">{drawn(body)}</div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PRINT text=common::PRINT on_tap=|| drop(window().print())/>
            <Quiet
                path=icon_paths::DOWNLOAD text=words::SAVE class="primary"
                on_tap=move || counted.with_untracked(|counted| save(ui, counted))
            />
        </div>
    }
}

fn told(ui: Ui, counted: &Report) -> AnyView {
    let whole = counted.told == [true, true];
    // Paper leaves the building: what may not be told stands on the screen alone.
    let printed = (!whole).then(|| counted.sentence_for_others()).flatten().map(|said| {
        view! { <p class="print-only">{ui.say(said)}</p> }
    });
    let tables = counted.tables.iter().map(|table| table_view(ui, table)).collect_view();
    view! {
        <h2 class=(!whole).then_some("no-print")>{ui.say(counted.sentence())}</h2>
        {printed}
        {tables}
        <p class="help">{ui.say(suppression::rule())}</p>
    }
    .into_any()
}

fn table_view(ui: Ui, table: &Table) -> AnyView {
    let (is_told, name, head) = (table.is_told(), table.name, table.head);
    let rows = StoredValue::new(table.rows.clone());
    let may_tell = move |at: usize| rows.with_value(|rows| rows.get(at).is_some_and(|row| row.told.is_told()));
    let bars = move || {
        let lang = ui.lang.get();
        let bar = |row: &Row| (row.name.say(lang), row.count);
        rows.with_value(|rows| rows.iter().map(bar).collect::<Vec<_>>())
    };
    view! {
        <div class=(!is_told).then_some("no-print")>{chart(ui, name.message(), head, may_tell, || None, bars)}</div>
    }
    .into_any()
}

/// Gives the counts as a file that tells of nobody.
fn save(ui: Ui, counted: &Report) {
    let today = ui.work().now().today();
    match counted.csv(ui.lang.get_untracked()) {
        Ok(csv) => {
            let (name, pieces) = (format!("porchlight-referrals-{today}.csv"), vec![csv.into_bytes()]);
            ui.give(OutFile { name, media_type: "text/csv", pieces }, false);
        }
        Err(error) => ui.warn(error.message()),
    }
}
