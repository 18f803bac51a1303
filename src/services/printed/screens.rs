//! The directory on paper: what to print is chosen, and the pages are shown as they will be printed.
//!
//! Every piece is drawn once out of sight and measured, as wide as its column; then the pages are worked out and drawn,
//! each as high as its sheet, so no browser is left to break anything.

use super::booklet;
use super::columns::Room;
use super::contents::contents;
use super::drawing::{Foot, cards, page, piece};
use super::laid::{Laid, Piece, What, pieces};
use super::pocket::card;
use super::words;
use crate::model::library::{LIBRARY, fields as library};
use crate::model::text::{Lang, Text};
use crate::services::answers::Directory;
use crate::services::handing::clock;
use crate::services::routes;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Quiet, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::work::library::library_id;
use leptos::html;
use leptos::prelude::*;

/// How many pixels of a page a millimeter is.
const MM: f64 = 96.0 / 25.4;
/// Browsers set type a little larger on paper than on the screen.
const SLACK: f64 = 0.97;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Pages,
    Booklet,
    Pocket,
}

const FORMS: [(Form, &str, Text); 3] = [
    (Form::Pages, "pages", words::PAGES),
    (Form::Booklet, "booklet", words::BOOKLET),
    (Form::Pocket, "pocket", words::POCKET),
];
/// Paper: how the style calls it, its name, and how high the columns are, in millimeters: on a whole sheet and on half of it.
const PAPERS: [(&str, Text, f64, f64); 2] =
    [("letter", Text::same("Letter"), 242.0, 182.0), ("a4", Text::same("A4"), 260.0, 177.0)];
/// The languages, alone or together.
const TONGUES: [(&str, Text, &[Lang]); 3] = [
    ("en", words::ENGLISH, &[Lang::En]),
    ("es", words::SPANISH, &[Lang::Es]),
    ("both", words::BOTH, &[Lang::En, Lang::Es]),
];

/// What was chosen, each by its place.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Chosen {
    form: usize,
    paper: usize,
    tongues: usize,
}

impl Chosen {
    fn form(self) -> Form {
        FORMS.get(self.form).map_or(Form::Pages, |form| form.0)
    }

    fn paper(self) -> &'static str {
        PAPERS.get(self.paper).map_or("letter", |paper| paper.0)
    }

    fn langs(self) -> &'static [Lang] {
        TONGUES.get(self.tongues).map_or(&[], |tongues| tongues.2)
    }

    fn room(self) -> Room {
        let (whole, half) = PAPERS.get(self.paper).map_or((240.0, 170.0), |paper| (paper.2, paper.3));
        let (columns, height) = if self.form() == Form::Booklet { (1, half) } else { (2, whole) };
        Room { columns, height: height * MM * SLACK }
    }
}

/// The directory on paper.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::PRINT.get(ui.lang.get()).to_owned(),
        back: Some((routes::FIND.route(), crate::services::words::FIND_HELP.get(ui.lang.get()))),
        ..Head::default()
    });
    let spanish = usize::from(ui.lang.get_untracked() == Lang::Es);
    let chosen = RwSignal::new(Chosen { form: 0, paper: 0, tongues: spanish });
    let foot = memo(move || {
        let record = ui.record(&LIBRARY, library_id());
        let words = |words: Option<&str>| words.map(|words| words.trim().to_owned()).unwrap_or_default();
        Foot {
            library: words(record.as_deref().and_then(|record| library::NAME.of(record))),
            line: words(record.as_deref().and_then(|record| library::LINE.of(record))),
            day: ui.work().now().today(),
            practice: ui.practice(),
        }
    });
    let all = memo(move || {
        Directory::FOLLOWS.iter().for_each(|kind| ui.follow(kind));
        let clock = clock(ui);
        let langs = chosen.get().langs();
        pieces(ui.look(|book, index| langs.iter().map(|lang| contents(book, index, &clock, *lang)).collect()))
    });
    let has_any = memo(move || all.with(|all| all.iter().any(|piece| matches!(piece.what, What::Entry(_)))));
    let view = move || match has_any.get() {
        false => view! {
            <Empty path=icon_paths::DIRECTORY title=words::NONE_YET purpose=words::NONE_YET_WHAT/>
        }
        .into_any(),
        true => view! {
            <div class="no-print" data-stack="">{controls(ui, chosen)}</div>
            {drawn(move || paper(ui, chosen.get(), all, foot))}
        }
        .into_any(),
    };
    let print = move || {
        has_any.get().then(|| {
            view! {
                <Quiet path=icon_paths::PRINT text=words::PRINT class="primary" on_tap=|| drop(window().print())/>
            }
        })
    };
    view! {
        <div class="page directory-paper" data-stack="" data-wide="">{drawn(view)}</div>
        <div class="actions no-print">{drawn(print)}</div>
    }
}

fn controls(ui: Ui, chosen: RwSignal<Chosen>) -> AnyView {
    let select = |id: &'static str,
                  label: Text,
                  options: Vec<Text>,
                  set: fn(&mut Chosen, usize),
                  is: fn(Chosen) -> usize| {
        let pick = move |event| {
            if let Ok(at) = event_target_value(&event).parse() {
                chosen.update(|chosen| set(chosen, at));
            }
        };
        let option = move |(at, text): (usize, Text)| {
            view! { <option value=at.to_string() prop:selected=move || is(chosen.get()) == at>{ui.t(text)}</option> }
        };
        view! {
            <div class="field">
                <label class="label" for=id>{ui.t(label)}</label>
                <select id=id on:change=pick>{options.into_iter().enumerate().map(option).collect_view()}</select>
            </div>
        }
    };
    let forms = FORMS.iter().map(|form| form.2).collect();
    let papers = PAPERS.iter().map(|paper| paper.1).collect();
    let tongues = TONGUES.iter().map(|tongues| tongues.1).collect();
    let hint = move || match chosen.get().form() {
        Form::Pages => None,
        Form::Booklet => Some(view! { <p class="soft">{ui.t(words::FOLD)}</p> }),
        Form::Pocket => Some(view! { <p class="soft">{ui.t(words::CUT)}</p> }),
    };
    view! {
        <p>{ui.t(words::WHAT)}</p>
        <div class="directory-choice">
            {select("paper-form", words::FORM, forms, |chosen, at| chosen.form = at, |chosen| chosen.form)}
            {select("paper-size", words::PAPER, papers, |chosen, at| chosen.paper = at, |chosen| chosen.paper)}
            {select("paper-language", words::LANGUAGE, tongues, |chosen, at| chosen.tongues = at, |chosen| chosen.tongues)}
        </div>
        {drawn(hint)}
    }
    .into_any()
}

/// The paper: of a card at once, of pages once its pieces are measured.
fn paper(ui: Ui, chosen: Chosen, all: Memo<Vec<Piece>>, foot: Memo<Foot>) -> AnyView {
    if chosen.form() == Form::Pocket {
        let sides = move || {
            Directory::FOLLOWS.iter().for_each(|kind| ui.follow(kind));
            let clock = clock(ui);
            let sides = chosen.langs().iter().map(|lang| {
                cards(chosen.paper(), *lang, &ui.look(|book, index| card(book, index, &clock, *lang)), &foot.get())
            });
            sides.collect_view()
        };
        return drawn(sides).into_any();
    }
    let node = NodeRef::<html::Div>::new();
    let laid = RwSignal::new(None::<Laid>);
    effect(move || {
        all.track();
        foot.track();
        laid.set(None);
        let measure = move || {
            // Meanwhile something else may have been chosen, or left.
            let Some(drawn) = node.try_get_untracked().flatten() else { return };
            let children = drawn.children();
            let heights = (0..children.length()).filter_map(|at| children.item(at));
            let heights: Vec<f64> = heights.map(|child| child.get_bounding_client_rect().height()).collect();
            if let Some(found) = all.try_with_untracked(|all| Laid::of(all, &heights, chosen.room())) {
                laid.try_set(Some(found));
            }
        };
        // Once what is measured is drawn.
        request_animation_frame(move || request_animation_frame(measure));
    });
    let form = if chosen.form() == Form::Booklet { "half" } else { "column" };
    let measured = move || {
        laid.with(Option::is_none).then(|| {
            let pieces = all.with(|all| all.iter().map(|one| piece(one, None, &foot.get())).collect_view());
            view! {
                <div class="directory-measured no-print" aria-hidden="true" data-width=form data-paper=chosen.paper() node_ref=node>
                    {pieces}
                </div>
            }
        })
    };
    let sheets = move || {
        let laid = laid.get()?;
        let foot = foot.get();
        let count = laid.pages.len();
        let page = |at: usize| all.with(|all| page(all, &laid, at, &foot));
        let sheets = match chosen.form() {
            Form::Booklet => booklet::sides(count).into_iter().map(|side| {
                let half = |at: Option<usize>| match at {
                    Some(at) => page(at),
                    None => view! { <div class="directory-page"></div> }.into_any(),
                };
                let [left, right] = side;
                view! { <section class="directory-sheet" data-folded="" data-paper=chosen.paper()>{half(left)}{half(right)}</section> }.into_any()
            }).collect_view(),
            _ => (0..count).map(|at| {
                view! { <section class="directory-sheet" data-paper=chosen.paper()>{page(at)}</section> }.into_any()
            }).collect_view(),
        };
        let sides = if chosen.form() == Form::Booklet { booklet::sides(count).len() } else { count };
        Some(view! {
            <p class="soft no-print" role="status">{ui.say(words::SHEETS.with("count", sides))}</p>
            <div class="directory-sheets" role="region" tabindex="0" aria-label=ui.t(words::PRINT)>{sheets}</div>
        })
    };
    view! { {drawn(measured)}{drawn(sheets)} }.into_any()
}
