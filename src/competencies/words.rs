//! The words of competencies, in both languages.

crate::words! {
    COMPETENCIES = "Competencies", "Competencias";
    WHAT = "Where do you stand with community relations? Six competencies, for yourself.", "¿Cómo va en las relaciones con la comunidad? Seis competencias, para usted.";
    PRIVATE = "Only you see this", "Solo usted ve esto";
    PRIVATE_WHAT = "What you write here shows only while {name} is chosen on this tablet. It is in no list, search, report, directory or spreadsheet.", "Lo que escribe aquí solo se muestra mientras en esta tableta está elegido el nombre {name}. No está en ninguna lista, búsqueda, informe, directorio ni hoja de cálculo.";
    NO_LOCK = "This is discretion among colleagues, not a lock. Anyone with this tablet can choose your name. Backups and syncs carry your notes to the team’s other tablets so that nothing is lost, and whoever opens such a file outside of Porchlight can read them. Don’t write anything here that has to stay secret.", "Es discreción entre colegas, no un candado. Cualquiera que tenga esta tableta puede elegir su nombre. Las copias y la sincronización llevan sus notas a las demás tabletas del equipo para que nada se pierda, y quien abra uno de esos archivos fuera de Porchlight puede leerlas. No escriba aquí nada que deba quedar en secreto.";
    WHO_FIRST = "Choose your name first: a self-assessment belongs to one person.", "Primero elija su nombre: una autoevaluación es de una sola persona.";
    CHOOSE_NAME = "Choose your name", "Elegir su nombre";
    BEGIN = "Begin a self-assessment", "Empezar una autoevaluación";
    BEGIN_ANOTHER = "Begin a new one today", "Empezar una nueva hoy";
    BEGUN = "Self-assessment begun", "Autoevaluación en curso";
    OF_DAY = "Self-assessment of {day}", "Autoevaluación del {day}";
    EARLIER = "Earlier: {days}", "Anteriores: {days}";
    POINTS_ANSWERED = "{answered} of {all} answered", "{answered} de {all} con respuesta";
    STOOD = "{day}: {level}", "{day}: {level}";
    MORE_OF_POINT = "What shows it, what next, by when", "Qué lo muestra, qué sigue, para cuándo";
    EVIDENCE_FROM_NOTES = "From the team’s notes", "De las notas del equipo";
    EVIDENCE_WHAT = "Tap what shows it: events you held, interviews, partners you look after.", "Toque lo que lo muestra: eventos que realizó, entrevistas, socios que atiende.";
    EVIDENCE_NONE = "Nothing in the notes under your name yet. Events you lead, interviews you hold and partners whose library contact you are appear here.", "Todavía no hay nada en las notas con su nombre. Aquí aparecen los eventos que dirige, las entrevistas que hace y los socios de los que usted es el contacto.";
    CHANGED = "Self-assessment changed", "Se cambió la autoevaluación";
    CLEAR_LEVEL = "Clear", "Borrar";
    NOTHING_BEGUN = "Begin one first.", "Primero empiece una.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
