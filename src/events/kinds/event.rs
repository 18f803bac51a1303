//! An outreach event: the seeds' Outreach Event Tracking sheet. Its labels are the sheet's own, word for word.
//!
//! Who of the library took part and whom it worked with are records of their own, so that two tablets add to them without
//! a conflict; what a spreadsheet says of them in words is kept as it was written.

use super::choices::{
    AS_OUTREACH, AS_SESSION, AUDIENCES, COUNT_AS, FORMATS, KNOWN_BY, NOT_COUNTED, PLANNED, STATUS, TYPES,
};
use crate::asks::FOR;
use crate::model::field::{Agrees, Field, Start, When};
use crate::model::kind::{Kind, Section};
use crate::model::languages::LANGUAGES;
use crate::model::next_step;
use crate::model::text::t;
use chrono::Weekday;

/// The highest number of participants that is accepted; more is a slip of the finger.
pub const MOST: f64 = 1_000_000.0;

/// An event.
pub static EVENT: Kind = Kind::new("event", t("Event", "Evento"), t("Events", "Eventos"))
    .add(t("New event", "Nuevo evento"))
    .purpose(t(
        "What you plan and hold outside your walls and within: with whom, for whom, who came.",
        "Lo que planea y realiza fuera y dentro de la biblioteca: con quién, para quién, quién vino.",
    ))
    .follow_up(next_step::called(t("Follow-up to an event", "Seguimiento de un evento")))
    .sections(&[
        Section::new(
            t("Event", "Evento"),
            &[
                Field::text("name")
                    .label(t("Event/Program Name", "Nombre del evento o programa"))
                    .help(t(
                        "A descriptive title for the outreach activity.",
                        "Un título que describa la actividad.",
                    ))
                    .required()
                    .title()
                    .asked_first(1),
                Field::date_time("when")
                    .label(t("Date and Time", "Fecha y hora"))
                    .required()
                    .ahead(Weekday::Sat)
                    .in_line()
                    .asked_first(2),
                Field::date_time("ends")
                    .label(t("Ends", "Termina"))
                    .agrees(&[Agrees::NotBefore("when")])
                    .asked_first(3),
                Field::text("location").label(t("Location", "Lugar")).searchable().in_line().asked_first(4),
                Field::choice("type", TYPES)
                    .label(t("Type of Outreach and Target Audience", "Tipo de actividad y público"))
                    .help(t(
                        "Categories such as presentation, school visit, etc.",
                        "Categorías como presentación, visita a una escuela, etc.",
                    ))
                    .filter()
                    .asked_first(5),
                Field::choice("status", STATUS)
                    .label(t("Status", "Estado"))
                    .start(Start::Choice(PLANNED))
                    .filter()
                    .chip()
                    .asked_first(7),
                Field::choice("audience", AUDIENCES)
                    .label(t("Intended age group", "Grupo de edad previsto"))
                    .help(t(
                        "The group it is planned for, no matter who comes.",
                        "Para quién se pensó, venga quien venga.",
                    ))
                    .filter()
                    .asked_first(6),
                Field::text("audience_words")
                    .label(t("Type and audience, in your own words", "Tipo y público, en sus palabras"))
                    .searchable(),
            ],
        ),
        Section::new(
            t("Where", "Dónde"),
            &[
                Field::choice("format", FORMATS).label(t("Format", "Formato")).filter(),
                Field::link("hub", "hub").label(t("Hub", "Punto de acceso")).filter(),
                Field::address("address").label(t("Address", "Dirección")).searchable(),
                Field::text("web").label(t("Web address", "Dirección web")).help(t(
                    "Where people read more or sign up. The code on the flyer leads there.",
                    "Donde la gente puede leer más o inscribirse. El código del volante lleva ahí.",
                )),
            ],
        ),
        Section::new(
            t("About the event", "Sobre el evento"),
            &[
                Field::long_text("description")
                    .label(t("Description of Event", "Descripción del evento"))
                    .searchable(),
                Field::choices("languages", LANGUAGES).label(t("Languages", "Idiomas")).filter(),
                Field::long_text("objective")
                    .label(t("Objective or Goal or KPIs", "Objetivo, meta o indicadores"))
                    .help(t(
                        "How you are measuring if this outreach was a success for your org",
                        "Cómo mide si la actividad fue un éxito para su organización",
                    ))
                    .searchable(),
                Field::long_text("marketing")
                    .label(t("Marketing or Promotions", "Publicidad o promoción"))
                    .help(t("How was the event advertised?", "¿Cómo se anunció el evento?"))
                    .searchable(),
                Field::long_text("resources")
                    .label(t("Resources Used", "Recursos usados"))
                    .help(t(
                        "Document any materials, equipment, or resources used for the event.",
                        "Anote los materiales, equipos o recursos que se usaron.",
                    ))
                    .searchable(),
                Field::choices("needs", FOR).label(t("What the event still needs", "Qué le falta al evento")).help(t(
                    "The event then shows which partners could help.",
                    "El evento muestra entonces qué socios podrían ayudar.",
                )),
                Field::link("lead", "staff")
                    .label(t("Library staff in charge", "Responsable en la biblioteca"))
                    .start(Start::Me),
            ],
        ),
        Section::new(
            t("Who came", "Quién vino"),
            &[
                Field::number("participants", 0.0, MOST)
                    .whole()
                    .label(t("Number of Participants", "Número de participantes"))
                    .help(t(
                        "Everyone who took part, of any age. 0 means nobody came; blank means it is not known.",
                        "Todas las personas, de cualquier edad. 0 significa que no vino nadie; en blanco, que no se sabe.",
                    ))
                    .agrees(&[Agrees::BlankWhile("known_by", NOT_COUNTED)]),
                Field::choice("known_by", KNOWN_BY)
                    .label(t("How the number is known", "Cómo se sabe el número"))
                    .filter(),
                Field::number("online", 0.0, MOST)
                    .whole()
                    .label(t("Of these, online", "De ellos, en línea"))
                    .agrees(&[Agrees::AtMost("participants")])
                    .asked(&[When::Is("format", &["hybrid", "hybrid_off_site"])]),
            ],
        ),
        Section::new(
            t("Does it count?", "¿Cuenta?"),
            &[
                Field::yes_no("gives").label(t(
                    "Does the library give staff time or money?",
                    "¿La biblioteca pone tiempo del personal o dinero?",
                )),
                Field::yes_no("for_group").label(t("Is it planned for a group?", "¿Se planea para un grupo?")),
                Field::yes_no("set_time").label(t("Is it at a set time?", "¿Tiene una hora fija?")),
                Field::choice("counts_as", COUNT_AS)
                    .label(t("Count it otherwise, as", "Contarlo de otra manera, como"))
                    .help(t(
                        "Leave blank to follow the rules of the annual survey.",
                        "Déjelo en blanco para seguir las reglas de la encuesta anual.",
                    )),
                Field::text("why_otherwise")
                    .label(t("Why it counts otherwise", "Por qué cuenta de otra manera"))
                    .required()
                    .searchable()
                    .asked(&[When::Is("counts_as", &[AS_SESSION, AS_OUTREACH])]),
            ],
        ),
        Section::new(
            t("Afterwards", "Después"),
            &[Field::long_text("went_well")
                .label(t("What went well", "Qué salió bien"))
                .help(t("And what to do otherwise next time.", "Y qué hacer de otra manera la próxima vez."))
                .searchable()],
        ),
        next_step::SECTION,
        Section::new(
            t("Notes", "Notas"),
            &[
                Field::long_text("notes").label(t("Notes", "Notas")).searchable().private(),
                // What a spreadsheet says; whoever enters it here adds them one by one.
                Field::long_text("staff_words")
                    .label(t("Staff Involved", "Personal que participó"))
                    .searchable()
                    .private()
                    .asked(&[When::Held(&["staff_words"])]),
                Field::long_text("partner_words")
                    .label(t("Partner Organization", "Organización asociada"))
                    .help(t(
                        "Who did you work with? In what capacity?",
                        "¿Con quién trabajó? ¿En calidad de qué?",
                    ))
                    .searchable()
                    .private()
                    .asked(&[When::Held(&["partner_words"])]),
                Field::link("series", "event")
                    .label(t("First session of the series", "Primera sesión de la serie"))
                    .asked(&[When::Never]),
                Field::link("task", "task")
                    .label(t("From the weekly plan", "Del plan semanal"))
                    .private()
                    .asked(&[When::Held(&["task"])]),
            ],
        ),
    ]);

/// The fields of an event that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::EVENT;
    use crate::model::handle::{LinkField, NumberField, PartsField, TextField, YesNoField};

    pub const NAME: TextField = EVENT.text("name");
    pub const WHEN: TextField = EVENT.text("when");
    pub const ENDS: TextField = EVENT.text("ends");
    pub const NEEDS: PartsField = EVENT.parts("needs");
    pub const LOCATION: TextField = EVENT.text("location");
    pub const ADDRESS: PartsField = EVENT.parts("address");
    pub const WEB: TextField = EVENT.text("web");
    pub const DESCRIPTION: TextField = EVENT.text("description");
    pub const LANGUAGES: PartsField = EVENT.parts("languages");
    pub const STATUS: TextField = EVENT.text("status");
    pub const TYPE: TextField = EVENT.text("type");
    pub const AUDIENCE: TextField = EVENT.text("audience");
    pub const FORMAT: TextField = EVENT.text("format");
    pub const SERIES: LinkField = EVENT.link("series");
    pub const TASK: LinkField = EVENT.link("task");
    pub const HUB: LinkField = EVENT.link("hub");
    pub const LEAD: LinkField = EVENT.link("lead");
    pub const PARTICIPANTS: NumberField = EVENT.number("participants");
    pub const KNOWN_BY: TextField = EVENT.text("known_by");
    pub const ONLINE: NumberField = EVENT.number("online");
    pub const GIVES: YesNoField = EVENT.yes_no("gives");
    pub const FOR_GROUP: YesNoField = EVENT.yes_no("for_group");
    pub const SET_TIME: YesNoField = EVENT.yes_no("set_time");
    pub const COUNT_AS: TextField = EVENT.text("counts_as");
    pub const WENT_WELL: TextField = EVENT.text("went_well");
    pub const NEXT_STEP: TextField = EVENT.text("next_step");
    pub const NEXT_DATE: TextField = EVENT.text("next_date");
    pub const NEXT_DONE: YesNoField = EVENT.yes_no("next_done");
    pub const WHY_OTHERWISE: TextField = EVENT.text("why_otherwise");
}
