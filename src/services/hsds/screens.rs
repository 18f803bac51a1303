//! A directory is brought in from a file, or saved as one.

use super::plan::{Change, Plan, tables};
use super::reading::{Noted, Reader, Source};
use super::words;
use crate::formats::hsds::read::{Found, read as read_file};
use crate::formats::hsds::write::{to_json, to_package};
use crate::formats::zip::zip;
use crate::model::date;
use crate::model::show;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::ports::{FileError, InFile, OutFile};
use crate::services::kinds::service::MIDNIGHT;
use crate::services::routes;
use crate::ui::capability;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::screens::sync::TaskPanel;
use crate::ui::{sync_words, words as common};
use crate::work::command::Command;
use crate::work::job::{Cancelled, Job};
use leptos::prelude::*;
use std::rc::Rc;

/// What may be picked.
const ACCEPT: &str = ".zip,.json,.csv,.tsv,application/zip,application/json,text/csv";
/// How many bytes a file may have, and how many are read at a time.
const MOST: u64 = 100 << 20;
const CHUNK: usize = 4 << 20;
/// How many organizations and services are read before others have their turn.
const AT_ONCE: usize = 100;
/// How many changes are shown.
const SHOWN: usize = 100;

/// A file that was read, and what it would do.
#[derive(Clone)]
struct Looked {
    source: Source,
    plan: Rc<Plan>,
    noted: Rc<Vec<Noted>>,
    left_out: usize,
    missing: Vec<&'static str>,
}

/// Why nothing is shown of a file.
enum NotLooked {
    Because(Message),
    Cancelled(Cancelled),
}

impl From<Message> for NotLooked {
    fn from(message: Message) -> NotLooked {
        NotLooked::Because(message)
    }
}

impl From<Cancelled> for NotLooked {
    fn from(cancelled: Cancelled) -> NotLooked {
        NotLooked::Cancelled(cancelled)
    }
}

/// What stands on the page.
#[derive(Clone, Copy)]
struct Files {
    ui: Ui,
    from: RwSignal<String>,
    /// Whether it was asked for in vain.
    lacks_from: RwSignal<bool>,
    midnight: RwSignal<Option<&'static str>>,
    tasks: TaskPanel,
    looked: RwSignal<Option<Looked>, LocalStorage>,
    take_all: RwSignal<bool>,
}

/// Files of a directory, in and out.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::FILES.get(ui.lang.get()).to_owned(),
        back: Some((routes::FIND.route(), crate::services::words::FIND_HELP.get(ui.lang.get()))),
        ..Head::default()
    });
    let files = Files {
        ui,
        from: RwSignal::default(),
        lacks_from: RwSignal::new(false),
        midnight: RwSignal::new(None),
        tasks: TaskPanel::new(ui),
        looked: RwSignal::new_local(None),
        take_all: RwSignal::new(false),
    };
    let busy = memo(move || files.tasks.busy());
    drawn(move || match (busy.get(), files.looked.get()) {
        (true, _) => view! { <div class="page">{files.tasks.view()}</div> }.into_any(),
        (false, Some(looked)) => files.preview(looked),
        (false, None) => files.start(),
    })
}

impl Files {
    fn start(self) -> AnyView {
        let ui = self.ui;
        if ui.practice() {
            return view! {
                <div class="page">
                    <Empty path=icon_paths::LAMP title=crate::ports::PRACTICE purpose=sync_words::PRACTICE_NO_IMPORT/>
                </div>
            }
            .into_any();
        }
        let meant = move |event| {
            let chosen = event_target_value(&event);
            self.midnight.set(MIDNIGHT.iter().map(|choice| choice.key).find(|key| *key == chosen));
        };
        let options = MIDNIGHT.iter().rev().map(|choice| {
            let is = move || self.midnight.get().unwrap_or("unclear") == choice.key;
            view! { <option value=choice.key prop:selected=is>{ui.t(choice.label)}</option> }
        });
        let label = crate::services::kinds::service::SERVICE.field("midnight").map(|field| ui.t(field.label));
        view! {
            <div class="page sync">
                <section class="group">
                    <p>{ui.t(words::FILES_WHAT)}</p>
                    <div class="field">
                        <label class="label" for="directory-from">{ui.t(words::WHERE_FROM)}</label>
                        <p class="help" id="directory-from-help">{ui.t(words::WHERE_FROM_HELP)}</p>
                        <input id="directory-from" type="text" autocomplete="off" aria-describedby="directory-from-help"
                            aria-invalid=move || self.lacks_from.get().then_some("true") prop:value=move || self.from.get()
                            on:input=move |event| self.from.set(event_target_value(&event))/>
                        {move || self.lacks_from.get().then(|| view! {
                            <p class="error" role="alert"><Icon path=icon_paths::WARNING/><span>{ui.t(words::SAY_WHERE_FROM)}</span></p>
                        })}
                    </div>
                    <div class="field">
                        <label class="label" for="directory-midnight">{label}</label>
                        <select id="directory-midnight" on:change=meant>{options.collect_view()}</select>
                    </div>
                    <div class="deeds">
                        <Quiet path=icon_paths::UPLOAD text=words::CHOOSE class="primary" on_tap=move || self.pick()/>
                    </div>
                </section>
                <section class="group">
                    <h2>{ui.t(words::SAVE)}</h2>
                    <p>{ui.t(words::SAVE_WHAT)}</p>
                    <div class="deeds">
                        <Quiet path=icon_paths::DOWNLOAD text=words::AS_JSON on_tap=move || self.save(false)/>
                        <Quiet path=icon_paths::DOWNLOAD text=words::AS_PACKAGE on_tap=move || self.save(true)/>
                    </div>
                </section>
            </div>
        }
        .into_any()
    }

    /// Has the person pick a file, and shows what bringing it in would do.
    fn pick(self) {
        let ui = self.ui;
        let from = self.from.get_untracked().trim().to_owned();
        if from.is_empty() {
            self.lacks_from.set(true);
            crate::ui::parts::focus_on("directory-from");
            return;
        }
        self.lacks_from.set(false);
        let source = Source { name: from, midnight: self.midnight.get_untracked() };
        ui.spawn(async move {
            let file = match ui.world().files.pick(ACCEPT).await {
                Ok(file) => file,
                Err(FileError::Cancelled) => return,
                Err(FileError::Failed(cause)) => return ui.warn(words::NOT_GIVEN.with("cause", cause)),
            };
            let job = self.tasks.look(words::READING.with("file", file.name()));
            let read = self.read(&*file, source, &job).await;
            self.tasks.end();
            match read {
                Ok(looked) => _ = self.looked.try_set(Some(looked)),
                Err(NotLooked::Because(message)) => ui.warn(message),
                Err(NotLooked::Cancelled(_)) => {}
            }
        });
    }

    async fn read(self, file: &dyn InFile, mut source: Source, job: &Job) -> Result<Looked, NotLooked> {
        let name = file.name();
        let size = file.size();
        if size > MOST {
            return Err(words::FILE_TOO_BIG.with("file", name).with("most", MOST >> 20).into());
        }
        let mut bytes = Vec::new();
        loop {
            job.part(0.0, 0.2).step(bytes.len(), size as usize).await?;
            let read = file.read(bytes.len() as u64, CHUNK).await;
            let read = read.map_err(|error| words::NOT_GIVEN.with("cause", error.to_string()))?;
            if read.is_empty() {
                break;
            }
            bytes.extend_from_slice(&read);
        }
        job.at(0.2).await?;
        let found = read_file(&name, &bytes).map_err(|error| words::why(&error, &name))?;
        drop(bytes);
        let Found { tables, missing, left_out, is_icarol, .. } = found;
        // iCarol writes a closed day so.
        if is_icarol && source.midnight.is_none() {
            source.midnight = Some("closed");
        }
        job.at(0.5).await?;
        let mut reader = Reader::new(&tables, &source);
        let mut plan = self.ui.look(|book, _| Plan::begin(book));
        loop {
            let (done, of) = reader.progress();
            job.part(0.5, 1.0).step(done, of).await?;
            if done == of {
                break;
            }
            let some = reader.some(AT_ONCE);
            self.ui.look(|book, _| plan.add(book, some));
        }
        let noted = reader.noted();
        Ok(Looked { source, plan: Rc::new(plan), noted: Rc::new(noted), left_out, missing })
    }

    /// What bringing it in would do.
    fn preview(self, looked: Looked) -> AnyView {
        let ui = self.ui;
        let plan = looked.plan.clone();
        let counts = [
            (words::NEW, plan.new.len()),
            (words::CHANGED, plan.changed.len()),
            (words::SAME, plan.same),
            (words::DELETED, plan.deleted),
            (words::LEFT_OUT, looked.left_out),
        ];
        let counts = counts.into_iter().filter(|(words, count)| *count > 0 || *words == words::NEW);
        let counts =
            counts.map(|(words, count)| view! { <li>{ui.say(words.with("count", count))}</li> }).collect_view();
        let missing = (!looked.missing.is_empty()).then(|| words::MISSING.with("tables", looked.missing.join(", ")));
        let notes: Vec<_> = missing.into_iter().chain(words::noted(&looked.noted)).collect();
        let notes = notes.into_iter().map(|note| view! { <p class="soft">{ui.say(note)}</p> }).collect_view();
        let shown = plan.changed.len().min(SHOWN);
        let more = (plan.changed.len() > shown)
            .then(|| ui.say(words::FIRST_CHANGES.with("count", shown).with("all", plan.changed.len())));
        let changes = plan.changed.iter().take(SHOWN).filter_map(|change| self.change(change)).collect_view();
        let verified = plan.changed.iter().any(|change| change.verified.is_some()).then(|| {
            view! {
                <div class="field">
                    <label class="switch">
                        <input type="checkbox" role="switch" prop:checked=self.take_all
                            on:change=move |event| self.take_all.set(event_target_checked(&event))/>
                        <span>{ui.t(words::TAKE_ALL)}</span>
                    </label>
                </div>
            }
        });
        let changed = (!plan.changed.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h2>{ui.t(words::CHANGES)}</h2>
                    <p class="soft">{more}</p>
                    {verified}
                    <ul class="entries" role="list">{changes}</ul>
                </section>
            }
        });
        let plan = StoredValue::new_local(plan);
        let count = move || {
            let all = self.take_all.get();
            let taken = |plan: &Rc<Plan>| plan.changed.iter().filter(|change| all || change.verified.is_none()).count();
            plan.try_with_value(|plan| plan.new.len() + taken(plan)).unwrap_or_default()
        };
        let source = StoredValue::new(looked.source.name.clone());
        let bring = move |_| {
            let all = self.take_all.get_untracked();
            let rows =
                plan.try_with_value(|plan| plan.rows(|change| all || change.verified.is_none())).unwrap_or_default();
            self.bring_in(rows, source.get_value());
        };
        view! {
            <div class="page sync">
                <section class="group">
                    <h2 dir="auto">{looked.source.name}</h2>
                    <ul>{counts}</ul>
                    {notes}
                </section>
                {changed}
            </div>
            <div class="actions">
                <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || self.looked.set(None)/>
                <button type="button" class="primary" disabled=move || count() == 0 on:click=bring>
                    <Icon path=icon_paths::CHECK/>
                    <span>{move || match count() {
                        0 => words::NOTHING_NEW.get(ui.lang.get()).to_owned(),
                        count => words::BRING_IN.with("count", count).say(ui.lang.get()),
                    }}</span>
                </button>
            </div>
        }
        .into_any()
    }

    /// What changed of one record, what stands here beside what the source has.
    fn change(self, change: &Change) -> Option<impl IntoView + use<>> {
        let ui = self.ui;
        let lang = ui.lang.get();
        let kind = capability::kinds().iter().copied().find(|kind| kind.id == change.kind)?;
        let record = ui.peek(kind, change.id)?;
        let title = show::title_in(kind, &record, lang);
        let fields = change.fields.iter().filter_map(|(key, here, there)| {
            let field = kind.fields().find(|field| field.key == key)?;
            let said = |value: &Option<Value>| match value {
                Some(value) => show::show(field, value, lang, &|_, id| ui.title(kind, id)),
                None => words::NOTHING.get(lang).to_owned(),
            };
            let (here, there) = (words::NOW_HERE.with("value", said(here)), words::AT_SOURCE.with("value", said(there)));
            Some(view! {
                <div data-wide=""><dt>{field.label.get(lang)}</dt>
                    <dd><span class="soft" dir="auto">{here.say(lang)}</span><br/><span dir="auto">{there.say(lang)}</span></dd></div>
            })
        });
        let fields = fields.collect_view();
        let since = change.verified.map(|day| words::CHECKED_SINCE.with("day", date::say_day(day, lang)).say(lang));
        let since = since.map(|since| view! { <p><Icon path=icon_paths::WARNING/>" "{since}</p> });
        Some(view! { <li class="entry"><h3 dir="auto">{title}</h3>{since}<dl class="facts">{fields}</dl></li> })
    }

    fn bring_in(self, rows: Vec<crate::model::record_write::RecordWrite>, source: String) {
        let ui = self.ui;
        let label = words::BROUGHT_IN.with("count", rows.len()).with("source", source.clone());
        let job = self.tasks.write(words::BRINGING_IN.with("source", source), true);
        ui.spawn(async move {
            let done = ui.work().run_watched(Command::Write { label, rows }, &job).await;
            self.tasks.end();
            match done {
                Ok(done) => {
                    ui.say_done(&done);
                    self.looked.try_set(None);
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    }

    fn save(self, as_package: bool) {
        let ui = self.ui;
        let tables = ui.look(|book, _| tables(book));
        if tables.is_empty() {
            return ui.warn(words::NONE_YET);
        }
        let now = ui.work().now();
        let day = now.today();
        let file = if as_package {
            let files = to_package(&tables).into_iter().map(|(name, text)| (name, vec![text.into_bytes()]));
            zip(files, now).map(|pieces| OutFile {
                name: format!("directory-hsds-{day}.zip"),
                media_type: "application/zip",
                pieces,
            })
        } else {
            Ok(OutFile {
                name: format!("directory-hsds-{day}.json"),
                media_type: "application/json",
                pieces: vec![format!("{:#}\n", to_json(&tables)).into_bytes()],
            })
        };
        match file {
            Ok(file) => ui.give(file, false),
            Err(error) => ui.warn(error.message()),
        }
    }
}
