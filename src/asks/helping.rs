//! Who could help with what an event needs: partners that gave it before, and those whose own words of what they offer speak
//! of it. A proposal with its reason, and never a score.

use super::ask::{THEY_ASK, YES, fields as ask};
use crate::model::book::Book;
use crate::model::fold::{Words, fold};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::linking_to_all;
use crate::model::order;
use crate::model::record::Record;
use crate::model::text::excerpt;
use crate::model::{joins, show};
use crate::partners::{PARTNER, partner_fields as partner};

/// Why a partner could help.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They gave it when they were asked before.
    GaveBefore,
    /// They are on the sponsor list.
    Sponsor,
    /// They offer it, in these words of theirs.
    Offers(String),
}

/// Somebody who could help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The partner that stands for all that are the same.
    pub partner: Id,
    /// What it is called.
    pub name: String,
    /// With what: one of [`super::ask::FOR`].
    pub need: String,
    /// Why.
    pub why: Why,
}

/// What a partner says of what they offer, where it speaks of a need: words that begin so, without accents. Those of what
/// is “other” are nobody’s.
static SPEAKS_OF: &[(&str, &[&str])] = &[
    (
        "refreshments",
        &[
            "refreshment",
            "food",
            "snack",
            "meal",
            "coffee",
            "cater",
            "pizza",
            "baked",
            "bakery",
            "bread",
            "lunch",
            "drink",
            "comida",
            "refrigerio",
            "merienda",
            "cafe",
            "pan dulce",
            "panaderia",
            "bebida",
            "almuerzo",
        ],
    ),
    (
        "talk",
        &[
            "talk",
            "speak",
            "presentation",
            "lecture",
            "workshop",
            "class",
            "teach",
            "demonstrat",
            "charla",
            "ponente",
            "presentacion",
            "taller de",
            "talleres",
            "clase",
            "ensen",
            "demostracion",
        ],
    ),
    ("sponsor", &["sponsor", "donat", "money", "fund", "grant", "patrocin", "donac", "dinero", "fondo"]),
    (
        "goods",
        &[
            "donat",
            "suppl",
            "material",
            "book",
            "prize",
            "equipment",
            "print",
            "tent",
            "chair",
            "donac",
            "libro",
            "premio",
            "equipo",
            "impresion",
            "silla",
        ],
    ),
    (
        "promotion",
        &[
            "promot",
            "newsletter",
            "social media",
            "flyer",
            "radio",
            "advertis",
            "announce",
            "airtime",
            "promocion",
            "boletin",
            "redes sociales",
            "volante",
            "anunci",
            "difusion",
        ],
    ),
    (
        "space",
        &[
            "space",
            "room",
            "town hall",
            "community hall",
            "venue",
            "parking",
            "garden",
            "auditorium",
            "sala de",
            "salon",
            "espacio",
            "patio",
            "jardin",
        ],
    ),
    ("volunteers", &["volunteer", "helper", "helping hands", "voluntari", "ayudante"]),
];

/// Whether words of what somebody offers speak of a need.
pub fn speaks_of(words: &str, need: &str) -> bool {
    let Some((_, known)) = SPEAKS_OF.iter().find(|(of, _)| *of == need) else { return false };
    let words = Words::of(words);
    known.iter().any(|term| words.have(term))
}

/// Who could help an event with what it needs: need by need, those first who gave it before. Who was asked for it for this
/// event already, or works with the library no more, is not proposed.
pub fn could_help(book: &Book, index: &mut Index, event: Id, needs: &[&str]) -> Vec<Help> {
    let mut all = Vec::new();
    if needs.is_empty() {
        return all;
    }
    let joined = index.joined(book, &PARTNER);
    for own in book.living(PARTNER.id).filter(|record| joined.shown(record.id) == record.id) {
        let filled = joins::filled(book, index, &PARTNER, own);
        let record = filled.as_ref().unwrap_or(own);
        if partner::STATUS.of(record) == Some("ended") {
            continue;
        }
        let asks = linking_to_all(book, index, ask::PARTNER.path(), &PARTNER, record.id);
        for need in needs {
            let of_need: Vec<&Record> =
                asks.iter().copied().filter(|known| ask::KIND.of(*known) == Some(need)).collect();
            if of_need.iter().any(|known| ask::EVENT.of(*known) == Some(event)) {
                continue;
            }
            if let Some(why) = why(record, &of_need, need) {
                let name = show::title(&PARTNER, record);
                all.push(Help { partner: record.id, name, need: (*need).to_owned(), why });
            }
        }
    }
    let at = |need: &str| needs.iter().position(|known| *known == need);
    order::sort_by_key(&mut all, |help: &Help| (at(&help.need), help.why.clone(), fold(&help.name), help.partner));
    all
}

fn why(record: &Record, asked: &[&Record], need: &str) -> Option<Why> {
    let gave = |known: &&Record| ask::WHO_ASKS.of(*known) != Some(THEY_ASK) && ask::ANSWER.of(*known) == Some(YES);
    let offers = partner::OFFERS.of(record).unwrap_or_default();
    if asked.iter().any(gave) {
        Some(Why::GaveBefore)
    } else if need == "sponsor" && partner::SPONSOR.of(record) {
        Some(Why::Sponsor)
    } else {
        speaks_of(offers, need).then(|| Why::Offers(excerpt(offers.trim())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asks::ask::FOR;
    use crate::formats::testing;

    #[test]
    fn words_of_both_languages_speak_of_what_they_offer() {
        for (words, need, yes) in [
            ("Coffee and snacks for up to 30", "refreshments", true),
            ("Café y pan dulce", "refreshments", true),
            ("Nothing to eat", "refreshments", false),
            ("A panel of experts", "refreshments", false),
            ("Their meeting room on weekdays", "space", true),
            ("Un salón para 40 personas", "space", true),
            ("A town-hall style room", "space", true),
            ("Mushrooms, a salad bar, Halloween candy", "space", false),
            ("Because we care", "sponsor", false),
            ("We can post on social media", "promotion", true),
            ("Voluntarios los sábados", "volunteers", true),
            ("Workshops on resumes", "talk", true),
            ("anything at all", "other", false),
            ("", "space", false),
        ] {
            assert_eq!(speaks_of(words, need), yes, "{words}: {need}");
        }
        // What is asked for most is spoken of somehow; every word is folded, or it would never be found.
        for (need, words) in SPEAKS_OF {
            assert!(FOR.iter().any(|choice| choice.key == *need), "{need}");
            assert!(words.iter().all(|word| fold(word) == *word), "{need}");
        }
    }

    #[test]
    fn who_gave_before_comes_first_and_who_was_asked_is_not_proposed_again() {
        let (fair, old) = (Id(0x31).to_string(), Id(0x32).to_string());
        let ids: Vec<String> = (0x11..0x17_u128).map(|id| Id(id).to_string()).collect();
        let book = testing::book(&[
            ("partner", 0x11, &[("name", "Bakery"), ("offers", "Bread, baked daily")]),
            ("partner", 0x12, &[("name", "Diner"), ("offers", "A room")]),
            ("partner", 0x13, &[("name", "Cafe"), ("offers", "Coffee"), ("status", "ended")]),
            ("partner", 0x14, &[("name", "Grill"), ("offers", "Food")]),
            ("partner", 0x15, &[("name", "The Diner"), ("same_as", &ids[1])]),
            ("partner", 0x16, &[("name", "Bank")]),
            ("ask", 0x21, &[("partner", &ids[4]), ("kind", "refreshments"), ("answer", "yes"), ("event", &old)]),
            ("ask", 0x22, &[("partner", &ids[3]), ("kind", "refreshments"), ("answer", "no"), ("event", &fair)]),
            (
                "ask",
                0x23,
                &[("partner", &ids[5]), ("kind", "refreshments"), ("answer", "yes"), ("who_asks", "they_ask")],
            ),
        ]);
        let help = |needs: &[&str]| could_help(&book, &mut Index::default(), Id(0x31), needs);
        let said: Vec<_> = help(&["refreshments"]).into_iter().map(|help| (help.partner, help.why)).collect();
        assert_eq!(said, [(Id(0x12), Why::GaveBefore), (Id(0x11), Why::Offers("Bread, baked daily".into()))]);
        let both: Vec<_> = help(&["space", "refreshments"]).into_iter().map(|help| (help.partner, help.need)).collect();
        let need = |need: &str| need.to_owned();
        assert_eq!(both[0], (Id(0x12), need("space")));
        assert_eq!(both.len(), 3);
        assert_eq!(help(&[]), []);
        let mut book = book;
        testing::set(&mut book, "partner", Id(0x16), [("sponsor".to_owned(), true.into())]);
        let sponsors = could_help(&book, &mut Index::default(), Id(0x31), &["sponsor"]);
        assert_eq!(
            sponsors.into_iter().map(|help| (help.partner, help.why)).collect::<Vec<_>>(),
            [(Id(0x16), Why::Sponsor)]
        );
    }
}
