use super::*;
use crate::capabilities::kinds::KINDS;
use crate::model::field::{ADDRESS_PARTS, PLACE_PARTS};
use crate::model::staff;
use crate::partners::kinds::contact::CONTACT;
use crate::partners::kinds::partner::PARTNER;

fn guess(kind: &Kind, headers: &[&str]) -> Vec<String> {
    let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
    let name = |target: Target| match target {
        Target::Field(field) => field.key.to_owned(),
        Target::Part(field, part) => format!("{}.{part}", field.key),
        Target::Id => "id".to_owned(),
    };
    guess_columns(kind, &headers).into_iter().map(|target| target.map(name).unwrap_or_default()).collect()
}

#[test]
fn a_table_of_ours_is_known_in_both_languages() {
    for kind in KINDS {
        let columns = Target::written(kind.fields());
        for lang in Lang::ALL {
            let headers: Vec<String> = columns.iter().map(|column| column.label(lang)).collect();
            let known = |target: Target| target.field().is_none_or(|field| field.fits_a_cell());
            assert_eq!(
                guess_columns(kind, &headers),
                columns.iter().map(|target| Some(*target).filter(|target| known(*target))).collect::<Vec<_>>(),
                "{} in {lang:?}",
                kind.id
            );
        }
    }
}

/// Every label that 0.1 wrote, with what it stood for: kind, field, answer, English, Spanish.
fn labels_of_0_1() -> impl Iterator<Item = [&'static str; 5]> {
    let lines = include_str!("../../../../tests/fixtures/csv/labels_of_0.1.tsv").lines().skip(1);
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

#[test]
fn a_table_of_an_earlier_version_is_known_in_both_languages() {
    for kind in KINDS {
        let of_kind: Vec<_> = labels_of_0_1().filter(|line| line[0] == kind.id && line[2].is_empty()).collect();
        let fields: Vec<&str> = of_kind.iter().map(|line| line[1]).collect();
        for lang in [3, 4] {
            let headers: Vec<&str> = of_kind.iter().map(|line| line[lang]).collect();
            assert_eq!(guess(kind, &headers), fields, "{}: {headers:?}", kind.id);
        }
    }
}

#[test]
fn former_names_are_of_what_there_is_and_of_nothing_else_today() {
    for (kind, key, names) in former::LABELS {
        let kind = KINDS.iter().find(|known| known.id == *kind).unwrap();
        assert!(kind.field(key).is_some(), "{}.{key}", kind.id);
        let others = kind.fields().filter(|field| field.key != *key);
        let labels: Vec<String> = others.flat_map(|field| labels(kind, Target::Field(field))).collect();
        for name in *names {
            assert!(!labels.iter().any(|label| plain(label) == plain(name)), "{}.{key} was called {name}", kind.id);
        }
    }
    let fields: Vec<&Field> = KINDS.iter().flat_map(|kind| kind.fields()).collect();
    for (key, answer, _) in former::ANSWERS {
        assert!(fields.iter().any(|field| field.key == *key && field.answer(answer).is_some()), "{key}: {answer}");
    }
}

#[test]
fn usual_names_are_known() {
    assert_eq!(
        guess(
            &PARTNER,
            &[
                "id",
                "Organisation name",
                "Contact Person",
                "E-Mail",
                "Tel.",
                "Address 1",
                "Address_2",
                "CITY",
                "State/Province",
                "Postal code",
                "Latitude",
                "longitude",
                "Website",
                "Comments",
                "",
            ]
        ),
        [
            "",
            "name",
            "contact_name",
            "contact_email",
            "contact_phone",
            "address.street",
            "address.unit",
            "address.town",
            "address.state",
            "address.zip",
            "place.lat",
            "place.lon",
            "",
            "notes",
            "",
        ]
    );
    assert_eq!(
        guess(&PARTNER, &["Nombre", "Teléfono", "Correo electrónico", "Dirección", "Ciudad", "Código postal"]),
        ["name", "contact_phone", "contact_email", "address.street", "address.town", "address.zip"]
    );
    assert_eq!(guess(&staff::STAFF, &["Staff member"]), ["name"]);
    assert_eq!(guess(&CONTACT, &["Partner/Company", "Date", "How", "Notes"]), ["partner", "when", "how", "said"]);
}

#[test]
fn the_templates_own_headers_are_known() {
    assert_eq!(
        guess(
            &PARTNER,
            &[
                "Partner/Company",
                "Main Company Contact Information",
                "Contact Name",
                "Contact Email",
                "Contact Phone Number",
                "Library Staff Contact",
                "Area of Partner's Interest/Goals and Target Audience",
                "Partner's Preferred Method of Contact",
                "Last Contact Date",
                "Previous Partnerships Events",
                "Notes",
            ]
        ),
        [
            "name",
            "main_contact",
            "contact_name",
            "contact_email",
            "contact_phone",
            "staff",
            "interest",
            "preferred_method",
            "last_contact",
            "previous_events",
            "notes",
        ]
    );
}

#[test]
fn no_column_is_guessed_twice() {
    assert_eq!(guess(&PARTNER, &["Name", "Organization", "Partner/Company"]), ["contact_name", "", "name"]);
    assert_eq!(guess(&PARTNER, &["Phone", "Phone"]), ["contact_phone", ""]);
}

#[test]
fn usual_names_belong_to_fields_there_are() {
    let fields = || KINDS.iter().flat_map(|kind| kind.fields());
    for (key, _) in FIELDS {
        assert!(fields().any(|field| field.key == *key), "{key}");
    }
    let parts = ADDRESS_PARTS.iter().chain(&PLACE_PARTS);
    assert!(parts.into_iter().all(|part| PARTS.iter().any(|(key, _)| key == part)));
}

#[test]
fn headers_of_address_books_are_known() {
    let own = |headers: &str| headers.split(',').map(str::to_owned).collect::<Vec<_>>();
    let key = |target: &Option<Target>| {
        target.map(|target| target.part().unwrap_or_else(|| target.field().map_or("", |field| field.key)))
    };
    for (headers, keys) in [
        (
            "First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Value,Address 1 - Street,\
             Address 1 - City,Address 1 - Region,Address 1 - Postal Code",
            vec![
                "contact_name",
                "contact_name",
                "name",
                "contact_email",
                "contact_phone",
                "street",
                "town",
                "state",
                "zip",
            ],
        ),
        (
            "Title,First Name,Last Name,Company,Business Phone,E-mail Address",
            vec!["", "contact_name", "contact_name", "name", "contact_phone", "contact_email"],
        ),
        ("Title,Email", vec!["name", "contact_email"]),
        (
            "Name,Given Name,Family Name,Organization 1 - Name,Phone 1 - Value",
            vec!["contact_name", "", "", "name", "contact_phone"],
        ),
        ("Name,Phone", vec!["name", "contact_phone"]),
        (
            "Last,First,Company,Work Phone,Work Street,Work City,Work State,Work ZIP",
            vec!["contact_name", "contact_name", "name", "contact_phone", "street", "town", "state", "zip"],
        ),
        (
            "Company,Street address line 1 - Work,City - Work,State/Province - Work,Zip/Postal Code - Work",
            vec!["name", "street", "town", "state", "zip"],
        ),
    ] {
        let guessed = guess_columns(&PARTNER, &own(headers));
        let found: Vec<&str> = guessed.iter().map(|target| key(target).unwrap_or_default()).collect();
        assert_eq!(found, keys, "{headers}");
    }
}
