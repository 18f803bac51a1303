//! Which words of a line are the town. A list names residents as easily as towns, and the town leaves the building with
//! the public office file, so words are read as one only where there is evidence for it.

use super::{AddressEntry, Said};
use crate::canvass::kinds::door::{DOOR, fields as door};
use crate::model::address::Address;
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::handle::TextField;
use std::collections::{BTreeSet, HashMap, HashSet};

/// In how many houses words must stand in the place of the town to be one: nobody lives in three.
const HOUSES: usize = 3;

/// The towns of Connecticut, and villages that letters are addressed to.
static CONNECTICUT: &str = "abington|amston|andover|ansonia|ashford|avon|ballouville|baltic|barkhamsted|beacon falls|\
    berlin|bethany|bethel|bethlehem|bloomfield|bolton|bozrah|branford|bridgeport|bridgewater|bristol|brookfield|\
    brooklyn|burlington|canaan|canterbury|canton|centerbrook|central village|chaplin|cheshire|chester|clinton|\
    colchester|colebrook|collinsville|columbia|cornwall|coventry|cromwell|danbury|danielson|darien|dayville|\
    deep river|derby|durham|east granby|east haddam|east hampton|east hartford|east haven|east lyme|east windsor|\
    eastford|easton|ellington|enfield|essex|fairfield|farmington|franklin|gales ferry|glastonbury|goshen|granby|\
    greenwich|griswold|groton|guilford|haddam|hamden|hampton|hanover|hartford|hartland|harwinton|hebron|higganum|\
    ivoryton|jewett city|kent|killingly|killingworth|lebanon|ledyard|lisbon|litchfield|lyme|madison|manchester|\
    mansfield|mansfield center|mansfield depot|marlborough|meriden|middlebury|middlefield|middletown|milford|monroe|\
    montville|moodus|moosup|morris|mystic|naugatuck|new britain|new canaan|new fairfield|new hartford|new haven|\
    new london|new milford|newington|newtown|niantic|norfolk|north branford|north canaan|north franklin|\
    north grosvenordale|north haven|north stonington|north windham|norwalk|norwich|oakdale|old lyme|old saybrook|\
    oneco|orange|oxford|pawcatuck|plainfield|plainville|plantsville|plymouth|pomfret|pomfret center|portland|preston|\
    prospect|putnam|quaker hill|quinebaug|redding|ridgefield|rockville|rocky hill|rogers|roxbury|salem|salisbury|\
    scotland|seymour|sharon|shelton|sherman|simsbury|somers|south windham|south windsor|south woodstock|southbury|\
    southington|sprague|stafford|stafford springs|stamford|sterling|stonington|storrs|stratford|suffield|taftville|\
    thomaston|thompson|tolland|torrington|trumbull|uncasville|union|unionville|vernon|versailles|voluntown|\
    wallingford|warren|washington|waterbury|waterford|watertown|wauregan|west hartford|west haven|westbrook|weston|\
    westport|wethersfield|willimantic|willington|wilton|winchester|windham|windham center|windsor|windsor locks|\
    winsted|wolcott|woodbridge|woodbury|woodstock|woodstock valley|yantic";

/// The towns that are known when a list is imported, folded.
pub(crate) struct Towns {
    /// Those that were given, or that several houses stand in.
    sure: HashSet<String>,
}

impl Towns {
    /// What is known before: the town given beside the list, towns of doors that are here, and of other lines.
    pub(crate) fn of(book: &Book, said: &Said, entries: &[AddressEntry]) -> Towns {
        let mut houses: HashMap<String, BTreeSet<String>> = HashMap::new();
        let mut sure: HashSet<String> = [fold(said.town.trim())].into();
        let mut note = |town: &str, house: String| {
            let town = fold(town);
            let known = houses.entry(town).or_default();
            known.insert(house);
            known.len()
        };
        // Of a town that is known no more houses are looked at.
        let mut known: HashMap<&str, usize> = HashMap::new();
        for record in book.living(DOOR.id) {
            let text = |field: TextField| field.of(record).unwrap_or_default();
            let town = text(door::TOWN);
            let houses = known.entry(town).or_default();
            if !town.is_empty() && *houses < HOUSES {
                *houses = note(town, format!("{} {}", text(door::NUMBER), fold(text(door::STREET))));
            }
        }
        // A line with many doors counts once.
        let mut line = 0;
        for entry in entries.iter().filter(|entry| std::mem::replace(&mut line, entry.line) != entry.line) {
            let Ok(address) = &entry.read else { continue };
            if address.town.is_empty() {
                continue;
            }
            let set_apart = is_set_apart(&entry.original, &address.town);
            if entry.town_given || (with_state(address) && !set_apart) {
                sure.insert(fold(&address.town));
            } else if !set_apart {
                let number = address.number.as_ref().map(ToString::to_string).unwrap_or_default();
                note(&address.town, format!("{number} {}", fold(&address.street.to_string())));
            }
        }
        sure.extend(houses.into_iter().filter(|(_, houses)| houses.len() >= HOUSES).map(|(town, _)| town));
        sure.remove("");
        Towns { sure }
    }

    /// Removes what is written where a town would be, unless there is evidence that it is one.
    pub(crate) fn take_doubtful(&self, given: bool, original: &str, address: &mut Address) -> Option<String> {
        let town = fold(&address.town);
        if town.is_empty() || given || self.sure.contains(&town) {
            return None;
        }
        let known = with_state(address) || CONNECTICUT.split('|').any(|known| known == town);
        if known && !is_set_apart(original, &address.town) {
            return None;
        }
        Some(std::mem::take(&mut address.town))
    }
}

fn with_state(address: &Address) -> bool {
    !(address.state.is_empty() && address.zip.is_empty())
}

/// Whether a town stands behind a mark that sets a remark apart and not a town: a dash, a bracket, a semicolon, a tab.
fn is_set_apart(line: &str, town: &str) -> bool {
    let town = fold(town);
    let mark = |c: char| matches!(c, '(' | '[' | '{' | ';' | '\t' | '|' | ':' | '/');
    let dashed = [" -", "- ", " –", "– ", " —", "— ", "--"].iter().filter_map(|dash| line.find(dash)).min();
    let from = line.find(mark).into_iter().chain(dashed).min();
    from.is_some_and(|from| {
        // Up to a comma, what follows the mark; a town may come after that again.
        let behind: String = line[from..].split(',').next().unwrap_or_default().into();
        fold(&behind).contains(&town)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_told_from_a_town_by_what_stands_before_it() {
        for line in [
            "48 Maple St - Freyre",
            "48 Maple St – Freyre",
            "48 Maple St; Freyre",
            "48 Maple St\tFreyre",
            "48 Maple St (Freyre",
        ] {
            assert!(is_set_apart(line, "Freyre"), "{line}");
        }
        for line in
            ["48 Maple St, Windham", "48 Maple St Windham", "48 Maple St - Freyre, Windham", "12-14 Maple St, Windham"]
        {
            assert!(!is_set_apart(line, "Windham"), "{line}");
        }
    }

    #[test]
    fn the_towns_of_the_state_are_written_as_they_are_compared() {
        assert!(CONNECTICUT.split('|').all(|town| fold(town) == town && town.trim() == town));
        assert!(CONNECTICUT.split('|').count() > 169);
    }
}
