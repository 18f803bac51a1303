//! Lines of Puerto Rico without commas: “B-7 Calle 3 Urb Villa Rica Bayamón”. An area and a municipality are pieces of their
//! own, as if commas parted them.

use super::Number;
use super::case::title;
use super::token::{TokenPiece, Word};
use super::unit::{Where, unit_at};

/// The municipalities, and parts of San Juan that letters are addressed to, folded; the words of a name are joined with
/// hyphens.
const TOWNS: &str = "adjuntas aguada aguadilla aguas-buenas aibonito anasco arecibo arroyo barceloneta barranquitas bayamon \
    cabo-rojo caguas camuy canovanas carolina catano cayey ceiba ciales cidra coamo comerio corozal culebra dorado fajardo \
    florida guanica guayama guayanilla guaynabo gurabo hatillo hormigueros humacao isabela jayuya juana-diaz juncos lajas \
    lares las-marias las-piedras loiza luquillo manati maricao maunabo mayaguez moca morovis naguabo naranjito orocovis \
    patillas penuelas ponce quebradillas rincon rio-grande sabana-grande salinas san-german san-juan san-lorenzo \
    san-sebastian santa-isabel toa-alta toa-baja trujillo-alto utuado vega-alta vega-baja vieques villalba yabucoa yauco \
    rio-piedras hato-rey santurce";

/// Cuts pieces before an area that stands within them, and before the town at the end.
pub(super) fn cut(pieces: &mut Vec<TokenPiece>) {
    if let Some(last) = pieces.last_mut().filter(|last| !last.aside)
        && let Some(used) = town_at_end(&last.words)
    {
        let town = last.words.split_off(last.words.len() - used);
        pieces.push(TokenPiece { words: town, aside: false });
    }
    let mut all = Vec::with_capacity(pieces.len() + 1);
    for mut piece in pieces.drain(..) {
        // “Calle 3 Urb Villa Rica”, but “Calle Urb” is a street.
        let within = (1..piece.words.len()).find(|at| {
            let rest = &piece.words[*at..];
            !piece.aside && (area(rest).is_some() || (*at > 1 && begins_like_area(rest)))
        });
        let after = within.filter(|at| !is_kind(&piece.words[at - 1])).map(|at| piece.words.split_off(at));
        all.push(piece);
        all.extend(after.map(|words| TokenPiece { words, aside: false }));
    }
    // “Villa Rica” is an urbanización also where nothing says so.
    let urb = super::token::pieces("Urb").into_iter().next().and_then(|piece| piece.words.into_iter().next());
    if all.len() > 1
        && !all.iter().any(|piece| area(&piece.words).is_some())
        && let Some(like) = all.iter_mut().find(|piece| !piece.aside && begins_like_area(&piece.words))
    {
        like.words.splice(0..0, urb);
    }
    *pieces = all;
}

/// Whether words are those with which the names of areas begin.
pub(super) fn begins_like_area(words: &[Word]) -> bool {
    let names = [
        "villa",
        "villas",
        "jardines",
        "alturas",
        "colinas",
        "mansiones",
        "reparto",
        "brisas",
        "hacienda",
        "haciendas",
        "estancias",
    ];
    words.len() > 1 && names.contains(&words[0].folded.as_str())
}

/// How many words at the end of some are a town, with something before it that is not the first half of a street's name.
fn town_at_end(words: &[Word]) -> Option<usize> {
    [2, 1].into_iter().filter(|used| *used < words.len()).find(|used| {
        let (before, town) = words.split_at(words.len() - used);
        let name: Vec<&str> = town.iter().map(|word| word.folded.as_str()).collect();
        let name = name.join("-");
        TOWNS.split_ascii_whitespace().any(|known| known == name) && before.last().is_some_and(|word| !is_kind(word))
    })
}

/// Whether a word goes on with a name: “Calle”, “Urb”.
fn is_kind(word: &Word) -> bool {
    let kinds = [
        "calle",
        "ave",
        "avenida",
        "camino",
        "paseo",
        "carr",
        "carretera",
        "via",
        "urb",
        "urbanizacion",
        "bo",
        "barrio",
    ];
    kinds.contains(&word.folded.as_str())
}

/// What an area of Puerto Rico is called, and how it is abbreviated.
static AREAS: &[(&str, &str)] = &[
    ("Urb", "urbanizacion"),
    ("Barrio", "bo"),
    ("Barriada", "bda"),
    ("Residencial", "res"),
    ("Condominio", "cond"),
    ("Parcelas", "parc"),
];

/// The area at the start of some words, up to a house number or unit.
pub(crate) fn area(words: &[Word]) -> Option<(String, usize)> {
    let [first, second, ..] = words else { return None };
    let (name, _) =
        AREAS.iter().find(|(name, other)| name.eq_ignore_ascii_case(&first.folded) || *other == first.folded)?;
    if second.is_numeric() {
        return None;
    }
    let ends = |at: &usize| {
        Number::at_start(&words[*at..]).is_some()
            || unit_at(&words[*at..], Where::Within).is_some()
            || words[*at].folded == "calle"
    };
    let end = (2..words.len()).find(ends).unwrap_or(words.len());
    let named = words[1..end].iter().enumerate().map(|(at, word)| title(&word.shown, at == 0));
    Some(([(*name).to_owned()].into_iter().chain(named).collect::<Vec<_>>().join(" "), end))
}
