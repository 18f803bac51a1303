//! Records that may be one thing: two stand side by side with what is equal and what differs, a person decides, and the
//! next pair follows.

use crate::model::id::Id;
use crate::model::joins::linking_to_all;
use crate::model::kind::Kind;
use crate::model::likely_same::Pair;
use crate::model::record::Record;
use crate::model::same_as::{NOT_SAME_AS, SAME_AS};
use crate::model::text::Text;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::detail::told;
use crate::ui::{capability, duplicate_words as words, words as common};
use crate::work::command::Command;
use crate::work::duplicates;
use leptos::html;
use leptos::prelude::*;

/// A row that leads to what may be there twice. It does not say how much that is: looking takes time with many records,
/// and waits until somebody asks.
pub fn row(ui: Ui) -> impl IntoView {
    view! {
        <ul class="rows" role="list"><li>
            <a class="row" href=Route::Duplicates.href()>
                <Icon path=icon_paths::TWO_DOORS/>
                <span class="row-title">{ui.t(words::TITLE)}</span>
                <span class="row-line">{ui.t(words::LOOK_FOR)}</span>
                <span class="row-go"><span>{ui.t(common::OPEN)}</span><Icon path=icon_paths::CHEVRON/></span>
            </a>
        </li></ul>
    }
}

/// What somebody is asked.
#[derive(Clone, Copy)]
struct Asked {
    ui: Ui,
    /// All pairs that were found, decided or not; none until they were looked for.
    found: RwSignal<Option<Vec<Pair>>>,
    /// What was put off, by the identities of both.
    later: RwSignal<Vec<(Id, Id)>>,
    /// Where keys and screen readers go on when the next pair follows.
    intro: NodeRef<html::P>,
}

/// Two records at a time that may be one.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::TITLE.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Today, common::TODAY.get(ui.lang.get()))),
    });
    let asked = Asked { ui, found: RwSignal::new(None), later: RwSignal::default(), intro: NodeRef::new() };
    effect(move || {
        let look = |work: std::rc::Rc<crate::work::workspace::Workspace>, job| async move {
            work.duplicates(&job).await.map(Some)
        };
        ui.in_the_background(look, asked.found);
    });
    let open = memo(move || asked.open());
    let pair = memo(move || {
        open.with(|open| open.as_ref().and_then(|open| open.iter().find(|pair| !asked.is_put_off(pair)).cloned()))
    });
    let guard = Guard::over(move || pair.get());
    let count = memo(move || open.with(|open| open.as_ref().map(Vec::len)));
    drawn(move || match (count.get(), pair.get()) {
        (None, _) => {
            view! { <div class="page"><p class="soft" role="status">{ui.t(words::LOOKING)}</p></div> }.into_any()
        }
        (Some(0), _) => view! {
            <div class="page"><Empty path=icon_paths::CHECK title=words::NONE purpose=words::NONE_WHAT/></div>
        }
        .into_any(),
        (Some(left), None) => view! {
            <div class="page" data-stack="">
                <p role="status">{ui.say(words::LATER_LEFT.with("count", left))}</p>
                <div class="deeds">
                    <Quiet path=icon_paths::UNDO text=words::SHOW_LATER on_tap=move || asked.later.set(Vec::new())/>
                </div>
            </div>
        }
        .into_any(),
        (Some(left), Some(pair)) => view! {
            <div class="page" data-stack="" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <p class="help" tabindex="-1" node_ref=asked.intro>{ui.t(words::PURPOSE)}</p>
                <p role="status">{ui.say(words::LEFT.with("count", left))}</p>
                {card(asked, pair)}
            </div>
        }
        .into_any(),
    })
}

impl Asked {
    /// What is not decided yet; none until it was looked for.
    fn open(self) -> Option<Vec<Pair>> {
        let found = self.found.get()?;
        capability::kinds().iter().filter(|kind| kind.joins.is_some()).for_each(|kind| self.ui.follow(kind.id));
        Some(self.ui.look(|book, index| duplicates::undecided(book, index, &found)))
    }

    fn is_put_off(self, pair: &Pair) -> bool {
        self.later.with(|later| later.contains(&(pair.keep, pair.other)))
    }

    fn decide(self, pair: &Pair, same: bool, name: String) {
        let work = self.ui.work();
        let (label, row) = match same {
            true => (duplicates::words::JOINED, duplicates::join(&work.state().book, pair)),
            false => (duplicates::words::KEPT_APART, duplicates::keep_apart(&work.state().book, pair)),
        };
        // The pair goes away with its buttons; who works with the keyboard goes on from the top.
        if let Some(intro) = self.intro.get_untracked() {
            drop(intro.focus());
        }
        if let Some(row) = row {
            self.ui.send(Command::Write { label: label.with("what", name), rows: vec![row] });
        }
    }
}

fn card(asked: Asked, pair: Pair) -> Option<impl IntoView> {
    let ui = asked.ui;
    let kind = capability::kind(pair.kind)?;
    let [keep, other] = [pair.keep, pair.other].map(|id| ui.record(kind, id));
    let (keep, other) = (keep?, other?);
    let name = ui.title(kind, keep.id).unwrap_or_default();
    let in_common = pair.common.iter().map(|common| {
        let text = words::common(*common);
        view! { <Chip tone="good" words=Signal::derive(move || text.get(ui.lang.get()).to_owned())/> }
    });
    let in_common = in_common.collect_view();
    let fields = kind.fields().filter(|field| ![SAME_AS, NOT_SAME_AS].contains(&field.key));
    let fields = fields.filter_map(|field| {
        let said = [&keep, &other].map(|record| said(ui, kind, field.key, record));
        said.iter().any(Option::is_some).then(|| compared(ui, field.label, said))
    });
    let fields = fields.collect_view();
    let heading = format!("pair-{}-{}", pair.keep, pair.other);
    let stands = words::STANDS.with("name", name.as_str());
    let what = words::WHAT_KIND.with("kind", kind.name);
    let pair = StoredValue::new(pair);
    let decide = move |same: bool| {
        let name = name.clone();
        move || pair.with_value(|pair| asked.decide(pair, same, name.clone()))
    };
    let put_off = move || {
        asked.later.update(|later| later.push(pair.with_value(|pair| (pair.keep, pair.other))));
        if let Some(intro) = asked.intro.get_untracked() {
            drop(intro.focus());
        }
    };
    Some(view! {
        <section class="conflict" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{ui.say(what)}</h2>
            <div class="chips">{in_common}</div>
            <dl class="compared">
                <div class="heads">{side(ui, kind, &keep)}{side(ui, kind, &other)}</div>
                {fields}
            </dl>
            <p class="soft">{ui.say(stands)}</p>
            <div class="deeds">
                <Quiet path=icon_paths::CHECK text=words::SAME class="primary" on_tap=decide(true)/>
                <Quiet path=icon_paths::TWO_DOORS text=words::DIFFERENT on_tap=decide(false)/>
                <Quiet path=icon_paths::CLOCK text=words::LATER on_tap=put_off/>
            </div>
        </section>
    })
}

/// One of the two: its name, and how much is linked to it.
fn side(ui: Ui, kind: &'static Kind, record: &Record) -> impl IntoView + use<> {
    let id = record.id;
    let title = ui.title(kind, id).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| common::UNTITLED.get(ui.lang.get()).to_owned());
    let linked = capability::kinds().iter().filter_map(|linked| {
        let (link, to) = linked.about_link()?;
        let count = (to == kind.id)
            .then(|| ui.look(|book, index| linking_to_all(book, index, (linked.id, link), kind, id).len()))?;
        (count > 0).then(|| ui.say(words::LINKED.with("what", linked.plural).with("count", count)))
    });
    let linked = linked.map(|words| view! { <p class="soft">{words}</p> }).collect_view();
    view! {
        <dd>
            <p><a href=Route::Records(kind.id, View::One(id)).href() dir="auto"><b>{title}</b></a></p>
            {linked}
        </dd>
    }
}

/// What a field says, to who uses the tablet.
fn said(ui: Ui, kind: &'static Kind, key: &str, record: &Record) -> Option<String> {
    let value = record.get(key).filter(|value| !value.is_blank())?;
    let words = told(ui, kind, ui.field(kind, key), Some(record), value, ui.lang.get());
    Some(words).filter(|words| !words.trim().is_empty())
}

/// A field of both: once where they say the same.
fn compared(ui: Ui, label: Text, said: [Option<String>; 2]) -> impl IntoView {
    let equal = said[0] == said[1];
    let [one, other] = said.map(|words| words.unwrap_or_else(|| words::NOTHING_HERE.get(ui.lang.get()).to_owned()));
    view! {
        <div data-same=equal.then_some("")>
            <dt>{ui.t(label)}{equal.then(|| view! { <Icon path=icon_paths::CHECK/><span>{ui.t(words::EQUAL)}</span> })}</dt>
            <dd dir="auto">{one}</dd>
            {(!equal).then(|| view! { <dd dir="auto">{other}</dd> })}
        </div>
    }
}
