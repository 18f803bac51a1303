//! What many journeys do on their way, and ways to screens of the practice notes, for those who look at every screen.

use super::Tablet;
use serde_json::json;

impl Tablet {
    /// Adds a partner of whom the name alone is known, and waits until it is saved.
    pub fn add_partner(&self, name: &str) {
        self.go("Community");
        self.press("New partner");
        self.fill("Partner/Company", name);
        self.press("Done");
        self.see(&format!("{name} added"));
        self.saved();
    }

    /// Waits until the page has a part that this CSS selector finds.
    pub fn until_there(&self, selector: &str) {
        self.until(selector, "return !!document.querySelector(arguments[0])", &[json!(selector)]);
    }

    /// Goes where the first link leads that this CSS selector finds, and tells where that is.
    pub fn visit_first(&self, selector: &str) -> String {
        let link = "return document.querySelector(arguments[0])?.getAttribute('href')";
        let hash = self.until(selector, link, &[json!(selector)]);
        let hash = hash.as_str().unwrap();
        self.visit_part(hash);
        hash.to_owned()
    }

    /// Opens an interview that was made up, not one that was begun since.
    pub fn visit_made_up_interview(&self) {
        self.visit_part("#/outreach/interview");
        let row = "return [...document.querySelectorAll('.list a.row')]\
                   .find(row => row.querySelector('.row-title').innerText.includes('·'))?.getAttribute('href')";
        let row = self.until("an interview", row, &[]);
        self.visit_part(row.as_str().unwrap());
        self.until_there(".told .lines");
    }

    /// Begins an interview with the guide that is offered first, up to the question for consent.
    pub fn ask_for_consent(&self) {
        self.visit_part("#/outreach/interview/new");
        let begin = "const begin = document.querySelector('.actions .primary'); \
                     if (!document.querySelector('.grant')) begin?.click(); return !!document.querySelector('.grant')";
        self.until("the question for consent", begin, &[]);
    }

    /// Goes on from there, with notes and sound agreed to, up to the first question.
    pub fn agree_and_talk(&self) {
        self.run("[0, 3].forEach(at => document.querySelectorAll('.grant input')[at].click())", &[]);
        let talk = "if (!document.querySelector('#asked-question')) \
                    document.querySelector('.actions .primary:not([disabled])')?.click(); \
                    return !!document.querySelector('#asked-question')";
        self.until("the first question", talk, &[]);
    }
}
