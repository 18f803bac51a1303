//! How a spreadsheet was read: in which letters, and which line names its columns. Both are guesses that a person corrects.

use super::tasks::TaskPanel;
use crate::exchange::table::{Here, Sheet, Source, TableError};
use crate::formats::csv_import::decode::Encoding;
use crate::formats::csv_import::heading::Heading;
use crate::model::text::{Message, excerpt};
use crate::ui::context::Ui;
use crate::ui::parts::notice::notice;
use crate::ui::sync_words as words;
use leptos::prelude::*;
use std::rc::Rc;

/// By whom a file is read, and under which clocks.
pub fn here(ui: Ui) -> Here {
    let work = ui.work();
    Here { lang: ui.lang.get_untracked(), zone: work.zone(), today: work.now().today() }
}

/// Where the headings stand, which address books and calendars don’t have, and, where the file does not say it, which letters
/// it is written in. What is chosen gives another sheet, which is handed to `took`.
pub fn read_as(
    ui: Ui,
    tasks: TaskPanel,
    sheet: &Rc<Sheet>,
    took: Rc<dyn Fn(Result<Rc<Sheet>, TableError>)>,
) -> impl IntoView + use<> {
    let doubt = sheet.encoding.message().map(|message| notice(ui, "care", message));
    let letters = sheet.encoding.is_guess().then(|| {
        let (now, held, took) = (sheet.encoding, StoredValue::new_local(sheet.clone()), took.clone());
        let formats = Encoding::OFFERED.iter().enumerate().map(|(at, encoding)| {
            view! { <option value=at.to_string() prop:selected=now == *encoding>{ui.t(encoding.label())}</option> }
        });
        let choose = move |event| {
            let at = event_target_value(&event).parse::<usize>().ok();
            let encoding = at.and_then(|at| Encoding::OFFERED.get(at).copied());
            let (Some(encoding), Some(sheet)) = (encoding, held.try_get_value()) else { return };
            let (job, took) = (tasks.look(words::READING.with("file", sheet.name.as_str())), took.clone());
            ui.spawn(async move {
                let read = sheet.lettered(encoding, &here(ui), &job).await;
                if tasks.end() {
                    took(read.map(Rc::new));
                }
            });
        };
        view! {
            <div class="field">
                <label class="label" for="table-letters">{ui.t(words::TEXT_FORMAT)}</label>
                <select id="table-letters" on:change=choose>{formats.collect_view()}</select>
            </div>
        }
    });
    let held = StoredValue::new_local(sheet.clone());
    let choices = choices(sheet);
    let now = choices.iter().position(|(heading, _)| *heading == sheet.table.heading).unwrap_or_default();
    let headings: Vec<Heading> = choices.iter().map(|(heading, _)| *heading).collect();
    let options = choices.into_iter().enumerate().map(|(at, (_, said))| {
        view! { <option value=at.to_string() prop:selected=now == at>{ui.say(said)}</option> }
    });
    let choose = move |event| {
        let heading = event_target_value(&event).parse::<usize>().ok().and_then(|at| headings.get(at).copied());
        if let (Some(heading), Some(sheet)) = (heading, held.try_get_value()) {
            took(Ok(Rc::new(sheet.headed(heading))));
        }
    };
    let headings = (sheet.source == Source::Table).then(|| {
        view! {
            <div class="field">
                <label class="label" for="table-heading">{ui.t(words::HEADINGS_IN)}</label>
                <select id="table-heading" on:change=choose>{options.collect_view()}</select>
            </div>
        }
    });
    view! { {doubt} <section class="group">{letters}{headings}</section> }
}

/// Where the headings may stand, in words.
fn choices(sheet: &Sheet) -> Vec<(Heading, Message)> {
    let now = sheet.table.heading;
    let lines: Vec<(usize, u64, String)> = sheet.first_lines().collect();
    let none = if now.lines == 0 { now } else { Heading::NONE };
    let mut choices = vec![(none, words::NO_HEADINGS.message())];
    for (at, line, cells) in &lines {
        let cells = excerpt(cells);
        if now == (Heading { at: *at, lines: 2 }) {
            let last = lines.get(at + 1).map_or(*line, |(_, line, _)| *line);
            let said = words::IN_LINES.with("line", line.to_string()).with("last", last.to_string());
            choices.push((now, said.with("cells", cells.clone())));
        }
        choices.push((Heading::line(*at), words::IN_LINE.with("line", line.to_string()).with("cells", cells)));
    }
    choices
}
