//! What “Copies and storage” says of syncing: each place, with the truth of it.

use super::runner::{Known, Syncing, beside, open};
use super::{outside, words};
use crate::exchange::places::Address;
use crate::exchange::places::probe::probe;
use crate::exchange::sync::Agreed;
use crate::exchange::syncing::beside::is_offered;
use crate::exchange::syncing::report::{Report, Trouble};
use crate::exchange::syncing::settings::{Reach, Setting};
use crate::model::date;
use crate::model::id::Id;
use crate::model::text::{Message, Text};
use crate::ports::PlaceError;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::Route;
use crate::ui::sync_words::size;
use crate::ui::words as common;
use leptos::prelude::*;

/// All that is said of syncing.
pub fn view(ui: Ui) -> impl IntoView {
    if ui.practice() {
        return ().into_any();
    }
    let syncing = Syncing::of(ui);
    ui.spawn(syncing.look());
    let offered = RwSignal::new(false);
    ui.spawn(async move {
        if let Ok(outside) = outside(ui)
            && let Ok(Address::WebDav { url, .. }) = beside(&*outside.http, "", "")
            && is_offered(&*outside.http, url).await
        {
            offered.try_set(true);
        }
    });
    let places = memo(move || {
        ui.follow_tablet();
        syncing.places()
    });
    let list = move || {
        let known = places.get()?;
        Some(match known.is_empty() {
            true => none_yet(ui).into_any(),
            false => known.into_iter().map(|known| item(ui, syncing, known)).collect_view().into_any(),
        })
    };
    let offer = move || {
        let has = places
            .get()
            .is_none_or(|known| known.iter().any(|known| matches!(known.setting.reach, Reach::Beside { .. })));
        (offered.get() && !has).then(|| offer(ui, syncing))
    };
    view! {
        <section class="group">
            <h2>{ui.t(words::SYNC)}</h2>
            <ul class="health" role="list">{move || offer()}{move || list()}</ul>
            <div class="deeds">
                {move || syncing.any().then(|| view! {
                    <Quiet path=icon_paths::SYNC text=words::SYNC_NOW class="primary" on_tap=move || syncing.sync_all()/>
                })}
                <a class="quiet" href=Route::SyncPlace(None).href()>
                    <Icon path=icon_paths::PLUS/><span>{ui.t(words::ADD)}</span>
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// One thing to know, as the health of the tablet is told.
pub(super) fn row(
    tone: &'static str,
    icon: &'static str,
    title: impl IntoView,
    lines: Vec<String>,
    deeds: AnyView,
) -> AnyView {
    let lines = lines.into_iter().map(|line| view! { <p class="soft" dir="auto">{line}</p> }).collect_view();
    view! {
        <li data-tone=tone>
            <Icon path=icon/>
            <div><b dir="auto">{title}</b>{lines}</div>
            {deeds}
        </li>
    }
    .into_any()
}

fn none_yet(ui: Ui) -> AnyView {
    let (title, what) = (ui.t(words::NO_PLACE), ui.t(words::NO_PLACE_WHAT)());
    row("plain", icon_paths::SYNC, move || title(), vec![what.to_owned()], ().into_any())
}

/// The host of the app offers a place: one tap takes it, unless it asks who comes.
fn offer(ui: Ui, syncing: Syncing) -> AnyView {
    let use_it = move || {
        ui.spawn(async move {
            let reach = Reach::Beside { user: String::new(), password: String::new() };
            let id = Id::to_string(&ui.work().new_id());
            let name = words::BESIDE_NAME.get(ui.lang.get_untracked()).to_owned();
            let setting = Setting { id, name, reach, other_org: false, sound: false };
            match tried(ui, &setting).await {
                // It asks who comes: that is said on the screen that sets places up.
                Err(Tried { asks_who: true, .. }) => ui.go(Route::SyncBeside),
                Err(Tried { message, .. }) => ui.warn(words::NOT_ADDED.with("reason", message)),
                Ok(()) => add(ui, syncing, setting).await,
            }
        });
    };
    let title = ui.t(words::BESIDE_OFFERED);
    let what = ui.t(words::BESIDE_OFFERED_WHAT)().to_owned();
    let button = view! { <Quiet path=icon_paths::CHECK text=words::USE_IT class="primary" on_tap=use_it/> };
    row("plain", icon_paths::LAMP, move || title(), vec![what], button.into_any())
}

/// Why a place that was tried does not work.
pub struct Tried {
    /// What to tell the person.
    pub message: Message,
    /// Whether it asks for a name and a password, or for others.
    pub asks_who: bool,
}

/// Tries a place: writes, reads back, removes.
pub async fn tried(ui: Ui, setting: &Setting) -> Result<(), Tried> {
    let failed =
        |message, cause: Option<PlaceError>| Tried { message, asks_who: cause == Some(PlaceError::NotAllowed) };
    let place = open(ui, setting).await.map_err(|error| failed(error.message(), Some(error)))?;
    probe(&*place, &*ui.world().ids).await.map_err(|error| failed(error.message(), error.cause))?;
    place.caution().into_iter().for_each(|caution| ui.warn(caution));
    Ok(())
}

/// Keeps a place that works, and begins to sync with it.
pub async fn add(ui: Ui, syncing: Syncing, setting: Setting) {
    let id = setting.id.clone();
    if let Err(error) = ui.work().keep_place(setting).await {
        return ui.warn(error.message());
    }
    ui.toast(words::WORKS, None);
    syncing.look().await;
    syncing.begin();
    syncing.sync(id, Agreed::default());
}

/// A moment in words, as clocks showed it here.
pub(super) fn when(ui: Ui, ms: i64) -> String {
    date::say_moment(ui.work().local(ms), ui.lang.get())
}

/// A place, and the truth of it.
fn item(ui: Ui, syncing: Syncing, known: Known) -> AnyView {
    let Known { setting, report } = known;
    let (id, name) = (setting.id.clone(), setting.name.clone());
    let far = {
        let id = id.clone();
        memo(move || syncing.far(&id).map(|far| (far * 100.0) as usize))
    };
    let folder = setting.reach == Reach::Folder;
    let tone = match &report.failed {
        Some((_, Trouble::Stopped)) | None => "good",
        Some((_, trouble)) if trouble.needs_somebody() => "wrong",
        Some(_) => "care",
    };
    let tone = if report.synced_at.is_none() && tone == "good" { "plain" } else { tone };
    let icon = match tone {
        "good" => icon_paths::CHECK,
        "plain" => icon_paths::SYNC,
        _ => icon_paths::WARNING,
    };
    let lines = {
        let report = report.clone();
        move || match far.get() {
            Some(percent) => vec![words::SYNCING.with("percent", percent).say(ui.lang.get())],
            None => said(ui, &report, folder).iter().map(|line| line.say(ui.lang.get())).collect(),
        }
    };
    let remedy = remedy(ui, syncing, &setting, &report);
    let change = Route::SyncPlace(setting.id.parse().ok()).href();
    let label = ui.say(words::CHANGE_OF.with("name", name.as_str()));
    let stop = move || {
        far.get().is_some().then(|| {
            view! {
                <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || syncing.stop()/>
            }
        })
    };
    view! {
        <li data-tone=tone>
            <Icon path=icon/>
            <div>
                <b dir="auto">{name}</b>
                {move || lines().into_iter().map(|line| view! { <p class="soft" dir="auto">{line}</p> }).collect_view()}
            </div>
            <div class="deeds">
                {remedy}
                {move || stop()}
                <a class="quiet" href=change aria-label=label><Icon path=icon_paths::PENCIL/><span>{ui.t(words::CHANGE)}</span></a>
            </div>
        </li>
    }
    .into_any()
}

/// What came of syncing, in words.
fn said(ui: Ui, report: &Report, folder: bool) -> Vec<Message> {
    let mut lines = Vec::new();
    match (&report.failed, report.synced_at) {
        (Some((at, trouble)), since) => {
            let reason = match trouble {
                Trouble::Place(PlaceError::NotAllowed) if folder => words::NOT_ALLOWED_FOLDER.message(),
                // It was set up right, so most of the time it is the tablet that is out of reach.
                Trouble::Place(PlaceError::Unreachable(_)) if since.is_some() => words::AWAY.message(),
                trouble => trouble.message(),
            };
            lines.push(words::FAILED.with("when", when(ui, *at)).with("reason", reason));
            lines.extend(since.map(|since| words::LAST_SEEN.with("when", when(ui, since))));
        }
        (None, None) => lines.push(words::NEVER.message()),
        (None, Some(at)) => {
            let counted = |count: u64, none: Text, some: Text| match count {
                0 => none.message(),
                count => some.with("count", count),
            };
            lines.push(
                words::SYNCED
                    .with("when", when(ui, at))
                    .with("sent", counted(report.went, words::SENT_NONE, words::SENT))
                    .with("received", counted(report.came, words::RECEIVED_NONE, words::RECEIVED)),
            );
        }
    }
    if report.failed.is_none() && report.sound_went + report.sound_came > 0 {
        let (sent, received) = (size(report.sound_went as f64), size(report.sound_came as f64));
        lines.push(words::SOUND_SENT.with("sent", sent).with("received", received));
    }
    let files = [(report.awaited, words::AWAITED), (report.newer, words::NEWER)];
    lines.extend(files.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| words.with("count", count)));
    if !report.foreign.is_empty() {
        lines.push(words::FOREIGN.with("names", report.foreign.join(", ")));
    }
    lines
}

/// What a person can do about what went wrong.
fn remedy(ui: Ui, syncing: Syncing, setting: &Setting, report: &Report) -> Option<AnyView> {
    let (_, trouble) = report.failed.as_ref()?;
    let setting = StoredValue::new(setting.clone());
    let agree = move |agreed: Agreed| {
        let Some(mut setting) = setting.try_get_value() else { return };
        setting.other_org |= agreed.other_org;
        ui.spawn(async move {
            let id = setting.id.clone();
            match ui.work().keep_place(setting).await {
                Ok(()) => {
                    syncing.look().await;
                    syncing.sync(id, agreed);
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    let button = |text: Text, agreed: Agreed| {
        view! { <Quiet path=icon_paths::CHECK text=text on_tap=move || agree(agreed)/> }.into_any()
    };
    match trouble {
        Trouble::OtherOrg => Some(button(words::SHARE_NOTES, Agreed { other_org: true, ..Agreed::default() })),
        Trouble::Emptied => Some(button(words::FILL_AGAIN, Agreed { fill_again: true, ..Agreed::default() })),
        Trouble::YearsAhead(_) => Some(button(words::SYNC_ANYWAY, Agreed { years_ahead: true, ..Agreed::default() })),
        Trouble::Place(PlaceError::NotAllowed) if setting.with_value(|setting| setting.reach == Reach::Folder) => {
            let allow = move || {
                let Some(setting) = setting.try_get_value() else { return };
                // The browser lets it be asked only straight from the tap.
                ui.spawn(async move {
                    if let Ok(outside) = outside(ui)
                        && outside.folders.ask_again(&setting.id).await
                    {
                        syncing.sync(setting.id, Agreed::default());
                    }
                });
            };
            Some(view! { <Quiet path=icon_paths::CHECK text=words::ALLOW_AGAIN on_tap=allow/> }.into_any())
        }
        _ => None,
    }
}
