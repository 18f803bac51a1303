//! What people need: the needs that come with the app, which canvassing and interviews use as well, by which words people
//! ask for them, and how standard lists call them.
//!
//! The words are those that people say at a desk, folded as a search sees them, in both languages. Each stands for the
//! beginning of a word. Open Eligibility (its top level) and the 211 LA County taxonomy are named by code, and only where
//! one code stands for the whole need.

use crate::canvass::NEEDS as CANVASS;
use crate::model::field::{Choice, choice};
use crate::model::text::t;

/// What people ask a library for besides what canvassing asks about.
const MORE: [Choice; 6] = [
    choice("clothing", t("Clothes and household items", "Ropa y artículos para el hogar")),
    choice("heat", t("Heat, electricity and water bills", "Calefacción y recibos de luz y agua")),
    choice("money", t("Money, benefits and taxes", "Dinero, beneficios e impuestos")),
    choice("safety", t("Safety from violence", "Protección contra la violencia")),
    choice("recovery", t("Help with alcohol or drugs", "Ayuda con el alcohol o las drogas")),
    choice("bathing", t("Showers and laundry", "Duchas y lavandería")),
];

const COUNT: usize = CANVASS.len() + MORE.len();

/// Those of canvassing, these, and at the end “other”, which ends those of canvassing.
const fn all() -> [Choice; COUNT] {
    let mut all = [MORE[0]; COUNT];
    let last = CANVASS.len() - 1;
    let mut at = 0;
    while at < COUNT {
        all[at] = if at < last {
            CANVASS[at]
        } else if at < COUNT - 1 {
            MORE[at - last]
        } else {
            CANVASS[last]
        };
        at += 1;
    }
    all
}

static ALL: [Choice; COUNT] = all();

/// The needs that come with the app.
pub static NEEDS: &[Choice] = &ALL;

/// What is known of a need that comes with the app.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its key among [`NEEDS`].
    pub key: &'static str,
    /// Words by which people ask for it, in English and Spanish, folded.
    pub words: &'static [&'static str],
    /// The code of Open Eligibility, if one stands for it.
    pub open_eligibility: Option<&'static str>,
    /// The code of the 211 LA County taxonomy, if one stands for it.
    pub la211: Option<&'static str>,
}

const fn known(
    key: &'static str,
    open_eligibility: Option<&'static str>,
    la211: Option<&'static str>,
    words: &'static [&'static str],
) -> Known {
    Known { key, words, open_eligibility, la211 }
}

/// What is known of each, apart from “other”.
#[rustfmt::skip]
pub static KNOWN: &[Known] = &[
    known("food", Some("102"), Some("BD"), &[
        "food", "eat", "hungry", "hunger", "meal", "lunch", "dinner", "breakfast", "supper", "grocer", "pantry", "soup",
        "snap", "wic", "formula", "comida", "comer", "hambre", "alimento", "despensa", "almuerzo", "cena", "desayuno", "viveres",
        "estampillas", "cupones",
    ]),
    known("housing", Some("103"), Some("BH"), &[
        "housing", "house", "rent", "shelter", "evict", "homeless", "apartment", "sleep", "place to stay", "bed", "vivienda",
        "casa", "renta", "alquiler", "refugio", "albergue", "desalojo", "apartamento", "dormir", "techo", "cama",
    ]),
    known("work", Some("110"), Some("ND"), &[
        "work", "job", "employ", "resume", "unemploy", "hiring", "career", "trabajo", "empleo", "curriculum", "desempleo",
    ]),
    known("health", Some("106"), Some("L"), &[
        "health", "doctor", "clinic", "dentist", "dental", "medic", "nurse", "hospital", "insurance", "therap", "counsel",
        "depress", "mental", "vaccin", "pregnan", "glasses", "salud", "clinica", "enfermer", "seguro", "terapia", "consejer",
        "vacuna", "embaraz", "lentes", "anteojos",
    ]),
    known("papers", Some("111"), Some("FT"), &[
        "legal", "lawyer", "immigra", "document", "paper", "id card", "license", "citizen", "visa", "birth certificate", "court",
        "abogad", "inmigra", "migra", "papeles", "identificacion", "licencia", "ciudadan", "acta", "corte", "notari",
    ]),
    known("english", None, None, &[
        "english", "esl", "esol", "language class", "ingles", "clases de idioma",
    ]),
    known("internet", None, None, &[
        "internet", "wifi", "wi fi", "computer", "laptop", "tablet", "phone", "hotspot", "print", "computadora", "telefono",
        "celular", "imprimir", "impresora",
    ]),
    known("childcare", None, None, &[
        "child care", "childcare", "daycare", "day care", "babysit", "preschool", "head start", "after school", "guarderia",
        "cuidado de nin", "ninera", "preescolar",
    ]),
    known("school", Some("109"), Some("H"), &[
        "school", "homework", "tutor", "ged", "diploma", "college", "scholarship", "escuela", "tarea", "tutoria", "universidad",
        "beca",
    ]),
    known("transport", Some("105"), Some("BT"), &[
        "transport", "ride", "bus", "car repair", "gas card", "dial a ride", "autobus", "camion", "aventon", "viaje",
    ]),
    known("company", None, None, &[
        "companion", "lonely", "friend", "senior center", "social group", "compania", "soledad", "amig", "amistad",
    ]),
    known("clothing", Some("104"), Some("BM"), &[
        "cloth", "coat", "shoe", "diaper", "furniture", "blanket", "toilet", "hygiene", "ropa", "abrigo", "zapato", "panal",
        "mueble", "cobija", "manta", "higiene",
    ]),
    known("heat", None, Some("BV"), &[
        "heat", "fuel", "oil", "electric", "utilit", "water bill", "light bill", "energy", "calefaccion", "luz", "gas", "agua",
        "electricidad", "recibo", "combustible",
    ]),
    known("money", Some("107"), None, &[
        "money", "cash", "benefit", "tax", "debt", "loan", "bank", "social security", "dinero", "beneficio", "impuesto", "deuda",
        "prestamo", "banco", "seguro social",
    ]),
    known("safety", None, None, &[
        "safe", "violence", "abuse", "assault", "domestic", "violencia", "abuso", "maltrato", "segura", "golpe",
    ]),
    known("recovery", None, None, &[
        "recover", "addict", "alcohol", "drug", "detox", "rehab", "overdose", "narcan", "aa meeting", "recuperacion", "adiccion",
        "droga", "sobredosis",
    ]),
    known("bathing", None, None, &[
        "shower", "laundry", "wash", "bath", "ducha", "regadera", "lavander", "lavar", "banar", "bano",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fold::fold;
    use std::collections::BTreeSet;

    #[test]
    fn every_need_is_known_by_words_of_its_own() {
        let keys: Vec<&str> = NEEDS.iter().map(|need| need.key).collect();
        let known: Vec<&str> = KNOWN.iter().map(|need| need.key).collect();
        assert_eq!(keys[..keys.len() - 1], known);
        assert_eq!(keys.last(), Some(&"other"));
        assert_eq!(CANVASS.last().map(|need| need.key), Some("other"), "what ends the needs of canvassing");
        let mut all = BTreeSet::new();
        for need in KNOWN {
            for word in need.words {
                assert_eq!(*word, fold(word), "{word} is folded");
                assert!(all.insert(word), "{word} is said of two needs");
            }
        }
    }
}
