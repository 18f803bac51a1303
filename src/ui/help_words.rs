//! Help: each job in a minute, and what Porchlight is.

use crate::model::text::{Text, t};

/// A job that people do, and how it is done.
pub struct Job {
    /// What one does.
    pub name: Text,
    /// What happens, in order; each fits on a line or two.
    pub steps: &'static [Text],
}

crate::words! {
    JOBS = "How to", "Cómo se hace";
    ABOUT = "About Porchlight", "Acerca de Porchlight";
    ABOUT_WHAT = "A field notebook for public-library outreach. It works with no internet, and nothing leaves this tablet until you send it.",
        "Un cuaderno de campo para el trabajo comunitario de las bibliotecas públicas. Funciona sin internet, y nada sale de esta tableta hasta que usted lo envíe.";
    ABOUT_STATUS = "What the mark at the top says: whether your last note is saved on this tablet, and how many notes are in no file yet. Tap it to send a copy.",
        "Lo que dice la señal de arriba: si su última nota está guardada en esta tableta y cuántas notas no están todavía en ningún archivo. Tóquela para enviar una copia.";
    ABOUT_LICENSE = "Free software under the MIT or Apache 2.0 license, made by the Porchlight maintainers.",
        "Software libre con licencia MIT o Apache 2.0, hecho por los mantenedores de Porchlight.";
    PRACTICE_AGAIN = "Practice with sample notes", "Practicar con datos de ejemplo";
    PRACTICE_SAFE = "Practice has a notebook of its own. Your notes stay as they are, and are here again when you end practice.",
        "La práctica tiene su propio cuaderno. Sus notas quedan como están y vuelven a verse al terminar la práctica.";
    SHOW_KEYS = "Keyboard shortcuts", "Atajos de teclado";
}

/// The jobs, each by the icon it has elsewhere.
pub static HOW: &[Job] = &[
    Job {
        name: t("Walk a street", "Recorrer una calle"),
        steps: &[
            t(
                "In Outreach, add the addresses: type a street with its numbers, paste a list, or choose a spreadsheet.",
                "En Alcance, agregue las direcciones: escriba una calle con sus números, pegue una lista o elija una hoja de cálculo.",
            ),
            t(
                "Open the street. Tap once what happened at the door, and the next door comes up.",
                "Abra la calle. Toque una vez lo que pasó en la puerta y aparecerá la siguiente.",
            ),
            t(
                "If someone talked with you, the questions open, in English or Spanish. Whatever you type is kept at once.",
                "Si alguien habló con usted, se abren las preguntas, en español o en inglés. Lo que escriba se guarda al momento.",
            ),
        ],
    },
    Job {
        name: t("Hold an interview", "Hacer una entrevista"),
        steps: &[
            t(
                "Choose a guide and read the consent aloud, or turn the tablet around. Only what they agree to is kept.",
                "Elija una guía y lea el consentimiento en voz alta, o gire la tableta. Solo se guarda lo que la persona acepte.",
            ),
            t(
                "One question at a time: type, tap an answer, or record if they said yes.",
                "Una pregunta a la vez: escriba, toque una respuesta o grabe si dijo que sí.",
            ),
            t(
                "Afterwards mark what is worth quoting and give it themes. Findings are built from those.",
                "Después marque lo que valga la pena citar y póngale temas. De ahí salen los hallazgos.",
            ),
        ],
    },
    Job {
        name: t("Count a hub", "Contar un punto de acceso"),
        steps: &[
            t(
                "Open the hub and count table by table: type the number, or tap that it is the same as before.",
                "Abra el punto y cuente mesa por mesa: escriba el número o toque que es igual que antes.",
            ),
            t(
                "The restock list says what to bring, how much, and why.",
                "La lista de reposición dice qué llevar, cuánto y por qué.",
            ),
            t(
                "While you are there, tap once for each person who comes by.",
                "Mientras esté ahí, toque una vez por cada persona que pase.",
            ),
        ],
    },
    Job {
        name: t("Keep in touch with partners", "Mantener el contacto con los socios"),
        steps: &[
            t(
                "Log each call or visit on the partner’s page, with what was said and what you promised.",
                "Anote cada llamada o visita en la página del socio, con lo que se dijo y lo que usted prometió.",
            ),
            t(
                "What you promised shows up on Today when it is due; tick it when it is done.",
                "Lo prometido aparece en Hoy cuando toca; márquelo cuando esté hecho.",
            ),
            t(
                "Partners nobody has talked with for a while show up there, too.",
                "También aparecen ahí los socios con quienes nadie ha hablado en un tiempo.",
            ),
        ],
    },
    Job {
        name: t("End the day", "Terminar el día"),
        steps: &[
            t(
                "Tap the mark at the top and send a copy to a colleague or to the office.",
                "Toque la señal de arriba y envíe una copia a un colega o a la oficina.",
            ),
            t(
                "On another tablet, choose that file there. Notes of both meet, and nothing is overwritten.",
                "En otra tableta, elija ese archivo ahí. Las notas de ambas se juntan y nada se sobrescribe.",
            ),
            t(
                "Hand the tablet on: in Settings, choose who uses it next.",
                "Pase la tableta: en Ajustes, elija quién la usa después.",
            ),
        ],
    },
    Job {
        name: t("Take something back", "Deshacer algo"),
        steps: &[
            t(
                "“Undo” is offered right after each change, and later under “Recent changes”.",
                "“Deshacer” se ofrece justo después de cada cambio, y más tarde en “Cambios recientes”.",
            ),
            t(
                "What was deleted can be brought back for 30 days, from Settings.",
                "Lo eliminado se puede recuperar durante 30 días, desde Ajustes.",
            ),
            t(
                "If someone asks to be forgotten, erase them permanently there. That can’t be undone.",
                "Si alguien pide que lo olviden, bórrelo ahí para siempre. Eso no se puede deshacer.",
            ),
        ],
    },
];
