//! One piece of long work at a time: its progress, the way to cancel it, and what came of it.

use crate::model::text::Message;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::Route;
use crate::ui::{sync_words as words, words as common};
use crate::work::command::{Command, Done};
use crate::work::job::Job;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What is being worked at.
#[derive(Clone)]
struct Task {
    label: Message,
    job: Job,
    /// Whether it goes on when the screen is left, because the person has already said what shall happen.
    stays: bool,
    can_cancel: bool,
}

/// The id of what was done last.
const RESULT: &str = "done-last";

/// What was done, and where to see it.
#[derive(Clone, PartialEq)]
pub struct TaskOutcome {
    /// What was done.
    pub done: Done,
    /// Where it is to be seen.
    pub to: Route,
}

/// Where long work is done. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct TaskPanel {
    ui: Ui,
    task: RwSignal<Option<Task>, LocalStorage>,
    far: RwSignal<f64>,
    said: RwSignal<Option<Message>>,
    outcome: RwSignal<Option<TaskOutcome>, LocalStorage>,
    /// The outcome, as long as it was not taken back.
    shown: Memo<Option<TaskOutcome>>,
    /// The number of the last thing that was said before the screen was there.
    since: u64,
}

impl TaskPanel {
    /// The tasks of a screen. Work that only looks ends when the screen is left.
    pub fn new(ui: Ui) -> TaskPanel {
        let task = RwSignal::new_local(None::<Task>);
        let outcome = RwSignal::new_local(None::<TaskOutcome>);
        let shown = memo(move || {
            ui.follow_tablet();
            let there = |number: u64| ui.work().state().undo.iter().any(|step| step.number == number);
            outcome.get().filter(|outcome| outcome.done.step.is_none_or(there))
        });
        let tasks = TaskPanel {
            ui,
            task,
            far: RwSignal::new(0.0),
            said: RwSignal::new(None),
            outcome,
            shown,
            since: ui.last_said(),
        };
        on_cleanup(move || {
            let task = task.try_get_untracked().flatten();
            if let Some(task) = task.filter(|task| !task.stays) {
                task.job.cancel();
            }
        });
        tasks
    }

    /// Begins work that only looks: it can be cancelled, and is when the screen is left.
    pub fn look(self, label: impl Into<Message>) -> Job {
        self.begin(label.into(), false, true)
    }

    /// Begins work that writes, as the person has asked for: it goes on when the screen is left.
    pub fn write(self, label: impl Into<Message>, can_cancel: bool) -> Job {
        self.begin(label.into(), true, can_cancel)
    }

    fn begin(self, label: Message, stays: bool, can_cancel: bool) -> Job {
        let far = self.far;
        let job = Job::new(self.ui.world().pace, move |done| {
            // Nobody watches any more once the screen is left.
            far.try_set(done.clamp(0.0, 1.0));
        });
        // What went wrong here before is not what goes on now; what went wrong elsewhere still is.
        self.ui.toasts.update(|toasts| toasts.retain(|toast| !toast.wrong || toast.number <= self.since));
        self.far.set(0.0);
        self.outcome.set(None);
        self.said.set(None);
        self.task.set(Some(Task { label, job: job.clone(), stays, can_cancel }));
        job
    }

    /// The work is over. `false` if the screen was left meanwhile.
    pub fn end(self) -> bool {
        self.task.try_set(None).is_none()
    }

    /// Whether something is worked at, followed.
    pub fn busy(self) -> bool {
        self.task.with(Option::is_some)
    }

    /// Has a screen reader say some things, after what has taken the focus.
    pub fn announce(self, messages: impl IntoIterator<Item = Message>) {
        let said = messages.into_iter().reduce(|all, one| words::AND.with("all", all).with("one", one));
        drop(self.said.try_set(said));
    }

    /// Says what was done, with the way to take it back, here for as long as one stays and below for a while.
    pub fn finish(self, outcome: TaskOutcome) {
        self.ui.toast(outcome.done.label.clone(), outcome.done.step);
        drop(self.outcome.try_set(Some(outcome)));
    }

    /// What a screen reader is told; always there, so that it is heard.
    pub fn announcer(self) -> impl IntoView {
        let said = move || self.said.get().map(|said| said.say(self.ui.lang.get())).unwrap_or_default();
        view! { <p class="unseen" role="status">{move || said()}</p> }
    }

    /// How far the work is, and “Cancel”.
    pub fn view(self) -> impl IntoView {
        let ui = self.ui;
        let bar = NodeRef::<html::Div>::new();
        take_focus(bar);
        let label = move || {
            let what = self.task.with(|task| task.as_ref().map(|task| task.label.clone()));
            // Whole percents, so that the words change no more often than they can be read.
            let percent = (self.far.get() * 100.0) as usize;
            what.map(|what| words::WORK_PERCENT.with("what", what).with("percent", percent).say(ui.lang.get()))
        };
        let cancel = move || {
            if let Some(task) = self.task.get_untracked() {
                task.job.cancel();
            }
        };
        let can_cancel = move || self.task.with(|task| task.as_ref().is_some_and(|task| task.can_cancel));
        view! {
            <div class="progress" tabindex="-1" node_ref=bar>
                <label for="work">{move || label()}</label>
                <progress id="work" max="1" prop:value=move || self.far.get()></progress>
                {move || can_cancel().then(|| view! {
                    <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=cancel/>
                })}
            </div>
        }
    }

    /// Whether it says what was done last.
    pub fn has_result(self) -> bool {
        self.shown.with(Option::is_some)
    }

    /// What was done last, until something else is begun or it is taken back.
    pub fn result(self) -> impl IntoView {
        let ui = self.ui;
        drawn(move || {
            let TaskOutcome { done, to } = self.shown.get()?;
            let deeds = done.step.map(|step| {
                view! {
                    <div class="deeds">
                        <a class="quiet" href=to.href()>
                            <Icon path=icon_paths::ARROW/><span>{ui.t(words::SHOW_THEM)}</span>
                        </a>
                        <Quiet path=icon_paths::UNDO text=common::UNDO on_tap=move || ui.send(Command::Undo(step))/>
                    </div>
                }
            });
            Some(view! {
                <div class="notice" data-tone="good" id=RESULT tabindex="-1">
                    <Icon path=icon_paths::CHECK/>
                    <div><p>{ui.say(done.label)}</p>{deeds}</div>
                </div>
            })
        })
    }

    /// Whenever the screen comes back to where it began, keys and screen readers go on from what was done, or else
    /// from the heading: what had the focus is gone.
    pub fn return_focus(self, at_start: impl Fn() -> bool + 'static) {
        self.return_focus_at(Box::new(at_start));
    }

    fn return_focus_at(self, at_start: Box<dyn Fn() -> bool>) {
        Effect::new(move |before: Option<bool>| {
            let now = !self.busy() && at_start();
            if now && before == Some(false) {
                request_animation_frame(|| {
                    let done = document().get_element_by_id(RESULT);
                    let to = done.or_else(|| document().query_selector("h1").ok().flatten());
                    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
                        drop(to.focus());
                    }
                });
            }
            now
        });
    }
}

/// Moves the focus to something as soon as it is there.
pub fn take_focus<E>(node: NodeRef<E>)
where
    E: html::ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    effect(move || {
        if let Some(element) = node.get() {
            drop(element.unchecked_ref::<HtmlElement>().focus());
        }
    });
}

/// A heading that takes the focus when it appears, so that keys and screen readers go on from there.
pub fn heading(ui: Ui, message: impl Into<Message>) -> impl IntoView {
    heading_of(ui, message.into())
}

fn heading_of(ui: Ui, message: Message) -> AnyView {
    let node = NodeRef::<html::H2>::new();
    take_focus(node);
    view! { <h2 tabindex="-1" dir="auto" node_ref=node>{ui.say(message)}</h2> }.into_any()
}
