//! What happened to the stock of a hub. Nobody writes how much is there: it is worked out from movements.

use super::item::MOST;
use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// Brought to the hub.
pub const STOCKED: &str = "stocked";
/// Taken by people.
pub const TAKEN: &str = "taken";
/// Brought back by people.
pub const RETURNED: &str = "returned";
/// Carried to another hub.
pub const MOVED: &str = "moved";
/// Used at an event of the library.
pub const USED: &str = "used";
/// Found this many.
pub const COUNTED: &str = "counted";

/// What happened.
pub static WHAT: &[Choice] = &[
    choice(STOCKED, t("Stock added", "Se agregó")),
    choice(TAKEN, t("Taken", "Se llevaron")),
    choice(RETURNED, t("Returned", "Devolvieron")),
    choice(MOVED, t("Moved to another hub", "A otro punto")),
    choice("damaged", t("Damaged", "Dañado")),
    choice("expired", t("Expired", "Vencido")),
];

/// What only a screen of its own writes: a count has to name the movements it knew of, and what was used its event.
static BY_SCREENS: &[Choice] =
    &[choice(COUNTED, t("Counted", "Contado")), choice(USED, t("Used at an event", "Se usó en un evento"))];

/// A movement.
pub static MOVEMENT: Kind =
    Kind::new("movement", t("Stock movement", "Movimiento"), t("Stock movements", "Movimientos"))
        .add(t("New movement", "Nuevo movimiento"))
        .purpose(t(
            "Everything brought, taken, moved or counted. Stock is worked out from it.",
            "Todo lo que se trajo, se llevó, se movió o se contó. De ahí salen las existencias.",
        ))
        // What was carried to another hub is part of what lies there, too.
        .granted(&[Needs::WithAny(&["hub", "to"]), Needs::With("item")])
        .sections(&[Section::new(
            t("Stock movement", "Movimiento"),
            &[
                Field::choice("what", WHAT)
                    .retired(BY_SCREENS)
                    .label(t("What happened?", "¿Qué pasó?"))
                    .required()
                    .filter()
                    .chip(),
                Field::link("hub", "hub").label(t("Hub", "Punto de acceso")).required().in_line(),
                Field::link("item", "item").label(t("Item", "Artículo")).required().in_line(),
                Field::number("amount", 0.0, MOST).whole().label(t("How many", "Cuántos")).required(),
                Field::link("to", "hub")
                    .label(t("To which hub", "A qué punto"))
                    .required()
                    .asked(&[When::Is("what", &[MOVED])]),
                Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
                Field::link("staff", "staff")
                    .label(t("Library staff", "Personal de la biblioteca"))
                    .start(Start::Me)
                    .in_line(),
                Field::long_text("note").label(t("Note", "Nota")).title(),
                Field::link("visit", "hub_visit")
                    .label(t("During the hub shift", "Durante el turno en el punto"))
                    .asked(&[When::Never]),
                // What was used is gone, also where the event is not there any more.
                Field::link("event", "event").label(t("Used at", "Se usó en")).asked(&[When::Held(&["event"])]),
                Field::link("count", "count").label(t("In the count", "En el conteo")).asked(&[When::Never]),
                Field::number("was", -1e9, 1e9).label(t("Expected", "Se esperaban")).asked(&[When::Never]),
                Field::long_text("seen")
                    .label(t("Movements already included", "Movimientos ya incluidos"))
                    .asked(&[When::Never]),
            ],
        )]);

/// The fields of a movement that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod movement_fields {
    use super::MOVEMENT;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const WHAT: TextField = MOVEMENT.text("what");
    pub const HUB: LinkField = MOVEMENT.link("hub");
    pub const ITEM: LinkField = MOVEMENT.link("item");
    pub const AMOUNT: NumberField = MOVEMENT.number("amount");
    pub const TO: LinkField = MOVEMENT.link("to");
    pub const WHEN: TextField = MOVEMENT.text("when");
    pub const STAFF: LinkField = MOVEMENT.link("staff");
    pub const VISIT: LinkField = MOVEMENT.link("visit");
    pub const EVENT: LinkField = MOVEMENT.link("event");
    pub const COUNT: LinkField = MOVEMENT.link("count");
    pub const WAS: NumberField = MOVEMENT.number("was");
    pub const SEEN: TextField = MOVEMENT.text("seen");
}

/// A count of a whole hub: one walk along its tables.
pub static COUNT: Kind = Kind::new("count", t("Count", "Conteo"), t("Counts", "Conteos"))
    .add(t("Count", "Contar"))
    .purpose(t("One count of everything on a hub’s tables.", "Un conteo de todo lo que hay en las mesas de un punto."))
    .granted(&[Needs::With("hub")])
    .sections(&[Section::new(
        t("Count", "Conteo"),
        &[
            Field::link("hub", "hub").label(t("Hub", "Punto de acceso")).required().in_line(),
            Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
            Field::link("staff", "staff")
                .label(t("Library staff", "Personal de la biblioteca"))
                .start(Start::Me)
                .in_line(),
            Field::date_time("finished").label(t("Finished", "Terminado")),
            Field::long_text("note").label(t("Note", "Nota")).title(),
        ],
    )]);

/// The fields of a count that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod count_fields {
    use super::COUNT;
    use crate::model::handle::{LinkField, TextField};

    pub const HUB: LinkField = COUNT.link("hub");
    pub const WHEN: TextField = COUNT.text("when");
    pub const STAFF: LinkField = COUNT.link("staff");
    pub const FINISHED: TextField = COUNT.text("finished");
}
