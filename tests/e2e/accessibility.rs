//! axe-core finds nothing against WCAG 2.2 AA, on any screen, in any theme, in either language.

use crate::tablet::turns::Place;
use crate::tablet::webdriver::root;
use crate::tablet::{Engine, Site, Tablet, key};
use serde_json::{Value, json};

/// Runs axe and calls back with what it finds.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
        .then((results) => done(results.violations.map((violation) =>
            `${violation.id}: ${violation.help}: ` + violation.nodes.slice(0, 3).map((node) =>
                `${node.html.slice(0, 150)} (${node.any.concat(node.all).map((check) => check.message).join('; ')})`).join(' | '))))";

struct Inspector<'a> {
    tablet: &'a Tablet,
    axe: String,
    found: Vec<String>,
    screens: usize,
}

impl Inspector<'_> {
    fn look(&mut self, screen: &str) {
        if self.tablet.run("return typeof axe === 'undefined'", &[]) == true {
            self.tablet.run(&self.axe, &[]);
        }
        // What is on its way from one color to another has neither.
        let still = "const done = arguments[arguments.length - 1]; \
                     const moving = document.getAnimations().filter(one => one instanceof CSSTransition); \
                     Promise.allSettled(moving.map(one => one.finished)).then(() => done(true))";
        assert_eq!(self.tablet.run_later(still, &[]), true);
        let found: Vec<String> = serde_json::from_value(self.tablet.run_later(AXE, &[])).unwrap();
        self.found.extend(found.into_iter().map(|violation| format!("{screen}: {violation}")));
        self.screens += 1;
    }
}

/// Sees that axe finds nothing on a screen of another test.
pub fn see_clean(tablet: &Tablet, screen: &str) {
    let axe = std::fs::read_to_string(root().join(".tools/node_modules/axe-core/axe.min.js")).unwrap();
    let mut inspector = Inspector { tablet, axe, found: Vec::new(), screens: 0 };
    inspector.look(screen);
    assert!(inspector.found.is_empty(), "{}", inspector.found.join("\n"));
}

#[test]
fn every_screen_is_clean_in_every_theme_and_language() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    let axe = std::fs::read_to_string(root().join(".tools/node_modules/axe-core/axe.min.js")).unwrap();
    let mut inspector = Inspector { tablet: &tablet, axe, found: Vec::new(), screens: 0 };
    // So tall that the buttons at the bottom do not stand before what one would scroll up from under them.
    tablet.resize(768, 1600);
    tablet.see("Start");
    inspector.look("welcome");
    tablet.press("Practice with sample notes");
    tablet.see("Who is using this tablet?");
    inspector.look("who, on the first day");
    tablet.press("Continue without a name");
    tablet.see("Today");
    // What axe looks at hardly differs between engines, so each looks at the screens in a theme of its own.
    for (theme, engine) in [("light", Engine::Chromium), ("dark", Engine::Firefox), ("sunlight", Engine::WebKit)] {
        if !Place::InTurn(engine).is_here(&format!("the screens in the theme “{theme}”")) {
            continue;
        }
        for language in ["en", "es"] {
            dress(&tablet, theme, language);
            every_screen(&mut inspector, &format!("{theme}, {language}"));
        }
    }
    let Inspector { found, screens, .. } = inspector;
    assert!(found.is_empty(), "{} findings on {screens} screens:\n{}", found.len(), found.join("\n"));
}

/// Sets theme and language as the settings do, and opens the app anew.
fn dress(tablet: &Tablet, theme: &str, language: &str) {
    let prefer = "localStorage.setItem('theme', JSON.stringify(arguments[0])); \
                  localStorage.setItem('language', JSON.stringify(arguments[1]))";
    tablet.run(prefer, &[json!(theme), json!(language)]);
    tablet.visit_part("#/today");
    tablet.reload();
    let worn = "return document.documentElement.dataset.theme === arguments[0] && document.documentElement.lang === arguments[1]";
    tablet.until("the page being dressed", worn, &[json!(theme), json!(language)]);
}

fn every_screen(inspector: &mut Inspector, dress: &str) {
    let tablet = inspector.tablet;
    for hash in [
        "#/today",
        "#/community",
        "#/outreach/canvass",
        "#/outreach/canvass/addresses",
        "#/outreach/canvass/heard",
        "#/outreach/canvass/guide",
        "#/outreach/canvass/same",
        "#/community/hub",
        "#/community/item",
        "#/community/worksheets",
        "#/community/worksheets/0",
        "#/community/checks/partners",
        "#/community/checks/opportunities",
        "#/community/checks/hubs",
        "#/community/competencies",
        "#/community/prompts",
        "#/outreach/contact",
        "#/outreach/visit",
        "#/outreach/interview",
        "#/outreach/interview/new",
        "#/outreach/guides",
        "#/outreach/guides/0",
        "#/outreach/quotes",
        "#/outreach/themes",
        "#/outreach/coverage",
        "#/outreach/calendar",
        "#/outreach/week",
        "#/outreach/week/paste",
        "#/outreach/follow-ups",
        "#/reports/events",
        "#/reports/referrals",
        "#/reports/findings",
        "#/reports/findings/report",
        "#/directory",
        "#/directory/help",
        "#/directory/help/1/0",
        "#/directory/verify",
        "#/directory/files",
        "#/directory/paper",
        "#/directory/service",
        "#/directory/organization",
        "#/reports",
        "#/sync",
        "#/sync/table",
        "#/settings",
        "#/who",
        "#/conflicts",
        "#/deleted",
    ] {
        tablet.visit_part(hash);
        settle(tablet);
        inspector.look(&format!("{hash} ({dress})"));
    }
    tablet.visit_part("#/outreach/interview");
    tablet.until_there(".list a.row");
    tablet.run("document.querySelector('.finder [aria-haspopup]').click()", &[]);
    tablet.run("document.querySelector('.narrowing .filter').click()", &[]);
    inspector.look(&format!("what a list is narrowed by ({dress})"));
    tablet.run("document.querySelector('.narrowing').close()", &[]);
    inspector.look(&format!("a narrowed list ({dress})"));
    tablet.visit_part("#/outreach/canvass");
    tablet.press("Linden Street");
    tablet.until_there(".street .door");
    tablet.run("document.querySelector('.outcomes [aria-expanded]').click()", &[]);
    inspector.look(&format!("a street ({dress})"));
    tablet.visit_part("#/outreach/canvass");
    tablet.press("North side");
    tablet.until_there(".picks .filter");
    inspector.look(&format!("a turf ({dress})"));
    tablet.visit_part("#/outreach/visit");
    let visit = tablet.visit_first(".list a.row");
    tablet.visit_part(&format!("{visit}/edit"));
    tablet.until_there("form.form .known");
    tablet.run("document.querySelector('.known').open = true", &[]);
    inspector.look(&format!("a visit ({dress})"));
    tablet.run("document.querySelector('.asks .quiet').click()", &[]);
    inspector.look(&format!("a question, large ({dress})"));
    tablet.key(key::ESCAPE);
    tablet.visit_part("#/outreach/canvass/guide");
    tablet.run("document.querySelector('.guide a.row').click()", &[]);
    tablet.until_there(".offered li");
    inspector.look(&format!("a question ({dress})"));
    for (list, first, part) in [
        ("#/outreach/quotes", ".list a.row", ".detail .filters"),
        ("#/outreach/themes", ".theme a.row", ".detail"),
        ("#/reports/findings", ".findings a.row", ".receipts li"),
    ] {
        tablet.visit_part(list);
        tablet.visit_first(first);
        tablet.until_there(part);
        inspector.look(&format!("one of {list} ({dress})"));
    }
    tablet.visit_made_up_interview();
    inspector.look(&format!("an interview ({dress})"));
    let interview = tablet.run("return location.hash", &[]);
    tablet.visit_part(&format!("{}/thanks", interview.as_str().unwrap()));
    tablet.until_there(".read-out");
    inspector.look(&format!("thanks after an interview ({dress})"));
    tablet.visit_part(interview.as_str().unwrap());
    tablet.until_there(".told .lines");
    tablet.visit_first(".detail .group a.row");
    tablet.until_there(".ticks");
    inspector.look(&format!("a consent that was given ({dress})"));
    tablet.ask_for_consent();
    inspector.look(&format!("the question for consent ({dress})"));
    tablet.agree_and_talk();
    inspector.look(&format!("an interview being held ({dress})"));
    tablet.visit_part("#/outreach/event");
    let event = tablet.visit_first(".list a.row");
    let screens =
        [("tally", ".tally"), ("close", "#close-went-well"), ("promotion", ".page h2"), ("flyer", ".flyer h2")];
    for (screen, part) in screens {
        tablet.visit_part(&format!("{event}/{screen}"));
        tablet.until_there(part);
        tablet.run("document.querySelectorAll('details.more').forEach(details => { details.open = true })", &[]);
        inspector.look(&format!("{screen} of an event ({dress})"));
    }
    tablet.visit_part("#/community/worksheets");
    tablet.visit_first(".group a.row");
    tablet.until_there(".worksheet-answer textarea");
    inspector.look(&format!("a worksheet being filled in ({dress})"));
    tablet.visit_part("#/community/hub");
    let hub = tablet.visit_first(".list a.row");
    for (hash, part) in [
        (hub.clone(), ".detail .more-button"),
        (format!("{hub}/restock"), ".ticked"),
        (format!("{hub}/count"), ".keypad"),
        (format!("{hub}/time"), ".empty"),
    ] {
        tablet.visit_part(&hash);
        tablet.until_there(part);
        inspector.look(&format!("{part} of a hub ({dress})"));
    }
    tablet.visit_part(&hub);
    tablet.visit_first(".detail h4 + .rows a");
    tablet.until_there(".on-hand");
    inspector.look(&format!("an item at a hub ({dress})"));
    tablet.visit_part("#/community");
    let first = tablet.visit_first(".list a.row");
    tablet.until_there(".detail .facts");
    tablet.run("document.querySelector('details.more').open = true", &[]);
    tablet.until("its history", "return document.querySelectorAll('.history li').length > 0", &[]);
    inspector.look(&format!("a partner ({dress})"));
    tablet.visit_part(&format!("{first}/edit"));
    tablet.until_there("form.form");
    inspector.look(&format!("a form ({dress})"));
    for kind in ["community/partner", "outreach/contact"] {
        tablet.visit_part(&format!("#/{kind}/{:032x}/edit", 7));
        let submitted = "const form = document.querySelector('form.form'); if (!form) return false; \
                         form.requestSubmit(); return true";
        tablet.until("an empty form", submitted, &[]);
        tablet.until_there(".problems");
        inspector.look(&format!("problems of {kind} ({dress})"));
    }
    tablet.visit_part("#/today");
    settle(tablet);
    tablet.run("document.activeElement.blur()", &[]);
    tablet.key('?');
    tablet.until_there("dialog[open]");
    inspector.look(&format!("the help ({dress})"));
    tablet.key(key::ESCAPE);
    tablet.chord(&[key::CONTROL], 'k');
    tablet.until_there("dialog.palette[open]");
    inspector.look(&format!("the palette ({dress})"));
    tablet.key(key::ESCAPE);
}

/// Waits until the screen of the address has been painted.
fn settle(tablet: &Tablet) {
    let painted: Value = tablet.run_later(
        "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 200)))",
        &[],
    );
    assert_eq!(painted, true);
}
