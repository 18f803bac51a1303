//! The card of an answer, handed over: large, in the language of the person, to turn toward them, with nothing of the staff
//! on it. What the staff does with it is behind one tap, and the way back behind two, so that nobody leaves it by chance.

use super::answers::{Directory, listed_at};
use super::hours::Clock;
use super::telling::{Line, Tells, code, lines, to_give};
use super::words;
use crate::formats::qr::Code;
use crate::model::id::Id;
use crate::model::phone;
use crate::model::reach;
use crate::model::text::Lang;
use crate::ports;
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths, sharing};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::words as common;
use leptos::html;
use leptos::prelude::*;

/// Paper on which a card is printed, as the style calls it, and its width in millimeters; a small card has none.
const PAPERS: [(&str, Option<u32>); 3] = [("receipt58", Some(58)), ("receipt80", Some(80)), ("a6", None)];

/// What is handed over: a service, at one of its further places, in the language of whoever gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The service.
    pub service: Id,
    /// At which of its further places; none at its own one.
    pub site: Option<Id>,
    /// In which language.
    pub lang: Lang,
}

/// The card that is shown now, if any. Answers find it in their context.
#[derive(Clone, Copy)]
pub struct Handing(pub RwSignal<Option<Handed>>);

/// What stands on a card.
#[derive(Clone, PartialEq)]
struct Card {
    lines: Vec<Line>,
    scan: String,
    code: Option<Code>,
}

/// The clock of this tablet.
pub fn clock(ui: Ui) -> Clock {
    let work = ui.work();
    Clock::new(work.now().ms, &*work.zone())
}

fn card(ui: Ui, handed: Handed) -> Option<Card> {
    Directory::FOLLOWS.iter().for_each(|kind| ui.follow(kind));
    let clock = clock(ui);
    ui.look(|book, index| {
        let listed = listed_at(book, index, handed.service, handed.site, &clock)?;
        let lines = lines(book, &listed, &clock, handed.lang);
        let (scan, code) = code(book, &listed, &lines);
        Some(Card { lines, scan: scan.get(handed.lang).to_owned(), code: Code::of(&code) })
    })
}

/// The dialog, and what is printed of it.
pub fn dialog(ui: Ui, Handing(handed): Handing) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    let card = memo(move || handed.get().and_then(|handed| card(ui, handed)));
    let for_staff = RwSignal::new(false);
    let paper = RwSignal::new(None::<&'static str>);
    effect(move || {
        let (Some(dialog), Some(_)) = (node.get(), handed.get()) else { return };
        if !dialog.open()
            && let Err(error) = dialog.show_modal()
        {
            leptos::logging::error!("the card cannot be shown: {error:?}");
        }
    });
    let closed = move |_| {
        handed.set(None);
        for_staff.set(false);
        paper.set(None);
    };
    let tag = move || handed.get().map(|handed| handed.lang.tag());
    view! {
        <dialog class="dialog handed" aria-label=ui.t(words::CARD) node_ref=node on:close=closed>
            {languages(ui, handed)}
            <div class="handed-card" lang=tag>{drawn(move || shown(ui, card.get()))}</div>
            {staff(ui, node, card, for_staff, paper)}
        </dialog>
        {drawn(move || paper.get().zip(card.get()).map(|(paper, card)| printed(ui, paper, tag(), card)))}
    }
    .into_any()
}

/// English or Spanish, on the card alone.
fn languages(ui: Ui, handed: RwSignal<Option<Handed>>) -> AnyView {
    let one = move |to: Lang, name: &'static str| {
        let is = move || handed.get().is_some_and(|handed| handed.lang == to).to_string();
        let tap = move |_| handed.update(|handed| handed.iter_mut().for_each(|handed| handed.lang = to));
        view! { <button type="button" lang=to.tag() aria-pressed=is on:click=tap>{name}</button> }
    };
    view! {
        <div class="tongues" role="group" aria-label=ui.t(words::CARD_LANGUAGE)>
            {one(Lang::En, "English")}{one(Lang::Es, "Español")}
        </div>
    }
    .into_any()
}

fn shown(ui: Ui, card: Option<Card>) -> AnyView {
    let Some(card) = card else { return view! { <p>{ui.t(words::NO_CARD)}</p> }.into_any() };
    let lines = card.lines.iter().filter(|line| line.tells != Tells::From).map(line).collect_view();
    view! { <div data-stack="">{lines}</div>{drawing(card.scan, card.code)} }.into_any()
}

/// A line as it is drawn, on the screen and on paper.
fn line(line: &Line) -> AnyView {
    let words = line.words.clone();
    let class = match line.tells {
        Tells::Name => return view! { <h2 dir="auto">{words}</h2> }.into_any(),
        Tells::Phone => {
            let link = phone::dialed(&words).map(|dialed| dialed.link());
            return view! { <p class="handed-phone"><a href=link>{words}</a></p> }.into_any();
        }
        Tells::Alert | Tells::Now | Tells::Ask => "handed-now",
        Tells::From => "handed-from",
        _ => "",
    };
    view! { <p class=class dir="auto">{words}</p> }.into_any()
}

fn drawing(scan: String, code: Option<Code>) -> Option<AnyView> {
    let Code { side, path } = code?;
    Some(
        view! {
            <figure>
                <svg viewBox=format!("0 0 {side} {side}") aria-hidden="true">
                    <rect width=side height=side fill="#fff"/><path d=path fill="#000"/>
                </svg>
                <figcaption>{scan}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// What the staff does with it, once they said that they are the staff.
fn staff(
    ui: Ui,
    node: NodeRef<html::Dialog>,
    card: Memo<Option<Card>>,
    for_staff: RwSignal<bool>,
    paper: RwSignal<Option<&'static str>>,
) -> AnyView {
    let guard = Guard::default();
    let open = move || {
        guard.moved();
        for_staff.set(true);
    };
    let text = move || card.with_untracked(|card| card.as_ref().map(|card| to_give(&card.lines)).unwrap_or_default());
    let give = move || sharing::share_or_copy(ui, text(), words::COPIED, words::NOT_COPIED);
    let back = move || {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let print = move |on: &'static str| {
        paper.set(Some(on));
        // Once the paper is drawn.
        request_animation_frame(|| drop(window().print()));
    };
    let paper_button = move |(name, width): (&'static str, Option<u32>)| {
        let words = match width {
            Some(width) => words::PRINT_RECEIPT.with("width", width),
            None => words::PRINT_A6.message(),
        };
        view! {
            <button type="button" class="quiet" on:click=move |_| print(name)>
                <Icon path=icon_paths::PRINT/><span>{ui.say(words)}</span>
            </button>
        }
    };
    let papers = move || PAPERS.map(paper_button).into_iter().collect_view();
    let deeds = move || {
        let has = card.with(Option::is_some);
        // What is for practice never leaves.
        let sms = card.with(|card| card.as_ref().filter(|_| !ui.practice()).map(|card| to_give(&card.lines)));
        let sms = sms.map(|text| {
            let link = format!("sms:?&body={}", reach::escaped(&text));
            view! { <a class="quiet" href=link><Icon path=icon_paths::MAIL/><span>{ui.t(common::TEXT)}</span></a> }
        });
        let share = if sharing::can_share() { words::SHARE } else { words::COPY };
        let deeds = has.then(|| view! { <Quiet path=icon_paths::SHARE text=share on_tap=give/>{sms}{papers()} });
        view! { {deeds}<Quiet path=icon_paths::BACK text=words::BACK_TO_ANSWERS class="primary" on_tap=back/> }
    };
    let drawn_now = move || match for_staff.get() {
        true => deeds().into_any(),
        false => view! { <Quiet path=icon_paths::PERSON text=words::FOR_STAFF on_tap=open/> }.into_any(),
    };
    view! {
        <div class="actions handed-staff" data-settling=guard.settling() on:click:capture=guard.sieve()>
            {drawn(drawn_now)}
        </div>
    }
    .into_any()
}

/// The card as it is printed.
fn printed(ui: Ui, paper: &'static str, tag: Option<&'static str>, card: Card) -> AnyView {
    let practice = ui.practice().then(|| view! { <p><b>{ui.t(ports::PRACTICE)}</b></p> });
    let lines = card.lines.iter().filter(|line| line.tells != Tells::Now).map(line).collect_view();
    view! {
        <article class="handed-paper print-only" data-paper=paper lang=tag>
            {practice}{lines}{drawing(card.scan, card.code)}
        </article>
    }
    .into_any()
}
