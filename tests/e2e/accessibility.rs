//! axe-core finds nothing against WCAG 2.2 AA, on any screen, in any theme, in either language.

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
        let found: Vec<String> = serde_json::from_value(self.tablet.run_later(AXE, &[])).unwrap();
        self.found.extend(found.into_iter().map(|violation| format!("{screen}: {violation}")));
        self.screens += 1;
    }
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
    tablet.press("Practise with made-up notes");
    tablet.see("Who is using this tablet?");
    inspector.look("who, on the first day");
    tablet.press("Go on without a name");
    tablet.see("Today");
    // What axe looks at hardly differs between engines; one of them looks at everything.
    let dresses: &[(&str, &str)] = match tablet.engine() {
        Engine::Chromium => {
            &[("light", "en"), ("light", "es"), ("dark", "en"), ("dark", "es"), ("sunlight", "en"), ("sunlight", "es")]
        }
        Engine::Firefox | Engine::WebKit => &[("dark", "en"), ("sunlight", "es")],
    };
    for (theme, language) in dresses {
        dress(&tablet, theme, language);
        every_screen(&mut inspector, &format!("{theme}, {language}"));
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
        "#/outreach/contact",
        "#/outreach/visit",
        "#/outreach/interview",
        "#/outreach/interview/new",
        "#/outreach/guides",
        "#/outreach/guides/0",
        "#/outreach/quotes",
        "#/outreach/themes",
        "#/outreach/coverage",
        "#/reports/findings",
        "#/reports/findings/report",
        "#/directory",
        "#/reports",
        "#/sync",
        "#/sync/table",
        "#/settings",
        "#/who",
        "#/deleted",
    ] {
        tablet.visit_part(hash);
        settle(tablet);
        inspector.look(&format!("{hash} ({dress})"));
    }
    tablet.visit_part("#/outreach/canvass");
    tablet.press("Linden Street");
    tablet.until("the street", "return !!document.querySelector('.street .door')", &[]);
    tablet.run("document.querySelector('.outcomes [aria-expanded]').click()", &[]);
    inspector.look(&format!("a street ({dress})"));
    tablet.visit_part("#/outreach/canvass");
    tablet.press("North side");
    tablet.until("the turf", "return !!document.querySelector('.picks .filter')", &[]);
    inspector.look(&format!("a turf ({dress})"));
    tablet.visit_part(&format!("#/outreach/visit/{:032x}/edit", 7));
    tablet.until("a visit's form", "return !!document.querySelector('form.form .ask-large')", &[]);
    tablet.run("document.querySelector('.ask-large').click()", &[]);
    inspector.look(&format!("a question, large ({dress})"));
    tablet.key(key::ESCAPE);
    tablet.visit_part("#/outreach/canvass/guide");
    tablet.run("document.querySelector('.guide a.row').click()", &[]);
    tablet.until("a question's form", "return !!document.querySelector('.offered li')", &[]);
    inspector.look(&format!("a question ({dress})"));
    for (list, first, part) in [
        ("#/outreach/quotes", ".list a.row", ".detail .filters"),
        ("#/outreach/themes", ".theme a.row", ".detail"),
        ("#/reports/findings", ".findings a.row", ".receipts li"),
    ] {
        tablet.visit_part(list);
        let row = "return document.querySelector(arguments[0])?.getAttribute('href')";
        let row = tablet.until("a row", row, &[json!(first)]);
        tablet.visit_part(row.as_str().unwrap());
        tablet.until(part, "return !!document.querySelector(arguments[0])", &[json!(part)]);
        inspector.look(&format!("one of {list} ({dress})"));
    }
    tablet.visit_part("#/outreach/interview");
    // One that was made up, not one that a round before has begun.
    let row = "return [...document.querySelectorAll('.list a.row')]\
               .find(row => row.querySelector('.row-title').innerText.includes('·'))?.getAttribute('href')";
    let row = tablet.until("an interview", row, &[]);
    tablet.visit_part(row.as_str().unwrap());
    tablet.until("what was said", "return !!document.querySelector('.told .lines')", &[]);
    inspector.look(&format!("an interview ({dress})"));
    let person = "return document.querySelector('.detail .group a.row')?.getAttribute('href')";
    let person = tablet.until("a person", person, &[]);
    tablet.visit_part(person.as_str().unwrap());
    tablet.until("their consent", "return !!document.querySelector('.ticks')", &[]);
    inspector.look(&format!("a consent that was given ({dress})"));
    tablet.visit_part("#/outreach/interview/new");
    let begin = "const begin = document.querySelector('.actions .primary'); \
                 if (!document.querySelector('.grant')) begin?.click(); return !!document.querySelector('.grant')";
    tablet.until("the question for consent", begin, &[]);
    inspector.look(&format!("the question for consent ({dress})"));
    tablet.run("[0, 3].forEach(at => document.querySelectorAll('.grant input')[at].click())", &[]);
    let talk = "if (!document.querySelector('#asked-question')) document.querySelector('.actions .primary:not([disabled])')?.click(); \
                return !!document.querySelector('#asked-question')";
    tablet.until("the first question", talk, &[]);
    inspector.look(&format!("an interview being held ({dress})"));
    tablet.visit_part("#/community/hub");
    let hub = tablet.until("a hub", "return document.querySelector('.list a.row')?.getAttribute('href')", &[]);
    let hub = hub.as_str().unwrap();
    for (hash, part) in [
        (hub.to_owned(), ".detail h4"),
        (format!("{hub}/restock"), ".ticked"),
        (format!("{hub}/count"), ".keypad"),
        (format!("{hub}/time"), ".empty"),
    ] {
        tablet.visit_part(&hash);
        tablet.until(part, "return !!document.querySelector(arguments[0])", &[json!(part)]);
        inspector.look(&format!("{part} of a hub ({dress})"));
    }
    tablet.visit_part(hub);
    tablet.until("its tables", "return !!document.querySelector('.detail h4 + .rows a')", &[]);
    tablet.run("document.querySelector('.detail h4 + .rows a').click()", &[]);
    tablet.until("an item there", "return !!document.querySelector('.on-hand')", &[]);
    inspector.look(&format!("an item at a hub ({dress})"));
    tablet.visit_part("#/community");
    let first = tablet.until("a partner", "return document.querySelector('.list a.row')?.getAttribute('href')", &[]);
    let first = first.as_str().unwrap();
    tablet.visit_part(first);
    tablet.until("its details", "return !!document.querySelector('.detail .facts')", &[]);
    tablet.run("document.querySelector('details.more').open = true", &[]);
    tablet.until("its history", "return document.querySelectorAll('.history li').length > 0", &[]);
    inspector.look(&format!("a partner ({dress})"));
    tablet.visit_part(&format!("{first}/edit"));
    tablet.until("its form", "return !!document.querySelector('form.form')", &[]);
    inspector.look(&format!("a form ({dress})"));
    for kind in ["community/partner", "outreach/contact"] {
        tablet.visit_part(&format!("#/{kind}/{:032x}/edit", 7));
        let submitted = "const form = document.querySelector('form.form'); if (!form) return false; \
                         form.requestSubmit(); return true";
        tablet.until("an empty form", submitted, &[]);
        tablet.until("its problems", "return !!document.querySelector('.problems')", &[]);
        inspector.look(&format!("problems of {kind} ({dress})"));
    }
    tablet.visit_part("#/today");
    settle(tablet);
    tablet.run("document.activeElement.blur()", &[]);
    tablet.key('?');
    tablet.until("the help", "return !!document.querySelector('dialog[open]')", &[]);
    inspector.look(&format!("the help ({dress})"));
    tablet.key(key::ESCAPE);
    tablet.chord(&[key::CONTROL], 'k');
    tablet.until("the palette", "return !!document.querySelector('dialog.palette[open]')", &[]);
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
