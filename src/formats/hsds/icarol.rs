//! What a 211 exports from iCarol: one CSV in which agencies, programs, sites and programs at sites are rows of one table,
//! told apart by `TaxonomyLevelName` and held together by numbers.
//!
//! What it keeps to itself stays with it: phones that are private are not read, what is not for a directory is left out and
//! counted, and an address that is private is marked so.

use super::dialects::is_yes;
use super::plain::text;
use super::tables::{Row, Tables, row};

/// The column of [`location`](super::shape) that says that nobody may be told its address.
pub const PRIVATE: &str = "address_is_private";

/// What tells such a table from any other.
const ITS: [&str; 2] = ["resourceagencynum", "taxonomylevelname"];
/// What says that a row is for no directory.
const EXCLUDED: [&str; 2] = ["excludefromdirectory", "excludefromwebsite"];
/// The phones that have a column of their own, and what they are called in HSDS.
const PHONES: &[(&str, &str, &str)] = &[
    ("phonetollfree", "voice", "Toll-free"),
    ("phonenumberhotline", "voice", "Hotline"),
    ("phonenumberafterhours", "voice", "After hours"),
    ("phonenumberbusinessline", "voice", ""),
    ("phonetty", "textphone", ""),
    ("phonefax", "fax", ""),
];

/// Whether a table with these columns, in small letters, is one.
pub(super) fn is_one(columns: &[String]) -> bool {
    ITS.iter().all(|its| columns.iter().any(|column| column == its))
}

/// Adds what a row tells; `false` where it is not for a directory.
pub(super) fn add(tables: &mut Tables, cells: &Row) -> bool {
    let said = Said(cells);
    let id = said.get("resourceagencynum");
    if id.is_empty() || EXCLUDED.iter().any(|column| is_yes(cells.get(*column).map_or("", String::as_str))) {
        return false;
    }
    let level = said.get("taxonomylevelname").to_ascii_lowercase().replace([' ', '_'], "");
    match level.as_str() {
        "agency" => said.agency(tables, &id),
        "site" => said.site(tables, &id),
        "programatsite" => said.program_at_site(tables, &id),
        // A program, and whatever a team calls its own levels.
        _ => said.program(tables, &id),
    }
    true
}

/// A row, by its columns in small letters.
struct Said<'a>(&'a Row);

impl Said<'_> {
    /// A cell as plain text.
    fn get(&self, column: &str) -> String {
        self.0.get(column).map(|cell| text(cell)).unwrap_or_default()
    }

    /// The first of some cells that says anything.
    fn first(&self, columns: &[&str]) -> String {
        columns.iter().map(|column| self.get(column)).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    fn agency(&self, tables: &mut Tables, id: &str) {
        let organization = [
            ("id", id.to_owned()),
            ("name", self.first(&["publicname", "officialname"])),
            ("alternate_name", self.get("alternatename")),
            ("description", self.get("agencydescription")),
            ("email", self.get("emailaddressmain")),
            ("website", self.get("websiteaddress")),
            ("parent_organization_id", self.get("parentagencynum")),
        ];
        tables.add("organization", row(organization));
        self.phones(tables, id, "organization_id");
        // Where it is itself, if it says so.
        if !self.get("physicaladdress1").is_empty() || !self.get("physicalcity").is_empty() {
            let location = format!("{id}/location");
            self.location(tables, &location, id);
        }
    }

    fn site(&self, tables: &mut Tables, id: &str) {
        self.location(tables, id, &self.get("parentagencynum"));
        self.phones(tables, id, "location_id");
        self.hours(tables, id, "location_id");
    }

    fn program(&self, tables: &mut Tables, id: &str) {
        let inactive = self.first(&["activestatus", "agencystatus"]).to_ascii_lowercase().starts_with("inactive");
        let service = [
            ("id", id.to_owned()),
            ("organization_id", self.get("parentagencynum")),
            ("name", self.first(&["publicname", "officialname"])),
            ("alternate_name", self.get("alternatename")),
            ("description", self.get("agencydescription")),
            ("url", self.get("websiteaddress")),
            ("email", self.get("emailaddressmain")),
            ("status", if inactive { "inactive" } else { "active" }.to_owned()),
            ("eligibility_description", self.first(&["eligibility", "customeligibilitybyage"])),
            ("application_process", self.get("applicationprocess")),
            ("fees_description", self.get("feestructuresource")),
            ("assured_date", self.first(&["lastverifiedon", "verifiedon"])),
            ("assurer_email", self.get("lastverificationapprovedby")),
            ("wait_time", self.get("normalwaittime")),
        ];
        tables.add("service", row(service));
        self.phones(tables, id, "service_id");
        self.hours(tables, id, "service_id");
        self.list(tables, id, "documentsrequired", "required_document", "document", &['\n', ';']);
        let languages =
            if self.get("languagesofferedlist").is_empty() { "languagesoffered" } else { "languagesofferedlist" };
        self.list(tables, id, languages, "language", "name", &[';', ',', '\n']);
        let area = if self.get("coverageareatext").is_empty() { "coveragearea" } else { "coverageareatext" };
        self.list(tables, id, area, "service_area", "name", &[';', '\n']);
        self.terms(tables, id);
    }

    fn program_at_site(&self, tables: &mut Tables, id: &str) {
        let link = [
            ("id", id.to_owned()),
            ("service_id", self.get("connectstoprogramnum")),
            ("location_id", self.get("connectstositenum")),
            ("description", self.get("agencydescription")),
        ];
        tables.add("service_at_location", row(link));
        self.phones(tables, id, "service_at_location_id");
        self.hours(tables, id, "service_at_location_id");
    }

    fn location(&self, tables: &mut Tables, id: &str, organization: &str) {
        let by_bus = [self.get("busserviceaccess"), self.get("publicaccesstransportation")];
        let by_bus = by_bus.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n");
        let private = is_yes(&self.get("physicaladdressisprivate"));
        let location = [
            ("id", id.to_owned()),
            ("organization_id", organization.to_owned()),
            ("location_type", "physical".to_owned()),
            ("name", self.first(&["publicname", "officialname"])),
            ("description", self.get("agencydescription")),
            ("transportation", by_bus),
            ("latitude", self.get("latitude")),
            ("longitude", self.get("longitude")),
            (PRIVATE, if private { "true" } else { "" }.to_owned()),
        ];
        tables.add("location", row(location));
        let addresses = [("physical", "physicaladdressisprivate"), ("mailing", "mailingaddressisprivate")];
        for (kind, is_private) in addresses {
            // A private mailing address is needed by nobody here; a private place is needed by whoever sends people there.
            let line = self.get(&format!("{kind}address1"));
            if line.is_empty() && self.get(&format!("{kind}city")).is_empty()
                || kind == "mailing" && is_yes(&self.get(is_private))
            {
                continue;
            }
            let address = [
                ("id", format!("{id}/{kind}")),
                ("location_id", id.to_owned()),
                ("attention", if kind == "mailing" { self.get("mailingattentionname") } else { String::new() }),
                ("address_1", line),
                ("address_2", self.get(&format!("{kind}address2"))),
                ("city", self.get(&format!("{kind}city"))),
                ("state_province", self.get(&format!("{kind}stateprovince"))),
                ("postal_code", self.get(&format!("{kind}postalcode"))),
                ("country", self.get(&format!("{kind}country"))),
                ("address_type", if kind == "mailing" { "postal" } else { "physical" }.to_owned()),
            ];
            tables.add("address", row(address));
        }
        let access = self.get("disabilitiesaccess");
        if !access.is_empty() {
            let cells = [("id", format!("{id}/access")), ("location_id", id.to_owned()), ("description", access)];
            tables.add("accessibility", row(cells));
        }
    }

    /// The hours, word for word: the form that programs read first, and beside it what people wrote.
    fn hours(&self, tables: &mut Tables, id: &str, of: &'static str) {
        let (exact, said) = (self.get("hours"), self.get("hoursofoperation"));
        let (exact, said) = if exact.is_empty() { (said, String::new()) } else { (exact, said) };
        if exact.is_empty() {
            return;
        }
        let cells = [("id", format!("{id}/hours")), (of, id.to_owned()), ("description", exact), ("notes", said)];
        tables.add("schedule", row(cells));
    }

    fn phones(&self, tables: &mut Tables, id: &str, of: &'static str) {
        let numbered = (1..=5).map(|at| {
            let part = |what: &str| self.get(&format!("phone{at}{what}"));
            let kind = part("type").to_ascii_lowercase() + &part("name").to_ascii_lowercase();
            let kind = if kind.contains("fax") { "fax" } else { "voice" };
            let said =
                [part("name"), part("description")].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>();
            (format!("phone{at}"), part("number"), kind, said.join(". "))
        });
        let named = PHONES.iter().map(|(column, kind, called)| {
            let said = self.get(&format!("{column}description"));
            let said = if said.is_empty() { (*called).to_owned() } else { said };
            ((*column).to_owned(), self.get(column), *kind, said)
        });
        for (column, number, kind, said) in numbered.chain(named).collect::<Vec<_>>() {
            if number.is_empty() || is_yes(&self.get(&format!("{column}isprivate"))) {
                continue;
            }
            let cells = [
                ("id", format!("{id}/{column}")),
                (of, id.to_owned()),
                ("number", number),
                ("type", kind.to_owned()),
                ("description", said),
            ];
            tables.add("phone", row(cells));
        }
    }

    /// The parts of a cell as rows of a table.
    fn list(&self, tables: &mut Tables, id: &str, column: &str, one: &str, into: &'static str, by: &[char]) {
        let cell = self.get(column);
        let parts =
            cell.split(by).map(|part| part.trim().trim_start_matches('•').trim()).filter(|part| !part.is_empty());
        for (at, part) in parts.enumerate() {
            let cells = [("id", format!("{id}/{one}/{at}")), ("service_id", id.to_owned()), (into, part.to_owned())];
            tables.add(one, row(cells));
        }
    }

    /// What it is classified by, in the taxonomy of 211 LA: codes and terms in one order.
    fn terms(&self, tables: &mut Tables, id: &str) {
        let (codes, terms) = (self.get("taxonomycodes"), self.get("taxonomyterms"));
        let split = |cell: &str| -> Vec<String> {
            cell.split([';', '*']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
        };
        let (codes, terms) = (split(&codes), split(&terms));
        for (at, code) in codes.iter().enumerate() {
            let name = terms.get(at).filter(|_| terms.len() == codes.len()).cloned().unwrap_or_else(|| code.clone());
            let term = [("id", code.clone()), ("code", code.clone()), ("name", name), ("taxonomy", "211LA".to_owned())];
            tables.add("taxonomy_term", row(term));
            let link = [
                ("id", format!("{id}/{code}")),
                ("link_id", id.to_owned()),
                ("link_entity", "service".to_owned()),
                ("taxonomy_term_id", code.clone()),
            ];
            tables.add("attribute", row(link));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::formats::hsds::read::read;

    const EXPORT: &str = "\
ResourceAgencyNum,PublicName,TaxonomyLevelName,ParentAgencyNum,PhysicalAddress1,PhysicalCity,PhysicalAddressIsPrivate,Phone1Number,Phone1IsPrivate,Phone2Number,Phone2Name,Phone2IsPrivate,PhoneTollFree,HoursOfOperation,Hours,AgencyDescription,DocumentsRequired,LanguagesOfferedList,TaxonomyCodes,TaxonomyTerms,ConnectsToSiteNum,ConnectsToProgramNum,ExcludeFromDirectory,BusServiceAccess,LastVerifiedOn
100,Covenant Kitchen,Agency,,,,,860-555-0100,No,,,,,,,<p>Meals &amp; more.</p>,,,,,,,No,,
200,Church hall,Site,100,1 Main St,Willimantic,No,,,,,,,Mon-Fri 9-5,Mon 09:00 - 17:00; Tue 09:00 - 17:00,,,,,,,,No,Bus 671,
201,Safe house,Site,100,9 Hidden Ln,Windham,Yes,,,,,,,,,,,,,,,,No,,
300,Food pantry,Program,100,,,,860-555-0300,No,860-555-0999,Director,Yes,800-555-0300,,,Food.<br>Walk in.,Photo ID; Proof of address,English; Spanish,BD-1800.2000; NL-6000,Food Pantries; WIC,,,No,,2026-10-02
301,Secret program,Program,100,,,,,,,,,,,,,,,,,,,Yes,,
400,Food pantry at the hall,ProgramAtSite,100,,,,,,,,,,2nd Sat 10-12,,,,,,,200,300,No,,
";

    #[test]
    fn levels_become_what_they_are() {
        let found = read("export.csv", EXPORT.as_bytes()).unwrap();
        let tables = &found.tables;
        let cell = |one: &str, id: &str, column: &str| {
            tables.row(one, id).and_then(|row| row.get(column)).cloned().unwrap_or_default()
        };
        assert_eq!(found.left_out, 1, "what is not for a directory");
        assert!(tables.row("service", "301").is_none());
        assert_eq!(cell("organization", "100", "description"), "Meals & more.");
        assert_eq!(cell("service", "300", "organization_id"), "100");
        assert_eq!(cell("service", "300", "description"), "Food.\nWalk in.");
        assert_eq!(cell("service", "300", "assured_date"), "2026-10-02");
        assert_eq!(cell("service_at_location", "400", "service_id"), "300");
        assert_eq!(cell("service_at_location", "400", "location_id"), "200");
        assert_eq!(cell("schedule", "400/hours", "description"), "2nd Sat 10-12");
        assert_eq!(cell("schedule", "200/hours", "description"), "Mon 09:00 - 17:00; Tue 09:00 - 17:00");
        assert_eq!(cell("schedule", "200/hours", "notes"), "Mon-Fri 9-5");
        assert_eq!(cell("location", "200", "transportation"), "Bus 671");
        assert_eq!(cell("location", "200", super::PRIVATE), "");
        assert_eq!(cell("location", "201", super::PRIVATE), "true");
        let numbers: Vec<&str> = tables.rows("phone").iter().map(|row| row["number"].as_str()).collect();
        assert_eq!(numbers, ["860-555-0100", "860-555-0300", "800-555-0300"], "a private one stays with them");
        assert_eq!(cell("taxonomy_term", "BD-1800.2000", "name"), "Food Pantries");
        assert_eq!(tables.rows("attribute").len(), 2);
        assert_eq!(tables.rows("language").len(), 2);
        assert_eq!(tables.rows("required_document").len(), 2);
    }
}
