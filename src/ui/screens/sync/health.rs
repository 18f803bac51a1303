//! How safe notes are here, in plain words.

use super::backup;
use crate::model::text::{Message, Text};
use crate::ports::{HomeScreen, Installed, StorageHealth};
use crate::ui::context::Ui;
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{effect, memo};
use crate::ui::{capability, sync_words as words};
use crate::work::status::{self, SaveState, copy_is_due, days_since_copy};
use leptos::prelude::*;

/// Below so many free bytes it is time to make room.
const LITTLE: f64 = 100e6;

/// One thing to know: how it stands, and what to do.
struct Item {
    tone: &'static str,
    icon: &'static str,
    title: Message,
    line: Message,
    button: Option<AnyView>,
}

impl Item {
    fn new(tone: &'static str, icon: &'static str, title: impl Into<Message>, line: impl Into<Message>) -> Item {
        Item { tone, icon, title: title.into(), line: line.into(), button: None }
    }

    fn with(mut self, button: impl IntoView + 'static) -> Item {
        self.button = Some(button.into_any());
        self
    }

    fn view(self, ui: Ui) -> impl IntoView {
        let Item { tone, icon, title, line, button } = self;
        view! {
            <li data-tone=tone>
                <Icon path=icon/>
                <div><b>{ui.say(title)}</b><p class="soft">{ui.say(line)}</p></div>
                {button}
            </li>
        }
    }
}

/// How safe notes are here.
pub fn view(ui: Ui) -> impl IntoView {
    let health = RwSignal::new(StorageHealth::default());
    let look = move || {
        ui.spawn(async move {
            let found = ui.world().device.storage_health().await;
            health.try_set(found);
        });
    };
    // Every copy and every save may have changed it.
    effect(move || {
        ui.follow_tablet();
        look();
    });
    let copies = memo(move || {
        ui.follow_tablet();
        let only_here = ui.only_here();
        let days = days_since_copy(&backup(ui), ui.work().now());
        (only_here, days)
    });
    let sounds = RwSignal::new(0);
    effect(move || {
        // Sound comes and goes with records.
        capability::kinds().iter().for_each(|kind| ui.follow(kind.id));
        ui.follow_tablet();
        ui.spawn(async move {
            // What cannot be read is told of above.
            let work = ui.work();
            if let (Ok(here), Ok(elsewhere)) = (work.sounds_here().await, work.sounds_elsewhere().await) {
                sounds.try_set(here.difference(&elsewhere).count());
            }
        });
    });
    let may_erase = move || {
        let (only_here, days) = copies.get();
        copy_is_due(only_here, days) && health.get().persisted != Some(true)
    };
    view! {
        {move || may_erase().then(|| notice(ui, "care", status::words::MAY_ERASE))}
        <section class="group">
            <h2>{ui.t(words::STORAGE)}</h2>
            <ul class="health" role="list">
                {move || saving(ui).map(|item| item.view(ui))}
                {move || unread(ui).map(|item| item.view(ui))}
                {move || kept(ui, health, look).view(ui)}
                {move || copy_age(copies.get()).map(|item| item.view(ui))}
                {move || sound(sounds.get()).map(|item| item.view(ui))}
                {move || space(health.get()).map(|item| item.view(ui))}
                {move || offline(ui).view(ui)}
                {move || home_screen(ui).map(|item| item.view(ui))}
                {elsewhere(ui).map(|item| item.view(ui))}
            </ul>
        </section>
    }
}

fn saving(ui: Ui) -> Option<Item> {
    let SaveState::Failed(error) = ui.save.get() else { return None };
    let line = words::SAVING_FAILS_WHAT.with("reason", error.message());
    Some(Item::new("wrong", icon_paths::WRONG, words::SAVING_FAILS, line))
}

fn unread(ui: Ui) -> Option<Item> {
    ui.follow_tablet();
    let count = ui.work().state().unread.len();
    let title = words::counted(count, words::UNREAD_ONE, words::UNREAD);
    (count > 0).then(|| Item::new("wrong", icon_paths::WRONG, title, words::UNREAD_WHAT))
}

fn kept(ui: Ui, health: RwSignal<StorageHealth>, look: impl Fn() + Copy + Send + Sync + 'static) -> Item {
    let ask = move || {
        ui.spawn(async move {
            if !ui.world().device.ask_to_persist().await {
                ui.toast(words::ASKED, None);
            }
            look();
        });
    };
    match health.get().persisted {
        Some(true) => Item::new("good", icon_paths::CHECK, words::KEPT, words::KEPT_WHAT),
        Some(false) => Item::new("care", icon_paths::WARNING, words::MAY_GO, words::MAY_GO_WHAT)
            .with(view! { <Quiet path=icon_paths::SAVED text=words::ASK_TO_KEEP on_tap=ask/> }),
        None => Item::new("plain", icon_paths::TABLET, words::NOT_SAID, words::NOT_SAID_WHAT),
    }
}

fn copy_age((only_here, days): (u64, Option<i64>)) -> Option<Item> {
    let title = match days {
        // The screen begins with what is only here.
        None => return None,
        Some(0) => words::COPY_TODAY.message(),
        Some(1) => words::COPY_ONE_DAY.message(),
        Some(days) => words::COPY_DAYS.with("days", days),
    };
    Some(match copy_is_due(only_here, days) {
        true => Item::new("care", icon_paths::CLOCK, title, words::COPY_DUE),
        false => Item::new("good", icon_paths::CLOCK, title, words::COPY_FINE),
    })
}

fn sound(count: usize) -> Option<Item> {
    let title = words::counted(count, words::SOUND_ONE, words::SOUND);
    (count > 0).then(|| Item::new("plain", icon_paths::MICROPHONE, title, words::SOUND_WHAT))
}

fn space(health: StorageHealth) -> Option<Item> {
    let (used, quota) = health.used.zip(health.quota)?;
    let free = (quota - used).max(0.0);
    let little = free < LITTLE;
    let line: Text = if little { words::SPACE_LITTLE } else { words::SPACE_USED };
    let tone = if little { "care" } else { "good" };
    let title = words::SPACE.with("free", words::size(free));
    Some(Item::new(tone, icon_paths::TABLET, title, line.with("used", words::size(used))))
}

fn offline(ui: Ui) -> Item {
    let item = |tone, icon, title: Text, line: Message| Item::new(tone, icon, title, line);
    match ui.installed.get() {
        Installed::Ready => item("good", icon_paths::CHECK, words::OFFLINE_READY, words::OFFLINE_READY_WHAT.message()),
        Installed::UpdateWaiting => {
            item("good", icon_paths::CHECK, words::OFFLINE_READY, words::OFFLINE_UPDATE_WHAT.message())
        }
        Installed::Installing => {
            item("plain", icon_paths::DOWNLOAD, words::OFFLINE_WAIT, words::OFFLINE_WAIT_WHAT.message())
        }
        Installed::Unsupported => {
            item("care", icon_paths::OFFLINE, words::OFFLINE_NO, words::OFFLINE_NO_WHAT.message())
        }
        Installed::Failed(cause) => {
            let line = words::OFFLINE_FAILED_WHAT.with("cause", cause);
            item("care", icon_paths::OFFLINE, words::OFFLINE_NO, line)
        }
    }
}

fn elsewhere(ui: Ui) -> Option<Item> {
    let path = ui.world().elsewhere?;
    let address = ui.address_of(&path);
    let line = words::ELSEWHERE_WHAT.with("address", address);
    let open = view! { <a class="quiet" href=path>{ui.t(words::ELSEWHERE_OPEN)}</a> };
    Some(Item::new("plain", icon_paths::TABLET, words::ELSEWHERE, line).with(open))
}

fn home_screen(ui: Ui) -> Option<Item> {
    ui.follow_tablet();
    let to_home = |line: Message| Item::new("plain", icon_paths::LAMP, words::TO_HOME, line);
    match ui.world().device.home_screen() {
        HomeScreen::Installed => Some(Item::new("good", icon_paths::CHECK, words::ON_HOME, words::OFFLINE_READY_WHAT)),
        HomeScreen::CanAsk => {
            let ask = move || ui.world().device.ask_to_install();
            let button = view! { <Quiet path=icon_paths::PLUS text=words::TO_HOME_BUTTON on_tap=ask/> };
            Some(to_home(words::TO_HOME_WHAT.message()).with(button))
        }
        HomeScreen::ByShareButton => {
            let steps = words::TO_HOME_STEPS.message();
            let any = !ui.practice() && ui.work().state().book.seen().count() > 0;
            // Safari keeps what is on the Home Screen apart from what is in the browser.
            let line =
                if any { words::STEPS_AND_MOVE.with("steps", steps).with("move", words::TO_HOME_MOVE) } else { steps };
            Some(to_home(line))
        }
        HomeScreen::Unknown => None,
    }
}
