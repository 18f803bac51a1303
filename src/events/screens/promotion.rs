//! Who should hear of an event, who was told, and who shared it.

mod telling;
mod told;

pub use telling::facts;
pub use told::theirs;

use crate::events::kinds::choices::TYPES as EVENT_TYPES;
use crate::events::kinds::choices::{AUDIENCES, CAPACITIES};
use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::event_partner::EVENT_PARTNER;
use crate::events::kinds::promotion::{PROMOTION, fields as promotion};
use crate::events::promotion::message::Tongues;
use crate::events::promotion::{Proposal, Why, is_ahead, proposals, words};
use crate::events::routes;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::order;
use crate::model::text::{Lang, Message, Text};
use crate::partners::{PARTNER, TYPES};
use crate::ui::capability::Links;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The screen of an event's promotion. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Screen {
    ui: Ui,
    event: Id,
    proposals: Memo<Vec<Proposal>>,
    chosen: RwSignal<BTreeSet<Id>>,
    tongues: RwSignal<Tongues>,
    /// How they were told, as far as the way tells.
    how: RwSignal<Option<&'static str>>,
}

/// The promotion of an event.
pub fn screen(ui: Ui, event: Id) -> impl IntoView {
    ui.head(move || Head {
        title: ui.title(&EVENT, event).unwrap_or_default(),
        line: words::PROMOTION.get(ui.lang.get()).to_owned(),
        back: Some((Route::Records(EVENT.id, View::One(event)), EVENT.name.get(ui.lang.get()))),
    });
    let proposals = memo(move || {
        [EVENT.id, PARTNER.id, EVENT_PARTNER.id, PROMOTION.id, "ask"].iter().for_each(|kind| ui.follow(kind));
        let today = ui.work().now().today();
        ui.look(|book, index| proposals(book, index, event, today))
    });
    let tongues = ui.peek(&EVENT, event).map_or(Tongues::Both, |record| Tongues::of(&record));
    Screen {
        ui,
        event,
        proposals,
        chosen: RwSignal::default(),
        tongues: RwSignal::new(tongues),
        how: RwSignal::new(None),
    }
    .view()
}

/// The form of what was noted leads back here.
pub fn back(_: Ui, links: Links<'_>) -> Option<Route> {
    Some(routes::PROMOTION.at(links(promotion::EVENT.key())?))
}

/// The way here, on the page of the event.
pub fn way(ui: Ui, event: Id) -> impl IntoView {
    view! {
        <a class="quiet" href=routes::PROMOTION.at(event).href()>
            <Icon path=icon_paths::SHARE/><span>{ui.t(words::PROMOTION)}</span>
        </a>
    }
}

impl Screen {
    fn view(self) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let add = move || {
            let new = ui.work().new_id();
            ui.prefill(new, vec![promotion::EVENT.is(event)]);
            ui.go(Route::Records(PROMOTION.id, View::Edit(new)));
        };
        view! {
            <div class="page" data-stack="">
                <section class="group">
                    <h2>{ui.t(words::WHO_SHOULD)}</h2>
                    {self.rows()}
                    <div class="deeds">
                        {self.choose_all()}
                        <Quiet path=icon_paths::PLUS text=PROMOTION.new on_tap=add/>
                    </div>
                </section>
                {self.telling()}
                {self.told()}
            </div>
            <div class="actions">
                <a class="quiet" href=routes::FLYER.at(event).href()>
                    <Icon path=icon_paths::PRINT/><span>{ui.t(words::FLYER)}</span>
                </a>
                {self.mark()}
            </div>
        }
    }

    /// The proposals that are chosen, in their order, followed.
    fn chosen_now(self) -> Vec<Proposal> {
        let chosen = self.chosen.get();
        let all = self.proposals.get();
        all.into_iter().filter(|proposal| chosen.contains(&proposal.partner)).collect()
    }

    fn choose_all(self) -> impl IntoView {
        let ui = self.ui;
        let count = move || self.proposals.with(Vec::len);
        let all = move |_| {
            let ids = self.proposals.with_untracked(|all| order::set(all.iter().map(|proposal| proposal.partner)));
            self.chosen.set(ids);
        };
        let more = memo(move || count() > 1 && self.chosen_now().len() < count());
        drawn(move || {
            more.get().then(|| {
                view! {
                    <button type="button" class="quiet" on:click=all>
                        <Icon path=icon_paths::CHECK/>
                        <span>{move || words::CHOOSE_ALL.with("count", count()).say(ui.lang.get())}</span>
                    </button>
                }
            })
        })
    }

    /// The proposals, or why there are none.
    fn rows(self) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let ahead = memo(move || {
            let today = ui.work().now().today();
            ui.record(&EVENT, event).is_some_and(|record| is_ahead(&record, today))
        });
        let guard = Guard::over(move || {
            self.proposals.with(|all| all.iter().map(|proposal| proposal.partner).collect::<Vec<Id>>())
        });
        let none = memo(move || self.proposals.with(Vec::is_empty));
        drawn(move || match (none.get(), ahead.get()) {
            (true, true) => view! { <p class="soft">{ui.t(words::NO_PROPOSALS)}</p> }.into_any(),
            (true, false) => view! { <p class="soft">{ui.t(words::OVER)}</p> }.into_any(),
            (false, _) => view! {
                <p class="soft">{ui.t(words::ORDER)}</p>
                <ul class="rows" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>
                    <For each=move || self.proposals.get() key=|proposal| proposal.clone() let:proposal>
                        {self.row(proposal)}
                    </For>
                </ul>
            }
            .into_any(),
        })
    }

    fn row(self, proposal: Proposal) -> impl IntoView {
        let ui = self.ui;
        let id = proposal.partner;
        let name = proposal.name.clone();
        let toggle = move |_| {
            self.chosen.update(|chosen| {
                if !chosen.remove(&id) {
                    chosen.insert(id);
                }
            });
        };
        let kind =
            memo(move || ui.record(&EVENT, self.event).and_then(|event| event::TYPE.of(&event).map(str::to_owned)));
        let why = move || {
            let (lang, kind) = (ui.lang.get(), kind.get());
            let said = proposal.why.iter().map(|why| says(why, &proposal, kind.as_deref(), lang).say(lang));
            said.collect::<Vec<_>>().join(" · ")
        };
        view! {
            <li>
                <label class="row">
                    <input type="checkbox" prop:checked=move || self.chosen.with(|chosen| chosen.contains(&id)) on:change=toggle/>
                    <span class="row-title" dir="auto">{name}</span>
                    <span class="row-line" dir="auto">{why}</span>
                </label>
            </li>
        }
    }
}

/// The language of what is written: one, or both.
pub(super) fn tongues(ui: Ui, tongues: RwSignal<Tongues>) -> impl IntoView {
    let one = move |to: Tongues| {
        let (lang, name) = match to {
            Tongues::One(Lang::En) => (Some("en"), "English"),
            Tongues::One(Lang::Es) => (Some("es"), "Español"),
            Tongues::Both => (None, ""),
        };
        view! {
            <button type="button" lang=lang aria-pressed=move || (tongues.get() == to).to_string() on:click=move |_| tongues.set(to)>
                {move || if name.is_empty() { words::BOTH.get(ui.lang.get()) } else { name }}
            </button>
        }
    };
    let all = [Tongues::One(Lang::En), Tongues::One(Lang::Es), Tongues::Both];
    view! {
        <div class="tongues no-print" role="group" aria-label=ui.t(words::IN_LANGUAGE)>
            {all.map(one).into_iter().collect_view()}
        </div>
    }
}

fn answer(of: &'static [Choice], key: &str) -> Text {
    of.iter().find(|choice| choice.key == key).map_or(Text::NONE, |choice| choice.label)
}

/// A reason in words, for a partner and an event of this type.
fn says(why: &Why, proposal: &Proposal, kind: Option<&str>, lang: Lang) -> Message {
    let theirs = || answer(TYPES, proposal.kind.as_deref().unwrap_or_default());
    match why {
        Why::Noted => words::WHY_NOTED.message(),
        Why::Agreed => words::WHY_AGREED.message(),
        Why::Shared(count) => words::WHY_SHARED.with("count", *count),
        Why::Offers(said) => words::WHY_OFFERS.with("words", said.as_str()),
        Why::TakesPart(capacity) => words::WHY_TAKES_PART.with("capacity", answer(CAPACITIES, capacity)),
        Why::Wishes(said) => words::WHY_WISHES.with("words", said.as_str()),
        Why::Language(language) => {
            let language = answer(LANGUAGES, language).get(lang);
            // Spanish writes languages small.
            let language = if lang == Lang::Es { language.to_lowercase() } else { language.to_owned() };
            words::WHY_LANGUAGE.with("language", language)
        }
        Why::Reaches(group) => words::WHY_GOES_WITH.with("type", theirs()).with("what", answer(AUDIENCES, group)),
        Why::PassesOn => words::WHY_PASSES_ON.with("type", theirs()),
        Why::Type => {
            let what = answer(EVENT_TYPES, kind.unwrap_or_default());
            words::WHY_GOES_WITH.with("type", theirs()).with("what", what)
        }
    }
}
