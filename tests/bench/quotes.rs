//! Interviews of a large project: quotes found again.

use crate::common::{go, import, says, timed, write_export};
use crate::figures::table;
use crate::made;
use crate::tablet::{Site, Tablet};
use porchlight::model::id::Id;

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_among_quotes() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table("interviews: 15,000 quotes");
    let file = tablet.file("interviews.json");
    let made = made::interviews();
    write_export(&file, made.len(), |number| made[number - 1].clone());
    let (read, taken) = import(&tablet, &file);
    let quotes = made::INTERVIEWS * made::QUOTES;
    tell(&format!("{} interviews, {quotes} quotes taken in", made::INTERVIEWS), read + taken);
    let spent = |tap: &str, seen: &str| timed(&tablet, tap, seen);
    let count = "document.querySelector('.actions .count')?.innerText";
    let all = format!("{count}?.startsWith('15') && document.querySelectorAll('.list a.row').length > 3");
    tell("the quotes, the first time", spent(&go("#/outreach/quotes"), &all));
    spent(&go("#/settings"), &says("Sunlight"));
    tell("the quotes, again", spent(&go("#/outreach/quotes"), &all));
    let fewer = format!("{count} && !{count}.startsWith('15')");
    // The dialog draws what it offers when it opens.
    let open = "document.querySelector('.finder [aria-haspopup]').click()";
    let drawn = "document.querySelectorAll('.narrowing select').length > 2";
    let choose = |of: usize, chosen: &str, seen: &str| {
        spent(open, drawn);
        let choose = format!(
            "const field = document.querySelectorAll('.narrowing select')[{of}]; field.value = {chosen}; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }})); field.closest('dialog').close()"
        );
        spent(&choose, seen)
    };
    let theme = format!("'{}'", made::theme(3));
    tell("those about a theme", choose(0, &theme, &fewer));
    tell("all of them again", choose(0, "''", &all));
    tell("those of teachers", choose(2, "'teacher'", &fewer));
    choose(2, "''", &all);
    let type_in = "const field = document.querySelector('.finder input'); field.value = 'autobus 99'; \
                   field.dispatchEvent(new Event('input', { bubbles: true }))";
    tell("those with two words, the first time", spent(type_in, &fewer));
    tell("the code book, with its counts", spent(&go("#/outreach/themes"), "!!document.querySelector('.theme')"));
    tell(
        "a quote, to be marked",
        spent(&go(&format!("#/outreach/quote/{}", Id(3 << 70))), "!!document.querySelector('.detail .filters')"),
    );
}
