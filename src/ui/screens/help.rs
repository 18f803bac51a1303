//! How everything is done, each job in a minute, and what Porchlight is.

use crate::ui::context::{Head, Ui};
use crate::ui::help_words::{self as help, HOW, Job};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::route::Route;
use crate::ui::screens::who;
use crate::ui::{keys, words};
use leptos::prelude::*;

/// The icons of the jobs, in their order.
const ICONS: [&str; 6] = [
    icon_paths::OUTREACH,
    icon_paths::MICROPHONE,
    icon_paths::REPORTS,
    icon_paths::PHONE,
    icon_paths::SHARE,
    icon_paths::UNDO,
];

/// Help.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::HELP.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Today, words::TODAY.get(ui.lang.get()))),
    });
    let jobs = HOW.iter().zip(ICONS).map(|(job, path)| job_view(ui, job, path));
    let practice = (!ui.practice()).then(|| {
        view! {
            <p class="soft">{ui.t(help::PRACTICE_SAFE)}</p>
            <div class="deeds">
                <button type="button" class="quiet" on:click=move |_| who::practice(ui)>
                    <Icon path=icon_paths::LAMP/><span>{ui.t(help::PRACTICE_AGAIN)}</span>
                </button>
            </div>
        }
    });
    let version = words::ABOUT_VERSION.with("version", env!("CARGO_PKG_VERSION"));
    view! {
        <div class="page" data-stack="">
            <section class="jobs" aria-label=ui.t(help::JOBS)>{jobs.collect_view()}</section>
            <section class="group">
                <h2>{ui.t(help::PRACTICE_AGAIN)}</h2>
                {practice}
                <div class="deeds">
                    <button type="button" class="quiet" on:click=|_| keys::open(keys::KEYS)>{ui.t(help::SHOW_KEYS)}</button>
                </div>
            </section>
            <section class="group">
                <h2>{ui.t(help::ABOUT)}</h2>
                <p>{ui.t(help::ABOUT_WHAT)}</p>
                <p>{ui.t(help::ABOUT_STATUS)}</p>
                <p class="soft">{ui.t(help::ABOUT_LICENSE)}</p>
                <p class="soft">{ui.say(version)}</p>
            </section>
        </div>
    }
}

fn job_view(ui: Ui, job: &'static Job, path: &'static str) -> impl IntoView {
    let steps = job.steps.iter().map(|step| view! { <li>{ui.t(*step)}</li> });
    view! {
        <section class="job">
            <h2><Icon path=path/><span>{ui.t(job.name)}</span></h2>
            <ol>{steps.collect_view()}</ol>
        </section>
    }
}
