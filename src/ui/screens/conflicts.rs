//! Every note of which two people wrote different things: both stand side by side, one tap says what stays, and the
//! next one follows.

mod rule;

use crate::model::kind::Kind;
use crate::model::stamp::Stamp;
use crate::model::text::Text;
use crate::model::value::Value;
use crate::model::{date, show};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Chip, Empty, Icon, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::detail::told;
use crate::ui::{capability, conflict_words as words, words as common};
use crate::work::command::Command;
use crate::work::conflicts::both::both;
use crate::work::conflicts::writers::Written;
use crate::work::conflicts::{self, Conflict, ConflictSide};
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;

/// How many are asked at once.
const AT_ONCE: usize = 25;
/// What is left when all that was asked is settled.
const SETTLED: &str = "conflicts-settled";

/// All conflicts the user of the tablet can be asked about, followed; none until they were looked for, which waits until
/// the screen is painted.
pub fn all(ui: Ui) -> RwSignal<Option<Vec<Conflict>>> {
    let all = RwSignal::new(None);
    effect(move || {
        ui.follow_tablet();
        request_animation_frame(move || {
            let user = ui.work().state().actor;
            let found = ui.look(|book, index| conflicts::conflicts(book, index, user));
            if all.try_with_untracked(|known| known.as_ref() != Some(&found)) == Some(true) {
                all.set(Some(found));
            }
        });
    });
    all
}

/// A row that says how many notes are in conflict and leads to them; nothing where none is.
pub fn row(ui: Ui, all: RwSignal<Option<Vec<Conflict>>>) -> impl IntoView {
    drawn(move || {
        let found = all.get().filter(|found| !found.is_empty())?;
        Some(view! {
            <section class="group">
                <h2>{ui.t(words::ON_TODAY)}</h2>
                <ul class="rows" role="list"><li>
                    <a class="row" href=Route::Conflicts.href()>
                        <Icon path=icon_paths::WARNING/>
                        <span class="row-title">{ui.say(words::say_two_things(&found))}</span>
                        <span class="row-line">{ui.t(words::CHOOSE)}</span>
                        <span class="row-go"><span>{ui.t(common::OPEN)}</span><Icon path=icon_paths::CHEVRON/></span>
                    </a>
                </li></ul>
            </section>
        })
    })
}

/// What somebody is asked, and who wrote it.
#[derive(Clone, Copy)]
struct Asked {
    ui: Ui,
    /// All there are.
    all: RwSignal<Option<Vec<Conflict>>>,
    /// Those on the screen. They stay when they are settled, so that nothing moves under a finger.
    shown: RwSignal<Vec<Conflict>>,
    written: RwSignal<BTreeMap<Stamp, Written>>,
}

/// Every conflict, one after the other.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::TITLE.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Today, common::TODAY.get(ui.lang.get()))),
    });
    let asked = Asked { ui, all: all(ui), shown: RwSignal::default(), written: RwSignal::default() };
    effect(move || asked.add());
    effect(move || asked.look_up_writers());
    let any = memo(move || asked.shown.with(|shown| !shown.is_empty()));
    let looked = memo(move || asked.all.with(Option::is_some));
    let left = memo(move || asked.left());
    let more = move || (left.get().0 == 0 && left.get().1 > 0).then(|| left.get().1.min(AT_ONCE));
    view! {
        <div class="page" data-stack="">
            {move || (looked.get() && !any.get()).then(|| view! {
                <Empty path=icon_paths::CHECK title=words::ALL_SETTLED purpose=words::NOTHING_TO_CHOOSE/>
            })}
            {move || any.get().then(|| view! { <p class="help">{ui.t(words::PURPOSE)}</p> })}
            {rule::by_rule(asked)}
            <For each=move || asked.shown.get() key=Conflict::clone let:conflict>{card(asked, conflict)}</For>
            {move || (any.get() && left.get() == (0, 0)).then(|| view! {
                <div class="notice" data-tone="good" id=SETTLED tabindex="-1">
                    <Icon path=icon_paths::CHECK/>
                    <div>
                        <p>{ui.t(words::ALL_SETTLED)}</p>
                        <div class="deeds"><a class="quiet" href=Route::Today.href()>
                            <Icon path=icon_paths::TODAY/><span>{ui.t(common::TODAY)}</span>
                        </a></div>
                    </div>
                </div>
            })}
            {move || more().map(|count| view! {
                <div class="deeds" id=SETTLED tabindex="-1">
                    <button type="button" class="quiet" on:click=move |_| asked.go_on()>
                        <Icon path=icon_paths::CHEVRON/><span>{ui.say(words::MORE.with("count", count))}</span>
                    </button>
                </div>
            })}
        </div>
    }
}

impl Asked {
    /// Shows what has come up, as far as there is room.
    fn add(self) {
        let Some(all) = self.all.get() else { return };
        let shown = self.shown.get_untracked();
        let room = AT_ONCE.saturating_sub(shown.len());
        let new: Vec<Conflict> = all.into_iter().filter(|one| !shown.contains(one)).take(room).collect();
        if !new.is_empty() {
            self.shown.set([shown, new].concat());
        }
    }

    /// Reads from the log who wrote what is shown, where that is not known yet. What was settled and taken back bears new
    /// stamps.
    fn look_up_writers(self) {
        let (ui, shown) = (self.ui, self.shown.get());
        self.all.track();
        let unknown = |conflict: &Conflict| {
            let work = ui.work();
            let state = work.state();
            let record = state.book.alive(conflict.kind, conflict.id);
            let sides = record.map(|record| conflicts::sides(record, &conflict.field)).unwrap_or_default();
            self.written.with_untracked(|written| sides.iter().any(|side| !written.contains_key(&side.stamp)))
        };
        if !shown.iter().any(unknown) {
            return;
        }
        ui.spawn(async move {
            match ui.work().writers(&shown).await {
                Ok(written) => drop(self.written.try_set(written)),
                Err(error) => ui.warn(error.message()),
            }
        });
    }

    /// Lets go of what is settled, and shows the next ones.
    fn go_on(self) {
        self.shown.set(Vec::new());
        self.add();
        focus_next();
    }

    /// How many are not settled, on the screen and beyond it.
    fn left(self) -> (usize, usize) {
        let shown = self.shown.get();
        let all = self.all.get().unwrap_or_default();
        let open = all.iter().filter(|one| shown.contains(one)).count();
        (open, all.len() - open)
    }
}

/// How a conflict stands.
#[derive(Clone, Default, PartialEq)]
struct Stands {
    open: bool,
    /// The values, as they were while it was open.
    sides: Vec<ConflictSide>,
    /// All of them as one text, where that can be.
    both: Option<Value>,
    /// What the field holds.
    held: Option<Value>,
}

fn card(asked: Asked, conflict: Conflict) -> Option<impl IntoView> {
    let ui = asked.ui;
    let kind = capability::kind(conflict.kind)?;
    let heading = StoredValue::new(format!("conflict-{}-{}", conflict.id, conflict.field));
    let conflict = StoredValue::new(conflict);
    let id = conflict.with_value(|conflict| conflict.id);
    let stands = Memo::new(move |before: Option<&Stands>| {
        let record = ui.record(kind, id);
        conflict.with_value(|conflict| {
            let sides = record.as_ref().map(|record| conflicts::sides(record, &conflict.field)).unwrap_or_default();
            let both = record.as_ref().and_then(|record| both(ui.field(kind, &conflict.field)?, record));
            let held = record.and_then(|record| record.slot(&conflict.field).map(|slot| slot.value.clone()));
            let open = !sides.is_empty();
            let before = before.filter(|_| !open);
            let sides = before.map_or(sides, |before| before.sides.clone());
            Stands { open, sides, both: before.map_or(both, |before| before.both.clone()), held }
        })
    });
    let busy = RwSignal::new(false);
    let keep = move |value: Value| {
        if busy.get_untracked() || !stands.with_untracked(|stands| stands.open) {
            return;
        }
        busy.set(true);
        let field = conflict.with_value(|conflict| conflict.field.clone());
        ui.spawn(async move {
            let here = ui.here();
            let settled = ui.run(Command::Settle { kind: kind.id, id, field, keep: value }).await;
            busy.try_set(false);
            if settled.is_ok() && ui.is_still(here) {
                focus_next();
            }
        });
    };
    let name = move || ui.name(kind, id).unwrap_or_else(|| common::UNTITLED.message()).say(ui.lang.get());
    let field = move || {
        let key = conflict.with_value(|conflict| conflict.field.clone());
        let label = ui.field(kind, &key).map_or(key, |field| field.label.get(ui.lang.get()).to_owned());
        words::FIELD.with("kind", kind.name).with("field", label).say(ui.lang.get())
    };
    let sides = move || {
        let stands = stands.get();
        let side = |side: &ConflictSide| side_view(asked, kind, conflict, &stands, side, busy, keep);
        let both = stands.both.as_ref().map(|text| both_view(ui, &stands, text, busy, keep));
        (stands.sides.iter().map(side).collect_view(), both)
    };
    Some(view! {
        <section class="conflict" aria-labelledby=heading.get_value() data-open=move || stands.with(|stands| stands.open).then_some("")>
            <h2 id=heading.get_value()>
                <a href=Route::Records(kind.id, View::One(id)).href() dir="auto">{move || name()}</a>
            </h2>
            <p class="soft" dir="auto">{move || field()}</p>
            <ul class="sides" role="list">{move || sides()}</ul>
        </section>
    })
}

fn side_view<K: Fn(Value) + Copy + Send + Sync + 'static>(
    asked: Asked,
    kind: &'static Kind,
    conflict: StoredValue<Conflict>,
    stands: &Stands,
    side: &ConflictSide,
    busy: RwSignal<bool>,
    keep: K,
) -> impl IntoView + use<K> {
    let ui = asked.ui;
    let lang = ui.lang.get();
    let (key, id) = conflict.with_value(|conflict| (conflict.field.clone(), conflict.id));
    let record = ui.peek(kind, id);
    let words = told(ui, kind, ui.field(kind, &key), record.as_deref(), &side.value, lang);
    let words = if words.trim().is_empty() { words::LEFT_BLANK.get(lang).to_owned() } else { words };
    let stamp = side.stamp;
    // Who wrote it is read from the log, which takes a moment.
    let who = move || {
        let written = asked.written.with(|written| written.get(&stamp).cloned())?;
        let who = ui.staff_name(written.by).unwrap_or_else(|| common::SOMEBODY.get(ui.lang.get()).to_owned());
        let when = date::moment(&written.wall).map(|moment| date::say_moment(moment, ui.lang.get()));
        let when = when.unwrap_or(written.wall);
        Some(common::WHO_WHEN.with("who", who).with("when", when).say(ui.lang.get()))
    };
    let says = Says { words, button: words::KEEP_THIS, name: words::KEEP_WHAT, value: side.value.clone() };
    one_side(ui, view! { <p class="soft">{move || who()}</p> }.into_any(), says, stands, busy, keep)
}

/// All sides as one text.
fn both_view<K: Fn(Value) + Copy + Send + Sync + 'static>(
    ui: Ui,
    stands: &Stands,
    text: &Value,
    busy: RwSignal<bool>,
    keep: K,
) -> impl IntoView + use<K> {
    let words = text.as_text().unwrap_or_default().to_owned();
    let says = Says { words, button: words::KEEP_BOTH, name: words::KEEP_BOTH_WHAT, value: text.clone() };
    one_side(ui, view! { <p class="soft">{ui.t(words::BOTH)}</p> }.into_any(), says, stands, busy, keep)
}

/// What stands on one side, and its button.
struct Says {
    words: String,
    button: Text,
    /// The button’s name, read out of its place.
    name: Text,
    value: Value,
}

fn one_side<K: Fn(Value) + Copy + Send + Sync + 'static>(
    ui: Ui,
    above: AnyView,
    says: Says,
    stands: &Stands,
    busy: RwSignal<bool>,
    keep: K,
) -> impl IntoView + use<K> {
    let is_held = stands.held.as_ref() == Some(&says.value);
    let chip = is_held.then_some(if stands.open { ("plain", words::SHOWN_NOW) } else { ("good", words::KEPT) });
    let label = says.name.with("what", show::first_line(&says.words));
    // A button that is not needed any more keeps its place, so that nothing moves under a finger.
    let (value, open) = (StoredValue::new(says.value), stands.open);
    view! {
        <li>
            {above}
            <p class="version" dir="auto">{says.words}</p>
            {chip.map(|(tone, text)| view! { <Chip tone=tone words=Signal::derive(move || text.get(ui.lang.get()).to_owned())/> })}
            <button
                type="button" class="quiet" aria-label=ui.say(label) disabled=move || busy.get() || !open
                on:click=move |_| keep(value.get_value())
            ><Icon path=icon_paths::CHECK/><span>{ui.t(says.button)}</span></button>
        </li>
    }
}

/// Keys and screen readers go on with the next one that is not settled, or with what is said when none is left.
fn focus_next() {
    request_animation_frame(|| {
        let next = document().query_selector(".conflict[data-open] button").ok().flatten();
        let next = next.or_else(|| document().get_element_by_id(SETTLED));
        if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
            drop(next.focus());
        }
    });
}
