//! Above a list: the filters that somebody keeps under a name, one tap each.

use crate::model::kind::Kind;
use crate::model::order;
use crate::model::query::{self, Query};
use crate::ui::capability;
use crate::ui::context::Ui;
use crate::ui::keys;
use crate::ui::parts::narrow::Narrow;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{effect, memo};
use crate::ui::saved_filters::{Fields, SavedFilter, SavedFilters, words as own};
use crate::ui::words;
use leptos::prelude::*;

/// The dialog that names a filter.
const NAMING: &str = "saved-filter";

/// What a list is narrowed to. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Narrowed {
    /// The words that are looked for.
    pub words: RwSignal<String>,
    /// Fields that must hold an answer.
    pub filters: RwSignal<Fields>,
    /// The key of the order.
    pub order: RwSignal<&'static str>,
    /// The keys of all orders, the usual one first.
    pub orders: StoredValue<Vec<&'static str>>,
}

impl Narrowed {
    fn usual(self) -> &'static str {
        self.orders.with_value(|orders| orders.first().copied().unwrap_or_default())
    }

    /// What is shown now, to be kept under this name.
    fn as_filter(self, name: String) -> SavedFilter {
        let filters = self.filters.get_untracked().into_iter().map(|(key, answer)| (key.to_owned(), answer)).collect();
        let order = self.order.get_untracked().to_owned();
        SavedFilter { name, words: self.words.get_untracked().trim().to_owned(), filters, order }
    }

    fn is(self, filter: &SavedFilter) -> bool {
        self.words.with(|words| self.filters.with(|filters| filter.is_same(words, filters, self.order.get())))
    }

    fn is_narrowed(self) -> bool {
        self.words.with(|words| !words.trim().is_empty()) || self.filters.with(|filters| !filters.is_empty())
    }

    fn show(self, kind: &Kind, filter: Option<&SavedFilter>) {
        let wanted = filter.map(|filter| &*filter.order).unwrap_or_default();
        let order = self.orders.with_value(|orders| orders.iter().find(|order| **order == wanted).copied());
        self.words.set(filter.map(|filter| filter.words.clone()).unwrap_or_default());
        self.filters.set(filter.map(|filter| filter.fields(kind)).unwrap_or_default());
        self.order.set(order.unwrap_or_else(|| self.usual()));
    }
}

/// A list narrowed to what is somebody's, where its kind says whose each is; whoever uses the tablet comes first.
pub fn whose(ui: Ui, kind: &'static Kind, filters: RwSignal<Fields>) -> Option<Narrow> {
    let (field, to) = kind.by_whom().and_then(|field| Some((field, capability::kind(field.links_to()?)?)))?;
    let offers = move || {
        let mut all = ui.all_named(to);
        let me = ui.work().state().actor;
        order::sort_by_key(&mut all, |(id, _)| Some(*id) != me);
        all.into_iter().map(|(id, name)| (id.to_string(), name)).collect()
    };
    let held = move || filters.with(|all| all.iter().find(|(key, _)| *key == field.key).map(|(_, id)| id.clone()));
    let choose = move |chosen: Option<String>| {
        filters.update(|all| {
            all.retain(|(key, _)| *key != field.key);
            all.extend(chosen.map(|id| (field.key, id)));
        });
    };
    Some(Narrow::new(field.label, offers, held, choose).of_many(own::EVERYBODY))
}

/// The chips, the way to keep what is shown now, and to name or remove it; nothing while there is nothing of that.
pub fn saved_filters(ui: Ui, kind: &'static Kind, narrowed: Narrowed) -> impl IntoView {
    let place = memo(move || {
        ui.follow_tablet();
        let actor = ui.work().state().actor.map(|actor| actor.to_string()).unwrap_or_default();
        // Practice is another book, in which a search for somebody of the real one finds nothing.
        let practice = if ui.practice() { "practice " } else { "" };
        format!("filters {practice}{} {actor}", kind.id)
    });
    let saved = RwSignal::new(SavedFilters::default());
    // A search that finds nothing any more goes: its words may name somebody who was erased since.
    let finds = move |words: &str| {
        let query = Query { words: words.to_owned(), ..Query::default() };
        !ui.look(|book, index| query::run(book, index, kind, &query)).is_empty()
    };
    effect(move || {
        let place = place.get();
        let kept = ui.world().prefs.get(&place).unwrap_or_default();
        let mut read = SavedFilters::read(&kept);
        if read.forget_searches(finds) {
            ui.world().prefs.set(&place, &read.written());
        }
        saved.set(read);
    });
    let change = move |change: &dyn Fn(&mut SavedFilters)| {
        let (place, prefs) = (place.get_untracked(), ui.world().prefs);
        // Another tab may have kept or removed some meanwhile.
        let mut now = prefs.get(&place).map_or_else(|| saved.get_untracked(), |kept| SavedFilters::read(&kept));
        change(&mut now);
        prefs.set(&place, &now.written());
        saved.set(now);
    };
    let shown = memo(move || saved.with(|saved| saved.all().iter().find(|filter| narrowed.is(filter)).cloned()));
    let name = RwSignal::new(String::new());
    let open = move || {
        name.set(shown.get_untracked().map(|filter| filter.name).unwrap_or_default());
        keys::open(NAMING);
    };
    let keep = move || {
        let named = name.get_untracked().trim().to_owned();
        if named.is_empty() {
            return;
        }
        let was = shown.get_untracked().map(|filter| filter.name);
        change(&|saved| saved.keep(narrowed.as_filter(named.clone()), was.as_deref()));
        keys::close(NAMING);
    };
    let remove = move || {
        if let Some(filter) = shown.get_untracked() {
            change(&|saved| saved.remove(&filter.name));
        }
        keys::close(NAMING);
    };
    let chip = move |filter: SavedFilter| {
        let kept = filter.clone();
        let pressed = memo(move || narrowed.is(&kept));
        let name = filter.name.clone();
        let tap = move |_| narrowed.show(kind, (!pressed.get_untracked()).then_some(&filter));
        view! {
            <button type="button" class="filter" aria-pressed=move || pressed.get().to_string() on:click=tap>
                <Icon path=icon_paths::BOOKMARK/><span dir="auto">{name}</span>
            </button>
        }
    };
    let chips = move || saved.get().all().iter().cloned().map(chip).collect_view();
    let narrows = memo(move || narrowed.is_narrowed());
    let deed = move || match shown.get() {
        Some(filter) => {
            let says = own::EDIT.with("name", filter.name);
            view! {
                <button type="button" class="clear" aria-label=ui.say(says) on:click=move |_| open()>
                    <Icon path=icon_paths::PENCIL/><span>{ui.t(words::EDIT)}</span>
                </button>
            }
            .into_any()
        }
        None if narrows.get() => view! {
            <button type="button" class="clear" on:click=move |_| open()>
                <Icon path=icon_paths::BOOKMARK/><span>{ui.t(own::SAVE)}</span>
            </button>
        }
        .into_any(),
        None => ().into_any(),
    };
    let any = memo(move || saved.with(|saved| !saved.all().is_empty()) || narrows.get());
    let row = move || {
        view! { <div class="filters" role="group" aria-label=ui.t(own::SAVED)>{move || chips()}{move || deed()}</div> }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        keep();
    };
    view! {
        {move || any.get().then(row)}
        <dialog class="dialog" id=NAMING aria-labelledby="saved-filter-title">
            <h2 id="saved-filter-title">{ui.t(own::NAME)}</h2>
            <form autocomplete="off" on:submit=submit>
                <input type="text" aria-label=ui.t(own::NAME) autocomplete="off" maxlength="60" prop:value=name
                    on:input=move |event| name.set(event_target_value(&event))/>
            </form>
            <p class="help">{ui.t(own::WHAT)}</p>
            <div class="actions">
                <Quiet path=icon_paths::CLOSE text=words::CANCEL on_tap=|| keys::close(NAMING)/>
                {move || shown.get().map(|_| view! {
                    <Quiet path=icon_paths::TRASH text=own::REMOVE class="danger" on_tap=remove/>
                })}
                <Quiet path=icon_paths::CHECK text=own::KEEP class="primary" on_tap=keep/>
            </div>
        </dialog>
    }
}
