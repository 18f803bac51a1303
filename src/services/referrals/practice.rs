//! Made-up referrals of the last months.

use super::noting::{Asker, Need, Offered, helped, referral};
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::services::kinds::referral::{HELPED, fields};
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// (need, where they asked, language, how many, for how many of them something was offered)
const SAMPLES: &[(&str, &str, &str, i64, i64)] = &[
    ("food", "desk", "en", 14, 12),
    ("food", "door", "es", 9, 8),
    ("housing", "desk", "en", 11, 2),
    ("housing", "phone", "es", 6, 1),
    ("heat", "hub", "en", 8, 6),
    ("health", "desk", "es", 6, 5),
    ("papers", "interview", "es", 2, 1),
    ("transport", "phone", "en", 7, 1),
];

/// The referrals; the services offered are these, the first of them most often.
pub fn notes(practice: &Practice<'_>, services: &[(&'static str, Id)]) -> Vec<RecordWrite> {
    let mut rows = Vec::new();
    for (of, (need, channel, language, count, offered)) in (0_i64..).zip(SAMPLES) {
        let service = services.iter().find(|(helps, _)| helps == need);
        for at in 0..*count {
            let asker = Asker { need: Need { key: need, own: None }, channel, language: Some((*language).to_owned()) };
            let what = match service {
                Some((_, service)) if at < *offered => Offered::Service(*service),
                Some(_) => Offered::NothingOpen,
                None => Offered::NothingKnown,
            };
            rows.push(referral(practice.work.new_id(), &asker, what, practice.ago(1 + at * 9 + of * 2).now));
        }
    }
    // Somebody is to be called back in two days, and somebody was.
    let day = practice.work.now().today() + TimeDelta::days(2);
    if let Some((_, _, values)) = rows.first_mut() {
        values.extend([fields::CALL_BACK.is(true), fields::CALL_BACK_ON.is(day.to_string())].map(owned));
    }
    if let (Some((_, _, values)), Some(yes)) = (rows.get_mut(1), HELPED.first()) {
        values.extend(helped(yes.key).map(owned));
    }
    rows
}

fn owned<V>((key, value): (&'static str, V)) -> (String, V) {
    (key.to_owned(), value)
}
