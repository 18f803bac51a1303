//! What we heard: the sentence first, then bars and the table; a file for others without what is too few to tell.

use crate::canvass::heard::{self, Bar, Heard, HeardTable};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::visit::VISIT;
use crate::canvass::{routes, words};
use crate::model::question::QUESTION;
use crate::model::suppression;
use crate::ports::OutFile;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::screens::reports::chart;
use leptos::prelude::*;

/// What we heard.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::WHAT_WE_HEARD.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((routes::STREETS.route(), words::CANVASS.get(ui.lang.get()))),
    });
    let heard = memo(move || {
        ui.follow(VISIT.id);
        ui.follow(DOOR.id);
        ui.follow(QUESTION.id);
        heard::heard(&ui.work().state().book)
    });
    view! {
        {move || heard.with(|heard| match heard.attempts {
            0 => view! {
                <div class="page">
                    <Empty path=icon_paths::REPORTS title=words::NOTHING_HEARD purpose=VISIT.purpose/>
                </div>
            }.into_any(),
            _ => view! {
                <div class="page" data-stack="">
                    <p class=(!heard.is_told()).then_some("no-print")>{ui.say(heard.sentence())}</p>
                    {heard.tables.iter().map(|table| table_view(ui, table)).collect_view()}
                    <p class="help">{ui.say(words::FOR_OTHERS_RULE.with("rule", suppression::rule()))}</p>
                </div>
            }.into_any(),
        })}
        <div class="actions no-print">
            <Quiet path=icon_paths::DOWNLOAD text=words::FOR_OTHERS class="primary" on_tap=move || save(ui, &heard.get_untracked())/>
        </div>
    }
}

fn table_view(ui: Ui, table: &HeardTable) -> impl IntoView + use<> {
    let sentence = table.sentence();
    let (is_told, name, head) = (table.is_told(), table.name, table.head());
    let bars = StoredValue::new(table.bars.clone());
    let may_tell = move |row: usize| bars.with_value(|bars| bars.get(row).is_some_and(|bar| bar.told.is_told()));
    let said = move || {
        let lang = ui.lang.get();
        let said = |bar: &Bar| (bar.answer.say(lang), bar.count);
        bars.with_value(|bars| bars.iter().map(said).collect::<Vec<_>>())
    };
    view! {
        <div class=(!is_told).then_some("no-print")>
            {chart(ui, name.message(), head, may_tell, move || sentence.clone(), said)}
        </div>
    }
}

/// Gives the counts as a file that names nobody.
fn save(ui: Ui, heard: &Heard) {
    let now = ui.work().now().today();
    match heard.csv(ui.lang.get_untracked()) {
        Ok(csv) => {
            let (name, pieces) = (format!("porchlight-heard-{now}.csv"), vec![csv.into_bytes()]);
            ui.give(OutFile { name, media_type: "text/csv", pieces }, false);
        }
        Err(error) => ui.warn(error.message()),
    }
}
