//! A made-up hub.

use super::kinds::movement::{COUNTED, STOCKED, TAKEN};
use super::{count, stock};
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::model::value::Value;
use crate::work::practice::Practice;

/// What lies on the tables of a made-up hub: name, category, table, how many there should be and at least, how many
/// were brought two weeks ago, how many a count found a week ago, how many were taken since.
type SampleItem = (Text, &'static str, Text, i64, i64, i64, i64, i64);

const TABLE_1: Text = t("Table 1", "Mesa 1");
const TABLE_2: Text = t("Table 2", "Mesa 2");
const BOARD: Text = t("Board", "Tablero");

static ITEMS: &[SampleItem] = &[
    (t("Bilingual picture books", "Libros ilustrados bilingües"), "book", TABLE_1, 20, 6, 20, 11, 2),
    (t("Early readers in Spanish", "Primeras lecturas en español"), "book", TABLE_1, 12, 4, 12, 9, 0),
    (t("Library card forms", "Solicitudes de tarjeta de la biblioteca"), "form", TABLE_1, 40, 15, 50, 14, 3),
    (
        t("Story time flyer, September", "Volante de la hora de cuentos, septiembre"),
        "flyer",
        TABLE_2,
        30,
        10,
        30,
        22,
        0,
    ),
    (t("Craft kit: paper lanterns", "Manualidades: farolitos de papel"), "kit", TABLE_2, 10, 3, 10, 2, 1),
    (t("Bus map to the library", "Mapa de autobuses a la biblioteca"), "flyer", BOARD, 25, 8, 25, 25, 0),
];

/// A hub, what lies on its tables, and what hangs on its board.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let work = practice.work;
    let ago = |days| practice.ago(days);
    let mut rows: Vec<RecordWrite> = Vec::new();
    let now = work.now();
    let hub = work.new_id();
    let lang = practice.lang;
    let zones = [TABLE_1, TABLE_2, BOARD].map(|zone| zone.get(lang)).join("\n");
    let texts =
        [("name", "Río Verde School"), ("room", t("Resource room", "Sala de recursos").get(lang)), ("zones", &zones)];
    let mut values = order::values(texts.map(|(key, text)| (key, Value::text(text))));
    values.insert("languages".to_owned(), Value::List(vec![Value::text("en"), Value::text("es")]));
    rows.push(("hub", hub, values));
    let postings = [
        (t("Tax help in Spanish", "Ayuda con los impuestos en español"), -3, "es"),
        (t("Story time: lanterns", "Hora de cuentos: farolitos"), 12, "en"),
        (t("When we are open", "Nuestro horario"), 60, "en"),
    ];
    for (title, days, language) in postings {
        let day = now.today() + chrono::TimeDelta::days(days);
        let values = [
            ("title", Value::text(title.get(lang))),
            ("hub", Value::link(hub)),
            ("what", Value::text(if days == 60 { "notice" } else { "event" })),
            ("until", Value::text(day.to_string())),
            ("languages", Value::List(vec![Value::text(language)])),
        ];
        rows.push(("posting", work.new_id(), order::values(values)));
    }
    let walk = work.new_id();
    let (kind, id, mut count) = count::begin(count::WALK, walk, hub, ago(7));
    count.extend(count::finish(count::WALK, walk, ago(7)).2);
    rows.push((kind, id, count));
    for (at, (name, category, zone, par, minimum, brought, found, taken)) in ITEMS.iter().enumerate() {
        let item = work.new_id();
        let texts = [("name", name.en), ("name_es", name.es), ("category", *category)];
        rows.push(("item", item, order::values(texts.map(|(key, text)| (key, Value::text(text))))));
        let place = [
            ("hub", Value::link(hub)),
            ("item", Value::link(item)),
            ("zone", Value::text(zone.get(lang))),
            ("par", Value::whole(*par)),
            ("minimum", Value::whole(*minimum)),
            ("order", Value::whole(i64::try_from(at).unwrap_or(0))),
        ];
        rows.push(("shelf", stock::shelf_id(hub, item), order::values(place)));
        let stocked = work.new_id();
        rows.push(stock::movement(stocked, STOCKED, hub, item, *brought, ago(14)));
        let mut counted = stock::movement(stock::counted_id(walk, item), COUNTED, hub, item, *found, ago(7));
        let knew = [("count", Value::link(walk)), ("was", Value::whole(*brought)), ("seen", Value::link(stocked))];
        counted.2.extend(order::values(knew));
        rows.push(counted);
        if *taken > 0 {
            rows.push(stock::movement(work.new_id(), TAKEN, hub, item, *taken, ago(2)));
        }
    }
    rows
}
