//! An answer is handed over: a card in the language of the person, large, that nobody leaves by chance, and on paper.

use crate::accessibility::see_clean;
use crate::tablet::{Engine, Site, Tablet, from_base64};
use serde_json::json;

#[test]
fn a_card_is_in_their_language_has_no_private_address_and_is_left_by_the_staff_alone() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    tablet.press("Practice with sample notes");
    tablet.press("Continue without a name");
    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "shelter");
    tablet.see("The best we know: 1 answer");
    tablet.press("Give this to them");
    let whole = "const { width, height } = document.querySelector('.handed[open]').getBoundingClientRect(); \
                 return width === document.documentElement.clientWidth && height === innerHeight";
    tablet.until("nothing of the staff being seen", whole, &[]);
    tablet.press("Español");
    tablet.see("Refugio nocturno");
    tablet.see("Teléfono: 860-555-0174");
    tablet.see("Escanee esto con un teléfono para llamar");
    let calls = "return !!document.querySelector('.handed [lang=es] a[href=\"tel:8605550174\"]')";
    tablet.until("the number being called with one tap", calls, &[]);
    see_clean(&tablet, "a card");

    tablet.press("For staff");
    tablet.see_button("Back to the answers");
    // The page’s own dialog is the engine’s business.
    tablet.run("window.print = () => { document.title = 'printed' }", &[]);
    tablet.press("Print on a receipt, 58 mm");
    tablet.until("the paper being asked for", "return document.title === 'printed'", &[]);
    let paper = "const paper = document.querySelector('.handed-paper[data-paper=receipt58]')?.textContent || ''; \
                 return paper.includes('Refugio nocturno') && !paper.includes('Abierto ahora')";
    tablet.until("the card as it is printed", paper, &[]);
    let told =
        "return document.querySelector('.handed').textContent + document.querySelector('.handed-paper').textContent";
    assert!(!tablet.run(told, &[]).as_str().unwrap().contains("Quiet"), "an address that stays private is handed over");
    if tablet.engine() == Engine::Chromium {
        let printed = tablet.chromium("Page.printToPDF", json!({ "preferCSSPageSize": true }));
        let pdf = from_base64(printed["data"].as_str().unwrap());
        let pdf = String::from_utf8_lossy(&pdf);
        assert_eq!(pdf.matches("/Type /Page\n").count(), 1, "a receipt is one strip");
        // 58 mm are not quite 164 points.
        assert!(pdf.contains("/MediaBox [0 0 163.9"), "a receipt is as wide as its paper");
    }
    tablet.press("Back to the answers");
    tablet.until("the answers again", "return !document.querySelector('.handed[open]')", &[]);
    tablet.see_button("Verify");

    // From its own page as well, where its organization is asked whether it is still so.
    tablet.press("Night shelter");
    tablet.see("Ask them to check this");
    see_clean(&tablet, "a service that is asked about");
    tablet.press("Give this to them");
    tablet.see_button("For staff");
}

/// What is wrong with the pages that are shown: what reaches out of a page, and numbers of pages where something else stands.
const WRONG: &str = "
    const pages = [...document.querySelectorAll('.directory-page:has(footer)')];
    const numbered = new Map(pages.map((page) => [page.querySelector('footer b').textContent.match(/\\d+/)[0], page]));
    const wrong = [];
    for (const page of pages) {
        const foot = page.querySelector('footer').getBoundingClientRect();
        for (const column of page.querySelectorAll('.directory-column')) {
            const { right, bottom } = column.getBoundingClientRect();
            if (bottom > foot.top + 1 || right > foot.right + 1) wrong.push(`out of page ${page.innerText.slice(-9)}`);
        }
        for (const row of page.querySelectorAll('.directory-row')) {
            const there = numbered.get(row.querySelector('b').textContent);
            const entries = [...(there?.querySelectorAll('.directory-entry h4') ?? [])];
            if (!entries.some((entry) => row.innerText.includes(entry.textContent))) wrong.push(row.innerText);
        }
    }
    return wrong";

#[test]
fn the_directory_is_printed_as_pages_a_booklet_and_cards() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    tablet.press("Practice with sample notes");
    tablet.press("Continue without a name");
    tablet.visit_part("#/directory/help");
    tablet.press("Print the directory");
    tablet.until("the pages being there", "return !!document.querySelector('.directory-sheet')", &[]);
    tablet.see("Where to find help");
    tablet.see("Index by name");
    tablet.choose("Language of the pages", "English and Spanish");
    tablet.see("Índice por nombre");
    assert_eq!(tablet.run(WRONG, &[]), json!([]));
    assert_eq!(tablet.run("return document.body.innerText.includes('Quiet Court')", &[]), false);
    see_clean(&tablet, "a directory on paper");
    let sheets = |paper: (u32, u32)| {
        if tablet.engine() != Engine::Chromium {
            return;
        }
        let shown = tablet.run("return document.querySelectorAll('.directory-sheet').length", &[]);
        let printed = tablet.chromium("Page.printToPDF", json!({ "preferCSSPageSize": true }));
        let pdf = from_base64(printed["data"].as_str().unwrap());
        let pdf = String::from_utf8_lossy(&pdf);
        assert_eq!(json!(pdf.matches("/Type /Page\n").count()), shown, "a sheet is a page of paper");
        let size = format!("/MediaBox [0 0 {} {}]", paper.0, paper.1);
        assert_eq!(json!(pdf.matches(&size).count()), shown, "{size}");
    };
    sheets((612, 792));
    tablet.choose("What to print", "Booklet to fold");
    tablet.until("sheets to fold", "return !!document.querySelector('.directory-sheet[data-folded] footer')", &[]);
    assert_eq!(tablet.run(WRONG, &[]), json!([]));
    sheets((792, 612));
    tablet.choose("What to print", "Pocket cards");
    tablet.until("cards to cut", "return document.querySelectorAll('.directory-card').length === 8", &[]);
    let out = "return [...document.querySelectorAll('.directory-card')].filter((card) => card.scrollHeight > card.clientHeight).length";
    assert_eq!(tablet.run(out, &[]), 0, "a card holds all that is on it");
    sheets((612, 792));
}
