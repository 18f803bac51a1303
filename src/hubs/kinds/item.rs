//! What lies on the tables of a hub: an item of the catalogue, and its place at one hub.

use crate::model::field::{Choice, Field, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;

/// The highest number of pieces that is accepted; more is a slip of the finger.
pub const MOST: f64 = 100_000.0;

/// What an item is.
pub static CATEGORIES: &[Choice] = &[
    choice("book", t("Book", "Libro")),
    choice("flyer", t("Flyer", "Folleto")),
    choice("kit", t("Activity kit", "Kit de actividades")),
    choice("form", t("Form", "Formulario")),
    choice("supply", t("Supply", "Material")),
    choice("device", t("Device", "Aparato")),
    choice("other", t("Other", "Otro")),
];

/// An item of the catalogue.
pub static ITEM: Kind = Kind::new("item", t("Item", "Artículo"), t("Items", "Artículos"))
    .add(t("New item", "Nuevo artículo"))
    .purpose(t(
        "What is on the tables: books, flyers, kits, forms.",
        "Lo que hay en las mesas: libros, folletos, kits, formularios.",
    ))
    .joins(&["code"])
    .sections(&[Section::new(
        t("Item", "Artículo"),
        &[
            Field::text("name").label(t("Name", "Nombre")).required().title().in_spanish("name_es"),
            Field::text("name_es").label(t("Name in Spanish", "Nombre en español")).searchable(),
            Field::choice("category", CATEGORIES).label(t("What it is", "Qué es")).filter().chip(),
            Field::choices("languages", LANGUAGES).label(t("Languages", "Idiomas")).in_line(),
            Field::text("unit")
                .label(t("Counted in", "Se cuenta en"))
                .help(t("copies, sheets, boxes", "ejemplares, hojas, cajas")),
            Field::number("pack", 1.0, MOST)
                .whole()
                .label(t("Pack size", "Tamaño del paquete"))
                .help(t("How many come in a pack; blank for one.", "Cuántos trae el paquete; en blanco si es uno.")),
            Field::text("code").barcode().label(t("ISBN or barcode", "ISBN o código de barras")).searchable(),
            Field::text("source").label(t("Where to get more", "Dónde conseguir más")).searchable(),
            Field::link("same_as", "item").label(t("Same item as", "El mismo artículo que")),
            Field::long_text("not_same_as")
                .label(t("Not the same item as", "No es el mismo artículo que"))
                .asked(&[When::Never])
                .private(),
        ],
    )]);

/// The fields of an item that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod item_fields {
    use super::ITEM;
    use crate::model::handle::{NumberField, TextField};

    pub const NAME: TextField = ITEM.text("name");
    pub const NAME_ES: TextField = ITEM.text("name_es");
    pub const PACK: NumberField = ITEM.number("pack");
    pub const CODE: TextField = ITEM.text("code");
}

/// An item at one hub: where it lies there, and how much of it there should be.
pub static SHELF: Kind =
    Kind::new("shelf", t("Item at a hub", "Artículo en un punto"), t("Items at hubs", "Artículos en los puntos"))
        .add(t("Add items", "Agregar artículos"))
        .purpose(t(
            "Where an item is at a hub, and how many there should be.",
            "Dónde está un artículo y cuántos debe haber.",
        ))
        .granted(&[Needs::With("hub"), Needs::With("item")])
        .sections(&[Section::new(
            t("Item at a hub", "Artículo en un punto"),
            &[
                Field::link("hub", "hub").label(t("Hub", "Punto de acceso")).required().in_line(),
                Field::link("item", "item").label(t("Item", "Artículo")).required().in_line(),
                Field::text("zone").label(t("Table or board", "Mesa o tablero")).title(),
                Field::number("par", 0.0, MOST).whole().label(t("Target", "Meta")).help(t(
                    "The par level: how many a full table has.",
                    "El nivel ideal: lo que tiene una mesa llena.",
                )),
                Field::number("minimum", 0.0, MOST).whole().label(t("Minimum", "Mínimo")),
                Field::number("order", -1e9, 1e9)
                    .label(t("Spot on the table", "Lugar en la mesa"))
                    .asked(&[When::Never]),
            ],
        )]);

/// The fields of an item at a hub that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod shelf_fields {
    use super::SHELF;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const HUB: LinkField = SHELF.link("hub");
    pub const ITEM: LinkField = SHELF.link("item");
    pub const ZONE: TextField = SHELF.text("zone");
    pub const PAR: NumberField = SHELF.number("par");
    pub const MINIMUM: NumberField = SHELF.number("minimum");
    pub const ORDER: NumberField = SHELF.number("order");
}
