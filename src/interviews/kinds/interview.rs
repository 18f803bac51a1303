//! An interview: a conversation, those who spoke in it and what each of them agreed to, and what was said.
//!
//! The seed’s project rests on “27 community stakeholder interviews, in-depth interviews with library staff, and
//! community canvassing” (000) and on “key informant interviews” (004).

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::gives::{Gives, Guardian, HowAsked};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::languages::LANGUAGES;
use crate::model::text::t;

/// The conversation goes on, or was left for later.
pub const UNDER_WAY: &str = "under_way";
/// It was held to its end.
pub const HELD: &str = "held";
/// It ended before its end. What was said until then counts.
pub const BROKEN_OFF: &str = "broken_off";
/// Nobody agreed to be interviewed. It counts all the same.
pub const REFUSED: &str = "refused";

/// What became of an interview.
pub static OUTCOMES: &[Choice] = &[
    choice(UNDER_WAY, t("In progress", "En curso")),
    choice(HELD, t("Completed", "Realizada")),
    choice(BROKEN_OFF, t("Ended early", "Se interrumpió")),
    choice(REFUSED, t("Declined", "No aceptó")),
];

/// The community: whoever does not work for the library.
pub const COMMUNITY: &str = "community";

/// Whose voice it is.
pub static VOICES: &[Choice] = &[
    choice(COMMUNITY, t("Community voice", "Voz de la comunidad")),
    choice("staff", t("Staff voice", "Voz del personal")),
];

/// As whom somebody speaks.
pub static ROLES: &[Choice] = &[
    choice("resident", t("Resident", "Residente")),
    choice("parent", t("Parent or caregiver", "Madre, padre o cuidador")),
    choice("student", t("Student", "Estudiante")),
    choice("teacher", t("Teacher or school staff", "Docente o personal escolar")),
    choice("service", t("Social or health services", "Servicios sociales o de salud")),
    choice("business", t("Business", "Negocio")),
    choice("faith", t("Faith community", "Comunidad de fe")),
    choice("arts", t("Arts, culture or media", "Arte, cultura o medios")),
    choice("official", t("Town or elected official", "Funcionario o autoridad electa")),
    choice("library", t("Library staff", "Personal de la biblioteca")),
    choice("volunteer", t("Volunteer or board", "Voluntario o junta")),
    choice("other", t("Other", "Otro")),
];

/// Somebody of full age.
pub const ADULT: &str = "adult";
/// Somebody for whom a parent or guardian must agree.
pub const MINOR: &str = "minor";

/// Whether somebody can agree alone.
pub static AGES: &[Choice] =
    &[choice(ADULT, t("Adult", "Mayor de edad")), choice(MINOR, t("Under 18", "Menor de 18 años"))];

/// We may write down what is said.
pub const NOTES: &str = "notes";
/// We may quote it without a name.
pub const QUOTES: &str = "quotes";
/// We may say who said it.
pub const NAMED: &str = "named";
/// We may record the sound.
pub const AUDIO: &str = "audio";
/// We may take a photo.
pub const PHOTO: &str = "photo";
/// We may get in touch again.
pub const CALL_BACK: &str = "call_back";

/// What somebody can agree to, each apart from the others: keys of yes-or-no fields, in the order they are asked.
pub static GRANTS: [&str; 6] = [NOTES, QUOTES, NAMED, AUDIO, PHOTO, CALL_BACK];

/// An interview.
pub static INTERVIEW: Kind = Kind::new("interview", t("Interview", "Entrevista"), t("Interviews", "Entrevistas"))
    .add(t("New interview", "Nueva entrevista"))
    .purpose(t(
        "Conversations with community members and staff, question by question, with their consent.",
        "Conversaciones con gente de la comunidad y con el personal, pregunta por pregunta y con su consentimiento.",
    ))
    .sections(&[Section::new(
        t("The interview", "La entrevista"),
        &[
            Field::text("called").label(t("Name", "Nombre")).required().title().private().help(t(
                "A number or a few words to recognize it by. No names of people.",
                "Un número o unas palabras para reconocerla. Sin nombres de personas.",
            )),
            Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
            Field::date_time("until").label(t("To", "Hasta")),
            Field::link("staff", "staff")
                .label(t("Library staff", "Personal de la biblioteca"))
                .start(Start::Me)
                .in_line(),
            Field::text("where").label(t("Where", "Lugar")).searchable().in_line().private(),
            Field::link("event", "event").label(t("At which event", "En qué evento")).private(),
            Field::choice("language", LANGUAGES).label(t("Language spoken", "Idioma en que hablaron")).filter(),
            Field::choice("outcome", OUTCOMES)
                .label(t("Outcome", "Resultado"))
                .start(Start::Choice(UNDER_WAY))
                .filter()
                .chip(),
            Field::long_text("memo").label(t("Your own notes", "Sus propias notas")).private().help(t(
                "What you noticed, in your words. What people said goes with the questions.",
                "Lo que notó, con sus palabras. Lo que alguien dijo va en las preguntas.",
            )),
            Field::link("asked_with", "guide_version").label(t("Guide", "Guía")).asked(&[When::Never]),
            Field::choice("read_in", LANGUAGES)
                .label(t("Language of the questions", "Idioma de las preguntas"))
                .asked(&[When::Never]),
            Field::text("at").label(t("Current question", "Pregunta en curso")).asked(&[When::Never]),
        ],
    )]);

/// The fields of an interview that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod interview_fields {
    use super::INTERVIEW;
    use crate::model::handle::{LinkField, TextField};

    pub const CALLED: TextField = INTERVIEW.text("called");
    pub const WHEN: TextField = INTERVIEW.text("when");
    pub const UNTIL: TextField = INTERVIEW.text("until");
    pub const WHERE: TextField = INTERVIEW.text("where");
    pub const LANGUAGE: TextField = INTERVIEW.text("language");
    pub const OUTCOME: TextField = INTERVIEW.text("outcome");
    pub const READ_IN: TextField = INTERVIEW.text("read_in");
    pub const AT: TextField = INTERVIEW.text("at");
    pub const STAFF: LinkField = INTERVIEW.link("staff");
    pub const EVENT: LinkField = INTERVIEW.link("event");
    pub const ASKED_WITH: LinkField = INTERVIEW.link("asked_with");
}

/// What somebody who takes part in an interview can agree to.
pub static GIVES: Gives = Gives {
    takes_part_in: "interview",
    named_by: "speaker",
    name: "name",
    grants: &GRANTS,
    // Who may not be quoted is not named.
    rests_on: &[(NAMED, QUOTES)],
    guardian: Guardian { age: "adult", minor: MINOR, agrees: "guardian" },
    withdrawn: "withdrawn",
    asked: HowAsked { when: "asked_when", lang: "asked_in", words: "words", by: "asked_by" },
};

/// Somebody who takes part in an interview, and what they agreed to.
pub static SPEAKER: Kind = Kind::new(
    "speaker",
    t("Person interviewed", "Persona entrevistada"),
    t("People interviewed", "Personas entrevistadas"),
)
.add(t("Add a person", "Agregar una persona"))
.purpose(t("Who was heard, and what each person agreed to.", "A quién se escuchó y qué aceptó cada persona."))
.gives(&GIVES)
.granted(&[Needs::With("interview")])
.sections(&[
    Section::new(
        t("About them", "Sobre la persona"),
        &[
            Field::text("name")
                .label(t("Name or pseudonym", "Nombre o seudónimo"))
                .title()
                .private()
                .with_consent(NOTES),
            Field::choice("role", ROLES).label(t("Role", "Participa como")).filter().chip(),
            Field::choice("voice", VOICES).label(t("Voice", "Voz")).start(Start::Choice(COMMUNITY)).filter(),
            Field::link("organisation", "partner")
                .label(t("Organization", "Organización"))
                .in_line()
                .private()
                .with_consent(NOTES),
            Field::text("neighbourhood").label(t("Neighborhood", "Barrio")).filter().in_line(),
            Field::choice("language", LANGUAGES).label(t("Language", "Idioma")).filter(),
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required(),
        ],
    ),
    Section::new(
        t("Consent", "Consentimiento"),
        &[
            Field::choice("adult", AGES).label(t("Age", "Edad")).start(Start::Choice(ADULT)),
            Field::yes_no("guardian")
                .label(t("A parent or guardian agrees", "Una madre, padre o tutor está de acuerdo"))
                .asked(&[When::Is("adult", &[MINOR])]),
            Field::yes_no(NOTES).label(t("You may take notes of what I say", "Pueden tomar notas de lo que digo")),
            Field::yes_no(QUOTES)
                .label(t("You may quote me without my name", "Pueden citar mis palabras sin mi nombre")),
            Field::yes_no(NAMED).label(t("You may quote me with my name", "Pueden citarme con mi nombre")),
            Field::yes_no(AUDIO).label(t("You may record audio", "Pueden grabar audio")),
            Field::yes_no(PHOTO).label(t("You may take a photo of me", "Pueden tomarme una foto")),
            Field::yes_no(CALL_BACK).label(t("You may contact me again", "Pueden volver a comunicarse conmigo")),
            Field::link("asked_by", "staff").label(t("Who asked", "Quién preguntó")).asked(&[When::Never]),
            Field::date_time("asked_when").label(t("Asked on", "Se le preguntó el")).asked(&[When::Never]),
            Field::choice("asked_in", LANGUAGES).label(t("Asked in", "Se le preguntó en")).asked(&[When::Never]),
            Field::long_text("words").label(t("The words shown", "Las palabras mostradas")).asked(&[When::Never]),
            Field::date_time("withdrawn").label(t("Withdrawn on", "Retirado el")).asked(&[When::Never]),
        ],
    ),
]);

/// The fields of a speaker that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod speaker_fields {
    use super::SPEAKER;
    use crate::model::handle::{LinkField, TextField, YesNoField};

    pub const NAME: TextField = SPEAKER.text("name");
    pub const ROLE: TextField = SPEAKER.text("role");
    pub const VOICE: TextField = SPEAKER.text("voice");
    pub const NEIGHBORHOOD: TextField = SPEAKER.text("neighbourhood");
    pub const LANGUAGE: TextField = SPEAKER.text("language");
    pub const ADULT: TextField = SPEAKER.text("adult");
    pub const ASKED_WHEN: TextField = SPEAKER.text("asked_when");
    pub const WORDS: TextField = SPEAKER.text("words");
    pub const WITHDRAWN: TextField = SPEAKER.text("withdrawn");
    pub const ORGANIZATION: LinkField = SPEAKER.link("organisation");
    pub const INTERVIEW: LinkField = SPEAKER.link("interview");
    pub const ASKED_BY: LinkField = SPEAKER.link("asked_by");
    pub const GUARDIAN: YesNoField = SPEAKER.yes_no("guardian");
}

/// How somebody wants to be reached again. A record of its own, so that it can be erased without what was said.
pub static CALLBACK: Kind =
    Kind::new("callback", t("Contact details", "Datos de contacto"), t("Contact details", "Datos de contacto"))
        .add(t("Add contact details", "Agregar datos de contacto"))
        .purpose(t(
            "How to contact people again who agreed to it.",
            "Cómo volver a contactar a quienes dieron permiso.",
        ))
        .about("speaker")
        .granted(&[Needs::Grant(CALL_BACK), Needs::With("interview")])
        .sections(&[Section::new(
            t("Contact details", "Datos de contacto"),
            &[
                Field::phone("phone").label(t("Phone", "Teléfono")).private(),
                Field::email("email").label(t("Email", "Correo electrónico")).private(),
                Field::text("note").label(t("When and how", "Cuándo y cómo")).title().private(),
                Field::link("speaker", "speaker").label(t("Person interviewed", "Persona entrevistada")).required(),
                Field::link("interview", "interview").label(t("Interview", "Entrevista")).required(),
            ],
        )]);

/// The fields of contact details that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod callback_fields {
    use super::CALLBACK;
    use crate::model::handle::{LinkField, TextField};

    pub const PHONE: TextField = CALLBACK.text("phone");
    pub const EMAIL: TextField = CALLBACK.text("email");
    pub const NOTE: TextField = CALLBACK.text("note");
    pub const SPEAKER: LinkField = CALLBACK.link("speaker");
    pub const INTERVIEW: LinkField = CALLBACK.link("interview");
}

/// A line of notes: one thing that was said, at its time.
pub static SAID: Kind = Kind::new("said", t("Line of notes", "Línea de notas"), t("Lines of notes", "Líneas de notas"))
    .add(t("New line", "Nueva línea"))
    .purpose(t("What was said, line by line.", "Lo que se dijo, línea por línea."))
    .granted(&[Needs::Grant(NOTES), Needs::With("interview")])
    .sections(&[Section::new(
        t("Line of notes", "Línea de notas"),
        &[
            Field::long_text("words").label(t("What was said", "Lo que se dijo")).required().title().private(),
            Field::date_time("when").label(t("When", "Cuándo")).start(Start::Now).in_line(),
            Field::link("speaker", "speaker").label(t("Who said it", "Quién lo dijo")).in_line().private(),
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required().asked(&[When::Never]),
            Field::text("question").label(t("Question", "Pregunta")).asked(&[When::Never]),
        ],
    )]);

/// The fields of a line of notes that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod said_fields {
    use super::SAID;
    use crate::model::handle::{LinkField, TextField};

    pub const WORDS: TextField = SAID.text("words");
    pub const WHEN: TextField = SAID.text("when");
    pub const QUESTION: TextField = SAID.text("question");
    pub const SPEAKER: LinkField = SAID.link("speaker");
    pub const INTERVIEW: LinkField = SAID.link("interview");
}

/// The question was passed over.
pub const SKIPPED: &str = "skipped";
/// The question is to be asked later in the conversation.
pub const LATER: &str = "later";

/// What became of a question.
pub static ANSWERED: &[Choice] = &[
    choice("answered", t("Answered", "Respondida")),
    choice(SKIPPED, t("Skipped", "Omitida")),
    choice(LATER, t("Ask later", "Preguntar después")),
];

/// An answer that was tapped or typed to a question that asks for one, and whether the question was skipped.
pub static ANSWER: Kind = Kind::new("answer", t("Answer", "Respuesta"), t("Answers", "Respuestas"))
    .add(t("New answer", "Nueva respuesta"))
    .purpose(t("The answer to each question.", "La respuesta a cada pregunta."))
    .granted(&[Needs::Grant(NOTES), Needs::With("interview")])
    .sections(&[Section::new(
        t("Answer", "Respuesta"),
        &[
            // Answers to choose from stand here by their keys with a space between, as in XLSForm.
            Field::long_text("value").label(t("Answer", "Respuesta")).title().private(),
            Field::choice("state", ANSWERED).label(t("Outcome", "Resultado")).chip(),
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required().asked(&[When::Never]),
            Field::text("question").label(t("Question", "Pregunta")).asked(&[When::Never]),
        ],
    )]);

/// The fields of an answer that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod answer_fields {
    use super::ANSWER;
    use crate::model::handle::{LinkField, TextField};

    pub const VALUE: TextField = ANSWER.text("value");
    pub const STATE: TextField = ANSWER.text("state");
    pub const QUESTION: TextField = ANSWER.text("question");
    pub const INTERVIEW: LinkField = ANSWER.link("interview");
}

/// A photo that was taken at an interview.
pub static INTERVIEW_PHOTO: Kind = Kind::new("interview_photo", t("Photo", "Foto"), t("Photos", "Fotos"))
    .add(t("Add a photo", "Agregar una foto"))
    .purpose(t("Photos of people who agreed to it.", "Fotos de quienes dieron permiso."))
    .granted(&[Needs::Grant(PHOTO), Needs::With("interview")])
    .sections(&[Section::new(
        t("Photo", "Foto"),
        &[
            Field::photo("photo").label(t("Photo", "Foto")).required().private(),
            Field::text("caption").label(t("What it shows", "Qué muestra")).title().private(),
            Field::link("speaker", "speaker").label(t("Who it shows", "A quién muestra")).private(),
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required().asked(&[When::Never]),
        ],
    )]);

/// The fields of a photo that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod photo_fields {
    use super::INTERVIEW_PHOTO;
    use crate::model::handle::{LinkField, TextField};

    pub const CAPTION: TextField = INTERVIEW_PHOTO.text("caption");
    pub const SPEAKER: LinkField = INTERVIEW_PHOTO.link("speaker");
    pub const INTERVIEW: LinkField = INTERVIEW_PHOTO.link("interview");
}
