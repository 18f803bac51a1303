//! Made-up services around Windham. None of them exists.

use super::kinds::organization::{ORGANIZATION, fields as organization};
use super::kinds::service::{SERVICE, fields as service};
use super::kinds::verification::{NOT_REACHED, STILL_SO, VERIFICATION, fields as verification};
use super::referrals;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::model::value::Value;
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// A made-up service.
struct Sample {
    name: Text,
    organization: &'static str,
    needs: &'static [&'static str],
    hours: &'static str,
    phone: &'static str,
    offers: Text,
    languages: &'static [&'static str],
    /// Whether it can be reached without a car.
    without_car: bool,
    no_documents: bool,
    /// The street; without one there is no address. One that begins with “!” stays private.
    street: &'static str,
    /// How many days ago it was verified, and with which result, the earliest first.
    checks: &'static [(i64, &'static str)],
}

const BOTH: &[&str] = &["en", "es"];
const ENGLISH: &[&str] = &["en"];

static SAMPLES: &[Sample] = &[
    Sample {
        name: t("Noon meal", "Comida del mediodía"),
        organization: "Maple Street Soup Kitchen",
        needs: &["food"],
        hours: "daily 11:30-1:30",
        phone: "860-555-0171",
        offers: t("A hot meal for anyone who comes.", "Una comida caliente para quien llegue."),
        languages: BOTH,
        without_car: true,
        no_documents: true,
        street: "14 Maple Street",
        checks: &[(12, STILL_SO)],
    },
    Sample {
        name: t("Food pantry", "Despensa de comida"),
        organization: "Riverbend Pantry",
        needs: &["food", "clothing"],
        hours: "Mon, Wed, Fri 9-12\n1st and 3rd Sat 10-12",
        phone: "860-555-0172",
        offers: t(
            "Groceries for a week, diapers when they have them.",
            "Víveres para una semana y pañales cuando hay.",
        ),
        languages: ENGLISH,
        without_car: true,
        no_documents: false,
        street: "230 River Road",
        checks: &[(48, STILL_SO)],
    },
    Sample {
        name: t("Evening groceries", "Víveres por la tarde"),
        organization: "Northside Table",
        needs: &["food"],
        hours: "Tue-Thu 3-8",
        phone: "860-555-0173",
        offers: t("A bag of groceries, no questions asked.", "Una bolsa de víveres, sin preguntas."),
        languages: BOTH,
        without_car: false,
        no_documents: true,
        street: "7 Ridge Lane",
        checks: &[(5, STILL_SO)],
    },
    Sample {
        name: t("Night shelter", "Refugio nocturno"),
        organization: "Harbor House of Windham",
        needs: &["housing", "safety"],
        hours: "daily 18:00-08:00",
        phone: "860-555-0174",
        offers: t("A bed for the night. Call before you come.", "Una cama para la noche. Llame antes de ir."),
        languages: BOTH,
        without_car: true,
        no_documents: true,
        street: "!9 Quiet Court",
        checks: &[(20, STILL_SO)],
    },
    Sample {
        name: t("Walk-in clinic", "Clínica sin cita"),
        organization: "Thread City Health",
        needs: &["health"],
        hours: "Mon-Fri 8-6, Sat 9-1",
        phone: "860-555-0175",
        offers: t("Doctors and nurses, cost by income.", "Doctores y enfermeras; se paga según el ingreso."),
        languages: BOTH,
        without_car: true,
        no_documents: true,
        street: "88 Mill Street",
        checks: &[(75, STILL_SO)],
    },
    Sample {
        name: t("Fuel assistance", "Ayuda para la calefacción"),
        organization: "Quiet Corner Community Action",
        needs: &["heat", "money"],
        hours: "Mon-Thu 9-4 or by appointment",
        phone: "860-555-0176",
        offers: t("Help to pay for oil, gas and electricity.", "Ayuda para pagar aceite, gas y luz."),
        languages: ENGLISH,
        without_car: true,
        no_documents: false,
        street: "310 Main Street",
        checks: &[(210, STILL_SO)],
    },
    Sample {
        name: t("English classes", "Clases de inglés"),
        organization: "Shetucket Learning Center",
        needs: &["english", "school"],
        hours: "Tue and Thu 6 pm-8:30 pm",
        phone: "860-555-0177",
        offers: t(
            "Free classes on four levels; children are welcome.",
            "Clases gratis en cuatro niveles; pueden ir con niños.",
        ),
        languages: BOTH,
        without_car: true,
        no_documents: true,
        street: "52 Valley Street",
        checks: &[(30, STILL_SO)],
    },
    Sample {
        name: t("Rides to the doctor", "Viajes al médico"),
        organization: "Neighbors at the Wheel",
        needs: &["transport"],
        hours: "Mon-Fri 9-3, ask for Pat",
        phone: "860-555-0178",
        offers: t("Volunteers drive people who are 60 or older.", "Voluntarios llevan a personas de 60 años o más."),
        languages: ENGLISH,
        without_car: true,
        no_documents: true,
        street: "",
        checks: &[(90, STILL_SO), (14, NOT_REACHED)],
    },
];

/// The services.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let today = practice.work.now().today();
    let mut rows: Vec<RecordWrite> = Vec::new();
    let mut helps: Vec<(&'static str, Id)> = Vec::new();
    for (at, sample) in SAMPLES.iter().enumerate() {
        let [by, id] = [practice.work.new_id(), practice.work.new_id()];
        helps.extend(sample.needs.iter().map(|need| (*need, id)));
        rows.push((ORGANIZATION.id, by, order::values([organization::NAME.is(sample.organization)])));
        rows.push((SERVICE.id, id, order::values(values(practice, sample, by))));
        for (ago, result) in sample.checks {
            let day = today - TimeDelta::days(*ago);
            let mut check = vec![
                verification::SERVICE.is(id),
                verification::RESULT.is(*result),
                verification::WHEN.is(day.to_string()),
            ];
            check.extend(practice.staff_at(at).map(|staff| verification::STAFF.is(staff)));
            rows.push((VERIFICATION.id, practice.work.new_id(), order::values(check)));
        }
    }
    rows.extend(referrals::practice::notes(practice, &helps));
    rows
}

fn values(practice: &Practice<'_>, sample: &Sample, by: Id) -> Vec<(&'static str, Value)> {
    let list = |keys: &[&str]| Value::List(keys.iter().map(|key| Value::text(*key)).collect());
    let mut values = vec![
        service::NAME.is(sample.name.en),
        service::NAME_ES.is(sample.name.es),
        service::ORGANIZATION.is(by),
        service::NEEDS.is(list(sample.needs)),
        service::DESCRIPTION.is(sample.offers.get(practice.lang)),
        service::STATUS.is("active"),
        service::HOURS.is(sample.hours),
        service::PHONE.is(sample.phone),
        service::LANGUAGES.is(list(sample.languages)),
        service::WITHOUT_CAR.is(sample.without_car),
        service::NO_DOCUMENTS.is(sample.no_documents),
    ];
    let (street, is_private) = match sample.street.strip_prefix('!') {
        Some(street) => (street, true),
        None => (sample.street, false),
    };
    if !street.is_empty() {
        let parts = [("street", street), ("town", "Windham"), ("state", "CT")];
        let parts = parts.into_iter().map(|(part, words)| (part.to_owned(), Value::text(words)));
        values.push(service::ADDRESS.is(Value::Map(order::map(parts))));
    }
    if is_private {
        values.push(service::ADDRESS_PRIVATE.is(true));
    }
    values
}
