//! What is done with a whole page: printed, handed on, taken over from the week before.

use super::Week;
use crate::formats::ics;
use crate::model::date;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Message, Text};
use crate::ports::OutFile;
use crate::ui::parts::more::More;
use crate::ui::parts::sharing::{can_share, copy, share};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::week::calendar::Calendar;
use crate::week::{copying, plain, routes, words};
use crate::work::command::Command;
use leptos::prelude::*;

impl Week {
    /// The bar at the bottom.
    pub(super) fn actions(self) -> impl IntoView {
        let ui = self.ui;
        view! {
            <div class="actions">
                <Quiet path=icon_paths::PRINT text=words::PRINT on_tap=|| drop(window().print())/>
                <More>
                    <a class="quiet" href=routes::PASTE.route().href()>
                        <Icon path=icon_paths::UPLOAD/><span>{ui.t(words::PASTE_PLAN)}</span>
                    </a>
                    <Quiet path=icon_paths::ARROW text=words::TAKE_OVER on_tap=move || self.take_over()/>
                    <Quiet path=icon_paths::UNDO text=words::PLAN_AGAIN on_tap=move || self.plan_again()/>
                    <Quiet path=icon_paths::DOWNLOAD text=words::CALENDAR_FILE on_tap=move || self.save()/>
                    <Quiet
                        path=icon_paths::MAIL text=words::COPY_TEXT
                        on_tap=move || copy(ui, self.text(), words::COPIED, words::NOT_COPIED)
                    />
                    {can_share().then(|| view! {
                        <Quiet path=icon_paths::SHARE text=words::SHARE_TEXT on_tap=move || share(ui, self.text())/>
                    })}
                </More>
            </div>
        }
    }

    /// The page as plain text.
    fn text(self) -> String {
        untrack(|| {
            let lang = self.ui.lang.get();
            let day = date::say_day(self.looked.get().week, lang);
            let title = words::WEEK_OF.with("day", day).say(lang);
            self.lines.with(|lines| plain::text(&title, lines, lang, &|line| self.whole(line)))
        })
    }

    /// Gives what has a day as a file for other calendars.
    fn save(self) {
        let (ui, lang) = (self.ui, self.ui.lang.get_untracked());
        let zone = ui.work().zone();
        let entries = untrack(|| {
            let title_of = ui.title_of();
            ui.look(|book, _| {
                let calendar = Calendar { book, zone: &*zone, lang, title_of: &title_of };
                self.lines.with(|lines| calendar.entries(lines, &|line| self.named_in(line, lang)))
            })
        });
        if entries.is_empty() {
            return ui.toast(words::NO_DAYS, None);
        }
        let text = ics::write(words::WEEK.get(lang), &entries, &*zone, zone.zone_name().as_deref());
        let name = words::FILE_NAME.get(lang).to_owned();
        let file = OutFile { name, media_type: "text/calendar", pieces: vec![text.into_bytes()] };
        ui.give(file, ui.world().files.can_share());
    }

    fn take_over(self) {
        let looked = self.looked.get_untracked();
        let rows = self.ui.look(|book, _| copying::move_unfinished(book, looked));
        self.write_all(words::TAKEN_OVER.with("count", rows.len()), rows, words::NOTHING_UNFINISHED);
    }

    fn plan_again(self) {
        let looked = self.looked.get_untracked();
        let work = self.ui.work();
        let rows = self.ui.look(|book, _| copying::plan_again(book, looked, &mut || work.new_id()));
        self.write_all(words::PLANNED_AGAIN.with("count", rows.len()), rows, words::NOTHING_TO_COPY);
    }

    fn write_all(self, label: Message, rows: Vec<RecordWrite>, nothing: Text) {
        match rows.is_empty() {
            true => self.ui.toast(nothing, None),
            false => self.ui.send(Command::Write { label, rows }),
        }
    }
}
