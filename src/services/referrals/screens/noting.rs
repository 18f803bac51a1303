//! Beside the answers: one tap says that somebody was referred, or that nothing was open for what they need.

use super::heard::CameFrom;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::{near_days, order};
use crate::services::answers::{Answers, Asks};
use crate::services::kinds::referral::{CHANNELS, REFERRAL, fields};
use crate::services::kinds::service::SERVICE;
use crate::services::referrals::noting::{self, Asker, Need, OTHER, Offered};
use crate::services::referrals::words;
use crate::ui::context::{NextId, Ui};
use crate::ui::parts::{Chip, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

/// Where somebody asked last, as it is remembered on this tablet.
const LAST_CHANNEL: &str = "referral-channel";

/// Noting a referral beside answers. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Noting {
    ui: Ui,
    asks: RwSignal<Asks>,
    /// What is needed, and whether anything is known for it.
    asked: Memo<(Need, bool)>,
    channel: RwSignal<&'static str>,
    /// Whether one came from where the need was heard.
    came: bool,
    noted: RwSignal<Option<Id>>,
    next: NextId,
    /// Counts those who asked.
    pub person: RwSignal<u32>,
}

impl Noting {
    /// Noting beside these answers; `heard` says where a need was heard.
    pub fn new(
        ui: Ui,
        asks: RwSignal<Asks>,
        answers: impl Fn() -> Answers + Send + Sync + 'static,
        heard: Option<&'static str>,
    ) -> Noting {
        let last = ui.world().prefs.get(LAST_CHANNEL);
        let channel = RwSignal::new(heard.unwrap_or_else(|| noting::channel(last.as_deref())));
        let asked = memo(move || {
            let answers = answers();
            let need = asks.with(|asks| ui.look(|book, _| noting::need(book, asks, &answers)));
            (need, !answers.best.is_empty())
        });
        let noted = RwSignal::new(None);
        let said = memo(move || asks.with(|asks| (asks.words.trim().to_owned(), asks.need.clone(), asks.own_need)));
        // Something else is asked for: that is another referral.
        effect(move || {
            // A memo that nobody reads follows nothing.
            said.with(|_| ());
            noted.set(None);
        });
        Noting { ui, asks, asked, channel, came: heard.is_some(), noted, next: ui.next_id(), person: RwSignal::new(0) }
    }

    /// What was noted of what is asked now, followed; none where it was taken back.
    fn standing(self) -> Option<std::sync::Arc<crate::model::record::Record>> {
        self.noted.get().and_then(|id| self.ui.record(&REFERRAL, id))
    }

    fn note(self, offered: Offered) {
        let ui = self.ui;
        let known = untrack(|| self.standing());
        if let (Some(record), Offered::Service(service)) = (&known, offered) {
            return ui.revise(&REFERRAL, record.id, move |record| noting::one_more(record, service));
        }
        if known.is_some() {
            return;
        }
        let need = self.asked.get_untracked().0;
        let label = words::NOTED.with("need", need.label());
        let language = self.asks.with_untracked(|asks| asks.language.clone());
        let asker = Asker { need, channel: self.channel.get_untracked(), language };
        let id = self.next.get();
        let row = noting::referral(id, &asker, offered, ui.work().now());
        let (here, back) = (ui.here(), self.came.then(|| CameFrom::of(ui)).flatten());
        ui.spawn(async move {
            if ui.begin(self.next, &REFERRAL, label, vec![row]).await {
                self.noted.try_set(Some(id));
                if let Some(back) = back {
                    ui.go_on(here, back);
                }
            }
        });
    }

    /// The button beside an answer.
    pub fn offered(self, service: Id) -> AnyView {
        let is = memo(move || self.standing().is_some_and(|record| noting::names(&record, service)));
        let ui = self.ui;
        let button = move || {
            match is.get() {
            true => view! { <Chip tone="good" words=Signal::derive(move || words::IS_NOTED.get(ui.lang.get()).to_owned())/> }.into_any(),
            false => {
                // Three of them stand on one screen.
                let name = move || words::REFERRED_TO.with("service", ui.title(&SERVICE, service).unwrap_or_default());
                view! {
                    <button
                        type="button" class="quiet" aria-label=move || name().say(ui.lang.get())
                        on:click=move |_| self.note(Offered::Service(service))
                    >
                        <Icon path=icon_paths::PERSON/><span>{ui.t(words::REFERRED)}</span>
                    </button>
                }
                .into_any()
            }
        }
        };
        drawn(button).into_any()
    }

    /// What stands below the answers: that nothing was open, where somebody asks, and what follows once it is noted.
    pub fn below(self) -> AnyView {
        let ui = self.ui;
        let noted = memo(move || self.standing().map(|record| record.id));
        let body = move || match noted.get() {
            Some(id) => self.call_back(id),
            None => self.nothing(),
        };
        view! {
            <section class="group no-print" aria-label=ui.t(REFERRAL.name)>
                {drawn(body)}
                <p class="help">{ui.t(words::KEEPS)}</p>
            </section>
        }
        .into_any()
    }

    fn nothing(self) -> AnyView {
        let ui = self.ui;
        let tap = move || {
            let any = self.asked.with_untracked(|(_, any)| *any);
            self.note(if any { Offered::NothingOpen } else { Offered::NothingKnown });
        };
        let not_kept = move || {
            let typed = self.asks.with(|asks| !asks.words.trim().is_empty());
            let need = self.asked.with(|(need, _)| (need.key == OTHER && need.own.is_none()).then(|| need.label()));
            let need = need.filter(|_| typed)?;
            let said = words::NOT_KEPT.with("need", need).say(ui.lang.get());
            Some(view! { <p>{said}</p> })
        };
        let option = move |choice: &'static Choice| {
            let is = move || self.channel.get() == choice.key;
            view! { <option value=choice.key selected=is>{ui.t(choice.label)}</option> }
        };
        let pick = move |event| {
            let channel = noting::channel(Some(&event_target_value(&event)));
            self.channel.set(channel);
            if !self.came {
                ui.world().prefs.set(LAST_CHANNEL, channel);
            }
        };
        view! {
            {drawn(not_kept)}
            <div class="find-who">
                <div class="field">
                    <label class="label" for="referral-channel">{ui.t(REFERRAL.label(fields::CHANNEL.key()))}</label>
                    <select id="referral-channel" on:change=pick>{CHANNELS.iter().map(option).collect_view()}</select>
                </div>
            </div>
            <div class="deeds">
                <Quiet path=icon_paths::CLOSE text=words::NOTHING_OPEN on_tap=tap/>
            </div>
        }
        .into_any()
    }

    /// Whether a call back was agreed, and for when.
    fn call_back(self, id: Id) -> AnyView {
        let ui = self.ui;
        let today = ui.work().now().today();
        let agreed = memo(move || {
            let record = ui.record(&REFERRAL, id)?;
            fields::CALL_BACK_ON.of(&record).map(str::to_owned)
        });
        let chips = move || {
            let chip = |(day, said): (String, String)| {
                let pressed = {
                    let day = day.clone();
                    move || agreed.with(|agreed| agreed.as_ref() == Some(&day)).to_string()
                };
                let tap = move |_| {
                    let values = [fields::CALL_BACK.is(true), fields::CALL_BACK_ON.is(day.clone())];
                    ui.send(Command::Set { kind: REFERRAL.id, id, values: order::values(values) });
                };
                view! { <button type="button" class="filter" aria-pressed=pressed on:click=tap>{said}</button> }
            };
            near_days::for_answer(today, ui.lang.get()).into_iter().map(chip).collect_view()
        };
        let next = move || {
            self.asks.set(Asks::default());
            self.person.update(|person| *person += 1);
            crate::ui::parts::scroll_to_top();
        };
        view! {
            <p><Chip tone="good" words=Signal::derive(move || words::IS_NOTED.get(ui.lang.get()).to_owned())/></p>
            <h3 id="call-back">{ui.t(words::WILL_CALL)}</h3>
            <div class="near-days" role="group" aria-labelledby="call-back">{drawn(chips)}</div>
            <p class="help">{ui.t(words::WILL_CALL_WHAT)}</p>
            <div class="deeds">
                <a class="quiet" href=Route::Records(REFERRAL.id, View::Edit(id)).href()>
                    <Icon path=icon_paths::PENCIL/><span>{ui.t(words::CHANGE)}</span>
                </a>
                <Quiet path=icon_paths::PERSON text=words::NEXT_PERSON on_tap=next/>
            </div>
        }
        .into_any()
    }
}
