//! The report as one page that needs nothing else: it opens in any browser and prints on Letter paper.
//!
//! The markup is `header`, a `section` for the method, a `section` with an `article` for each finding. What is said in
//! two languages stands as two `span`s under a `.two`. Words that people or the team wrote are in a language that
//! nobody noted (`lang=""`) and run in the direction of their script.

use super::{Report, ReportCell, words};
use crate::findings::evidence::{Counted, Finding, Receipt};
use crate::model::date;
use crate::model::questionnaire::Both;
use crate::model::suppression::{self, PublicCount};
use crate::model::text::{Lang, Message, Text};

/// How the page looks.
const STYLE: &str = "@page{size:Letter;margin:.8in}\
*{box-sizing:border-box}\
body{margin:0 auto;padding:1rem;max-width:42rem;font:11pt/1.45 Georgia,serif;color:#111;background:#fff}\
.library{font-weight:bold;margin:0 0 1.2em;padding-bottom:.4em;border-bottom:2px solid #111}\
h1{font-size:1.7em;line-height:1.2;margin:0 0 .2em}h2{font-size:1.3em;margin:1.6em 0 .4em;border-bottom:1px solid #999}\
h3{font-size:1.1em;margin:1.4em 0 .4em}h4{font-size:1em;margin:1em 0 .3em}\
h1,h2,h3,h4{break-after:avoid}\
.two>span{display:block}.two>span+span{font-weight:normal;font-style:italic;color:#333}\
p,li,blockquote{white-space:pre-line;overflow-wrap:anywhere}\
figure{margin:.7em 0 .7em 1em;padding-left:.8em;border-inline-start:3px solid #999;break-inside:avoid}\
blockquote{margin:0}blockquote::before{content:\"\\201c\"}blockquote::after{content:\"\\201d\"}figcaption,.small{font-size:.9em;color:#444}\
table{border-collapse:collapse;margin:.3em 0 1em}\
th,td{text-align:start;padding:.15em 1.2em .15em 0;border-bottom:1px solid #ccc;vertical-align:top}\
tr{break-inside:avoid}\
@media print{body{padding:0;max-width:none}}";

/// The report as one HTML page in one language or in several; quotes stand as they were said.
pub fn html(report: &Report, langs: &[Lang]) -> String {
    let mut page = Page::new(langs);
    let first = page.langs.first().copied().unwrap_or_default();
    page.add(&format!("<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", first.tag()));
    // Nothing in it ever runs, and it asks for nothing.
    page.add(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.add(&format!("<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n", words::TITLE.get(first)));
    // On a screen, what is printed has a head already.
    if let Some(library) = &report.library {
        page.add(&format!("<p class=\"library\" lang=\"\" dir=\"auto\">{}</p>\n", escaped(library)));
    }
    page.body(report);
    page.add("</body>\n</html>\n");
    page.html
}

/// The same without the page around it, for a screen that has one. Its first heading is of the second rank.
pub fn body(report: &Report, langs: &[Lang]) -> String {
    let mut page = Page::new(langs);
    page.body(report);
    // The screen has its own heading of the first rank.
    page.html.replace("<h1", "<h2 data-title").replace("</h1>", "</h2>")
}

struct Page {
    html: String,
    /// The languages it speaks; never none.
    langs: Vec<Lang>,
}

impl Page {
    fn new(langs: &[Lang]) -> Page {
        let mut page = Page { html: String::new(), langs: Vec::new() };
        for lang in langs {
            if !page.langs.contains(lang) {
                page.langs.push(*lang);
            }
        }
        if page.langs.is_empty() {
            page.langs.push(Lang::default());
        }
        page
    }

    fn body(&mut self, report: &Report) {
        self.add("<header>\n");
        self.text("h1", words::TITLE);
        self.said("p class=\"small\"", |lang| words::MADE.with("day", date::say_day(report.made, lang)).say(lang));
        self.add("</header>\n<section>\n");
        self.method(report);
        self.add("</section>\n<section>\n");
        self.text("h2", words::FINDINGS);
        if report.findings.is_empty() {
            self.text("p", words::NO_FINDINGS);
        }
        for (at, finding) in report.findings.iter().enumerate() {
            self.finding(report, at + 1, finding);
        }
        self.add("</section>\n");
    }

    fn add(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    /// An element that says something in every language of the page; once, where all say the same.
    fn said(&mut self, tag: &str, say: impl Fn(Lang) -> String) {
        self.said_by(tag, &say);
    }

    fn said_by(&mut self, tag: &str, say: &dyn Fn(Lang) -> String) {
        let said: Vec<(Lang, String)> = self.langs.iter().map(|lang| (*lang, say(*lang))).collect();
        let name = tag.split(' ').next().unwrap_or(tag);
        let same = said.windows(2).all(|two| two[0].1 == two[1].1);
        match &*said {
            [(_, words), ..] if same => self.add(&format!("<{tag}>{}</{name}>\n", escaped(words))),
            _ => {
                let two = if tag.contains("class=\"") {
                    tag.replace("class=\"", "class=\"two ")
                } else {
                    format!("{tag} class=\"two\"")
                };
                self.add(&format!("<{two}>"));
                for (lang, words) in said {
                    self.add(&format!("<span lang=\"{}\">{}</span>", lang.tag(), escaped(&words)));
                }
                self.add(&format!("</{name}>\n"));
            }
        }
    }

    fn text(&mut self, tag: &str, text: Text) {
        self.said(tag, |lang| text.get(lang).to_owned());
    }

    fn message(&mut self, tag: &str, message: &Message) {
        self.said(tag, |lang| message.say(lang));
    }

    /// Words of the team in every language of the page. Where they wrote them once, it may be in either.
    fn both(&mut self, tag: &str, words: &Both) {
        if words.en == words.es {
            self.own_words(tag, &words.en);
        } else {
            self.said(tag, |lang| words.get(lang).to_owned());
        }
    }

    /// Words of the team or of somebody who was heard, as they wrote or said them.
    fn own_words(&mut self, tag: &str, words: &str) {
        self.add(&format!("<{tag} lang=\"\" dir=\"auto\">{}</{tag}>\n", escaped(words)));
    }

    fn method(&mut self, report: &Report) {
        self.text("h2", words::METHOD);
        let lines: Vec<(Lang, Vec<String>)> = self.langs.iter().map(|lang| (*lang, report.method(*lang))).collect();
        let count = lines.first().map_or(0, |(_, lines)| lines.len());
        self.add("<ul>\n");
        for at in 0..count {
            let say = |lang| lines.iter().find(|(of, _)| *of == lang).and_then(|(_, lines)| lines.get(at)).cloned();
            self.said("li", |lang| say(lang).unwrap_or_default());
        }
        self.add("</ul>\n");
        self.cells(words::BY_ROLE, &report.by_role);
        self.cells(words::BY_NEIGHBORHOOD, &report.by_neighborhood);
        self.text("p class=\"small\"", words::UNNAMED);
        self.message("p class=\"small\"", &suppression::rule());
    }

    fn cells(&mut self, name: Text, cells: &[ReportCell]) {
        if cells.is_empty() {
            return;
        }
        self.text("h3", name);
        self.add("<table>\n<thead><tr>");
        self.text("th scope=\"col\"", words::WHO);
        self.text("th scope=\"col\"", words::HOW_MANY);
        self.add("</tr></thead>\n<tbody>\n");
        for cell in cells {
            self.add("<tr>");
            self.message("th scope=\"row\"", &cell.what);
            self.message("td", &cell.count.message());
            self.add("</tr>\n");
        }
        self.add("</tbody>\n</table>\n");
    }

    fn finding(&mut self, report: &Report, number: usize, finding: &Finding) {
        self.add("<article>\n");
        let claim = |lang| words::NUMBERED.with("number", number).with("claim", finding.claim.get(lang)).say(lang);
        self.said("h3", claim);
        if !finding.why.is_blank() {
            self.text("h4", words::IT_MEANS);
            self.both("p", &finding.why);
        }
        self.receipts(report, words::SPEAKS_FOR, &finding.for_it);
        if !finding.for_it.is_empty() {
            self.message("p class=\"small\"", &words::SPEAKERS.with("count", finding.speakers));
        }
        self.receipts(report, words::SPEAKS_AGAINST, &finding.against);
        if !finding.counts.is_empty() {
            self.text("h4", words::COUNTS);
            self.add("<ul>\n");
            finding.counts.iter().for_each(|count| self.message("li", &counted(count)));
            self.add("</ul>\n");
        }
        if !finding.strategies.is_empty() {
            self.text("h4", words::STRATEGIES);
            self.add("<ul>\n");
            finding.strategies.iter().for_each(|strategy| self.both("li", strategy));
            self.add("</ul>\n");
        }
        self.add("</article>\n");
    }

    fn receipts(&mut self, report: &Report, name: Text, receipts: &[Receipt]) {
        if receipts.is_empty() {
            return;
        }
        self.text("h4", name);
        for receipt in receipts {
            self.add("<figure>");
            self.own_words("blockquote", &receipt.words);
            self.said("figcaption", |lang| match report.number(receipt) {
                Some(number) => words::SAID_BY.with("who", receipt.who.say(lang)).with("number", number).say(lang),
                None => receipt.who.say(lang),
            });
            self.add("</figure>\n");
        }
    }
}

/// A count from canvassing in a sentence, as it may be told.
fn counted(count: &Counted) -> Message {
    let message = words::COUNT.with("asked", count.asked).with("answer", count.label);
    let message = message.with("people", count.told(count.people).message());
    message.with("of", PublicCount::of(count.of).message()).with("doors", count.told(count.doors).message())
}

/// Text that is only text: it opens no element, and no sign in it turns the text around it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(c),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}
