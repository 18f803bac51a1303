//! “Find help”: what somebody needs is typed or tapped, and the three best answers stand below.

use super::answers::{Answer, Answers, Asks, Directory, answers};
use super::handing::{Handed, Handing, clock, dialog};
use super::hours::words as hours_words;
use super::hours::{Clock, Standing};
use super::kinds::organization::{ORGANIZATION, fields as organization};
use super::kinds::service::{SERVICE, fields as service};
use super::kinds::verification::{VERIFICATION, fields as verification};
use super::needs::NEEDS;
use super::public::public_address;
use super::referrals::screens::heard;
use super::referrals::screens::noting::Noting;
use super::routes;
use super::telling::{checked, phone_of, place_of, reasons};
use super::words;
use crate::model::languages::LANGUAGES;
use crate::model::phone;
use crate::model::show;
use crate::model::text::Lang;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths, scroll_to_top, tabs};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route, View};
use leptos::prelude::*;
use std::time::Duration;

/// How often what is open is looked at anew while nobody types.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// What is known at a moment: the answers, and by which clock.
#[derive(Clone, PartialEq)]
struct Found {
    answers: Answers,
    clock: Clock,
}

/// Three answers to what somebody needs.
pub fn find(ui: Ui, (): ()) -> impl IntoView {
    finder(ui, None)
}

/// The same for a need that was heard elsewhere: noting what was offered leads back there.
pub fn heard(ui: Ui, at: (usize, usize)) -> impl IntoView {
    finder(ui, heard::said(at))
}

/// Answers; for a need that was heard, with where.
fn finder(ui: Ui, heard: Option<(&'static str, &'static str)>) -> AnyView {
    ui.head(move || Head {
        title: words::FIND_HELP.get(ui.lang.get()).to_owned(),
        back: heard.and_then(|_| heard::way_back(ui)),
        ..Head::default()
    });
    let asks = RwSignal::new(Asks { need: heard.map(|(_, need)| need.to_owned()), ..Asks::default() });
    let now = RwSignal::new(0_u32);
    if let Ok(ticking) = set_interval_with_handle(move || now.update(|now| *now = now.wrapping_add(1)), LOOK_AGAIN) {
        on_cleanup(move || ticking.clear());
    }
    let found = memo(move || {
        Directory::FOLLOWS.iter().for_each(|kind| ui.follow(kind));
        now.track();
        let clock = clock(ui);
        let answers = asks.with(|asks| ui.look(|book, index| answers(book, index, asks, &clock)));
        Found { answers, clock }
    });
    let noting =
        Noting::new(ui, asks, move || found.with(|found| found.answers.clone()), heard.map(|(channel, _)| channel));
    let guard = Guard::over(move || {
        found.with(|found| found.answers.best.iter().map(|answer| answer.service).collect::<Vec<_>>())
    });
    let asked = memo(move || asks.with(|asks| !asks.words.trim().is_empty() || asks.need.is_some()));
    let handing = Handing(RwSignal::new(None));
    provide_context(handing);
    let shown = move || asked.get().then(|| results(ui, asks, noting, found.get()));
    let note = move || asked.get().then(|| noting.below());
    let words_asked = move || asks.with(|asks| asks.words.clone());
    let typed = move |event| asks.update(|asks| asks.words = event_target_value(&event));
    view! {
        <div class="no-print">{tabs(ui, Place::Directory)}</div>
        <div class="page" data-stack="">
            <div class="finder no-print" role="search">
                <div class="search">
                    <Icon path=icon_paths::SEARCH/>
                    <input type="search" autocomplete="off" aria-label=ui.t(words::WHAT_IS_NEEDED)
                        placeholder=ui.t(words::WHAT_IS_NEEDED) prop:value=words_asked on:input=typed/>
                </div>
            </div>
            <p class="soft no-print">{ui.t(words::WHAT_IS_NEEDED_HINT)}</p>
            // Answers stand above the needs, so that whoever types sees them at once; whoever taps is led up to them.
            <div data-stack="" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <div role="status">{drawn(shown)}</div>
                {drawn(note)}
                {needs(ui, asks)}
            </div>
            // Of whoever asks next nothing is known.
            {drawn(move || {
                noting.person.track();
                who(ui, asks)
            })}
            <div class="deeds no-print">
                <a class="quiet" href=routes::VERIFY.route().href()>
                    <Icon path=icon_paths::PHONE/><span>{ui.t(super::verifying::words::VERIFY)}</span>
                </a>
                <a class="quiet" href=routes::FILES.route().href()>
                    <Icon path=icon_paths::DOWNLOAD/><span>{ui.t(super::hsds::words::FILES)}</span>
                </a>
                <a class="quiet" href=routes::PAPER.route().href()>
                    <Icon path=icon_paths::PRINT/><span>{ui.t(super::printed::words::PRINT)}</span>
                </a>
            </div>
        </div>
        {dialog(ui, handing)}
    }
    .into_any()
}

/// The needs to tap. A second tap takes one back.
fn needs(ui: Ui, asks: RwSignal<Asks>) -> AnyView {
    let one = |need: &'static crate::model::field::Choice| {
        let (key, label) = (need.key, need.label);
        let is = move || asks.with(|asks| asks.need.as_deref() == Some(key));
        let tap = move |_| {
            asks.update(|asks| asks.need = (asks.need.as_deref() != Some(key)).then(|| key.to_owned()));
            scroll_to_top();
        };
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=is on:change=tap/>
                <span>{ui.t(label)}</span>
            </label>
        }
    };
    // “Other” is no need that anybody could look for.
    let all = NEEDS.iter().filter(|need| need.key != "other").map(one).collect_view();
    view! {
        <fieldset class="field no-print">
            <legend class="label">{ui.t(words::NEEDS)}</legend>
            <div class="choices">{all}</div>
        </fieldset>
    }
    .into_any()
}

/// Who asks: what makes one answer fit better than another. Nothing of it is kept.
fn who(ui: Ui, asks: RwSignal<Asks>) -> AnyView {
    let languages = move || {
        let option = |choice: &'static crate::model::field::Choice| {
            view! { <option value=choice.key>{choice.label.get(ui.lang.get())}</option> }
        };
        LANGUAGES.iter().filter(|choice| choice.key != "other").map(option).collect_view()
    };
    let speak = move |event| {
        asks.update(|asks| asks.language = Some(event_target_value(&event)).filter(|key| !key.is_empty()));
    };
    let grow = move |event| {
        let age = event_target_value(&event).trim().parse().ok().filter(|age| (0..=120).contains(age));
        asks.update(|asks| asks.age = age);
    };
    let lack = move |event| asks.update(|asks| asks.no_documents = event_target_checked(&event));
    view! {
        <details class="no-print">
            <summary>{ui.t(words::WHO_ASKS)}</summary>
            <div class="find-who">
                <div class="field">
                    <label class="label" for="find-language">{ui.t(words::THEIR_LANGUAGE)}</label>
                    <select id="find-language" on:change=speak>
                        <option value="">{ui.t(words::ANY_LANGUAGE)}</option>
                        {drawn(languages)}
                    </select>
                </div>
                <div class="field">
                    <label class="label" for="find-age">{ui.t(words::THEIR_AGE)}</label>
                    <input id="find-age" type="text" inputmode="numeric" autocomplete="off" on:input=grow/>
                </div>
                <label class="choice">
                    <input type="checkbox" on:change=lack/>
                    <span>{ui.t(words::HAVE_NO_DOCUMENTS)}</span>
                </label>
            </div>
        </details>
    }
    .into_any()
}

fn results(ui: Ui, asks: RwSignal<Asks>, noting: Noting, found: Found) -> AnyView {
    let Found { answers, clock } = found;
    let lang = ui.lang.get();
    let label = |key: &&'static str| NEEDS.iter().find(|need| need.key == *key).map(|need| need.label.get(lang));
    let needs: Vec<&str> = answers.understood.iter().filter_map(label).collect();
    let understood = (!needs.is_empty()).then(|| words::UNDERSTOOD.with("needs", needs.join(", ")).say(lang));
    let told = [(words::MORE, answers.more), (words::HIDDEN, answers.hidden)];
    let told = told.into_iter().filter(|(_, count)| *count > 0).map(|(words, count)| {
        view! { <p class="soft">{words.with("count", count).say(lang)}</p> }
    });
    let told = told.collect_view();
    let understood = view! { <p class="soft">{understood}</p> };
    if answers.best.is_empty() {
        return view! {
            {understood}
            <Empty path=icon_paths::DIRECTORY title=words::NOTHING purpose=words::NOTHING_WHAT/>
            {told}
        }
        .into_any();
    }
    let title = words::THE_BEST.with("count", answers.best.len()).say(lang);
    let cards = answers.best.into_iter().map(|answer| card(ui, asks, noting, answer, &clock, lang)).collect_view();
    view! { {understood}<h2>{title}</h2><ol class="entries" role="list">{cards}</ol>{told} }.into_any()
}

/// One answer.
fn card(ui: Ui, asks: RwSignal<Asks>, noting: Noting, answer: Answer, clock: &Clock, lang: Lang) -> AnyView {
    let id = answer.service;
    let Some(record) = ui.peek(&SERVICE, id) else { return ().into_any() };
    let (place, phone) = ui.look(|book, _| (place_of(book, &answer), phone_of(book, &answer)));
    let by = service::ORGANIZATION.of(&record).and_then(|by| ui.peek(&ORGANIZATION, by));
    let by = by.and_then(|by| organization::NAME.of(&by).map(str::to_owned));
    let tone = match answer.standing {
        Standing::Open { .. } => "good",
        Standing::CallFirst(_) => "care",
        Standing::ByAppointment => "lamp",
        Standing::Closed { .. } => "plain",
    };
    let standing = hours_words::say(answer.standing, clock, lang);
    let why = match answer.standing {
        Standing::CallFirst(why) => Some(hours_words::why(why, lang)),
        _ => None,
    };
    let calls = why.is_some().then(|| view! { <p class="soft">{words::SAY_WHEN_CALLING.get(lang)}</p> });
    let why = why.map(|why| view! { <p>{why}</p> });
    let told = checked(answer.verified, clock.today(), |staff| ui.staff_name(Some(staff)));
    let mut reasons = asks.with_untracked(|asks| reasons(&answer, asks));
    reasons.push(told);
    let reasons = reasons.into_iter().map(|reason| reason.say(lang)).collect::<Vec<_>>().join(" · ");
    let said = |words: Option<&str>| {
        let words = words.map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
        words.map(|words| view! { <p dir="auto">{words}</p> })
    };
    let alert = said(service::ALERT.of(&record));
    let place = place.unwrap_or_else(|| record.clone());
    let address = public_address(&place);
    let address = said(address.as_deref());
    let way = said(service::TRANSPORTATION.of(&place));
    let by = said(by.as_deref());
    let call = phone.map(|number| {
        let link = phone::dialed(&number).map(|dialed| dialed.link());
        view! { <a class="quiet" href=link><Icon path=icon_paths::PHONE/><span>{number}</span></a> }
    });
    let (handing, site) = (use_context::<Handing>(), answer.site);
    let give = move || {
        // Whoever asked in a language that the app has gets it in that one.
        let language = asks.with_untracked(|asks| asks.language.as_deref().and_then(Lang::from_tag));
        let lang = language.unwrap_or(ui.lang.get_untracked());
        if let Some(Handing(handed)) = handing {
            handed.set(Some(Handed { service: id, site, lang }));
        }
    };
    let verify = move || {
        let check = ui.work().new_id();
        ui.prefill(check, vec![verification::SERVICE.is(id)]);
        ui.go(Route::Records(VERIFICATION.id, View::Edit(check)));
    };
    view! {
        <li class="entry" data-stack="">
            <h3 dir="auto"><a href=Route::Records(SERVICE.id, View::One(id)).href()>{show::title_in(&SERVICE, &record, lang)}</a></h3>
            {by}
            <p><Chip tone words=Signal::stored(standing)/></p>
            {why}{calls}{alert}
            <p class="soft">{reasons}</p>
            {address}{way}
            <div class="deeds no-print">
                {call}
                {noting.offered(id)}
                <Quiet path=icon_paths::SHARE text=words::GIVE on_tap=give/>
                <Quiet path=icon_paths::CHECK text=words::VERIFY on_tap=verify/>
            </div>
        </li>
    }
    .into_any()
}
