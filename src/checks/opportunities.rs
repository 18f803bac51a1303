//! What nobody has tried yet: “Identify opportunities for new relationships, expanded partnerships and strategic outreach”.
//! Each with its reason in the partner’s own words where there are any, and never a score.

use crate::asks::{ASK, ask_fields as ask};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::{filled, linking_to_all};
use crate::model::text::excerpt;
use crate::model::{date, order, show};
use crate::partners::{PARTNER, Wary, partner_fields as partner};
use chrono::{Days, NaiveDate};

/// For how many days after an ask nobody is sent to ask for more.
const REST_DAYS: Days = Days::new(90);

/// Why it is one. The order is that in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The partner is an idea that nobody has followed up.
    Idea,
    /// They said that they want to do more together, and nobody asked them lately.
    Expanding,
    /// They offer something, in these words, and were never asked for anything.
    Offers(String),
}

/// Something nobody has tried yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// The partner, by the record that stands for it.
    pub partner: Id,
    /// What it is called.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// What nobody has tried yet, each partner once. Whoever asked not to be contacted is left in peace.
pub fn opportunities(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<Opportunity> {
    let joined = index.joined(book, &PARTNER);
    let wary = Wary::of(book);
    let lately = today.checked_sub_days(REST_DAYS);
    let mut all = Vec::new();
    for own in book.living(PARTNER.id).filter(|record| joined.shown(record.id) == record.id) {
        let shown = filled(book, index, &PARTNER, own);
        let shown = shown.as_ref().unwrap_or(own);
        if partner::STATUS.of(shown) == Some("ended") || wary.is(book, index, own.id) {
            continue;
        }
        let asks = linking_to_all(book, index, ask::PARTNER.path(), &PARTNER, own.id);
        let asked_lately = asks.iter().any(|record| ask::ASKED_ON.of(*record).and_then(date::day) >= lately);
        let offers = partner::OFFERS.of(shown).map(str::trim).filter(|offers| !offers.is_empty());
        let why = match () {
            () if partner::STATUS.of(shown) == Some("idea") => Some(Why::Idea),
            () if partner::EXPANDING.of(shown) == Some("yes") && !asked_lately => Some(Why::Expanding),
            () => offers.filter(|_| asks.is_empty()).map(|offers| Why::Offers(excerpt(offers))),
        };
        all.extend(why.map(|why| Opportunity { partner: own.id, name: show::title(&PARTNER, shown), why }));
    }
    order::sort_by_key(&mut all, |one| {
        let rank = match one.why {
            Why::Idea => 0_u8,
            Why::Expanding => 1,
            Why::Offers(_) => 2,
        };
        (rank, fold(&one.name), one.partner)
    });
    all
}

/// The kinds whose records say so.
pub const FOLLOWS: [&str; 2] = [PARTNER.id, ASK.id];
