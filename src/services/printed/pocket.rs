//! A card for a pocket: the needs that are asked for most, each with where to go.

use crate::model::book::Book;
use crate::model::index::Index;
use crate::model::order::sort_by_key;
use crate::model::show;
use crate::model::text::Lang;
use crate::services::answers::{Listed, listed};
use crate::services::hours::said::{call_first, said};
use crate::services::hours::{Clock, words as hours_words};
use crate::services::kinds::referral::{REFERRAL, fields as referral};
use crate::services::kinds::service::SERVICE;
use crate::services::needs::{KNOWN, NEEDS};
use crate::services::public::public_address;
use crate::services::telling::{phone_of, place_of};

/// How many needs stand on a card, and how many services under each.
const ON_A_CARD: usize = 5;
const OF_EACH: usize = 2;

/// A need on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What it is called.
    pub name: String,
    /// Where to go: the name, and what is said of it in a line.
    pub services: Vec<(String, String)>,
}

/// The needs that are asked for most, by their places among those that come with the app. Those that are asked for equally
/// often stand in the order of that list, and so do all of them as long as nobody has noted what was asked.
pub fn most_asked(book: &Book) -> Vec<usize> {
    let mut counts = vec![0_i64; KNOWN.len()];
    for asked in book.living(REFERRAL.id) {
        let need = referral::NEED.of(asked).and_then(|key| KNOWN.iter().position(|need| need.key == key));
        if let Some(count) = need.and_then(|need| counts.get_mut(need)) {
            *count += 1;
        }
    }
    let mut order: Vec<usize> = (0..KNOWN.len()).collect();
    sort_by_key(&mut order, |at| (-counts.get(*at).copied().unwrap_or_default(), *at));
    order
}

/// The card in a language: of the needs that are asked for most those for which there is anywhere to go.
pub fn card(book: &Book, index: &mut Index, clock: &Clock, lang: Lang) -> Vec<Asked> {
    let all = listed(book, index, clock);
    let asked = most_asked(book).into_iter().filter_map(|need| {
        let known = KNOWN.get(need)?;
        let name = NEEDS.iter().find(|choice| choice.key == known.key)?.label.get(lang).to_owned();
        let mut here: Vec<&Listed> = all.iter().filter(|listed| listed.needs.contains(&known.key)).collect();
        // Paper is read at any hour: what is sure and can be reached without a car comes first, then what was verified last.
        sort_by_key(&mut here, |listed| {
            let verified = listed.answer.verified.map(|verified| verified.day);
            let unsure = call_first(&listed.hours, verified, clock.today(), clock).is_some();
            let age = verified.map_or(i64::MAX, |day| (clock.today() - day).num_days());
            (unsure, !listed.answer.without_car, age, listed.answer.service, listed.answer.site)
        });
        here.dedup_by_key(|listed| listed.answer.service);
        let services: Vec<_> =
            here.into_iter().filter_map(|listed| line(book, listed, clock, lang)).take(OF_EACH).collect();
        (!services.is_empty()).then_some(Asked { name, services })
    });
    asked.take(ON_A_CARD).collect()
}

fn line(book: &Book, listed: &Listed, clock: &Clock, lang: Lang) -> Option<(String, String)> {
    let record = book.alive(SERVICE.id, listed.answer.service)?;
    let place = place_of(book, &listed.answer)?;
    let verified = listed.answer.verified.map(|verified| verified.day);
    let why = call_first(&listed.hours, verified, clock.today(), clock);
    let plain = said(&listed.hours, clock.today(), lang).filter(|_| why.is_none()).map(|lines| lines.join("; "));
    let hours = plain.unwrap_or_else(|| hours_words::CALL_FIRST.get(lang).to_owned());
    let parts = [phone_of(book, &listed.answer), public_address(&place), Some(hours)];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    Some((show::title_in(&SERVICE, record, lang), parts.join(" · ")))
}
