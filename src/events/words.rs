//! The words of events, in both languages.

crate::words! {
    COPY = "Copy event", "Copiar evento";
    COPIED = "{name} copied. Choose the date of the copy", "{name}: se copió. Elija la fecha de la copia";
    PARTNERS = "Partner Organization", "Organización asociada";
    NO_PARTNERS = "Who did you work with? In what capacity?", "¿Con quién trabajó? ¿En calidad de qué?";
    STAFF_INVOLVED = "Staff Involved", "Personal que participó";
    NO_STAFF = "Nobody is noted yet.", "Aún no hay nadie anotado.";
    MINUTES = "{minutes} {minutes|minute|minutes}", "{minutes} {minutes|minuto|minutos}";
    ALL_MINUTES = "{minutes} {minutes|minute|minutes} in all", "{minutes} {minutes|minuto|minutos} en total";
    EVENTS_TOGETHER = "Events together", "Eventos juntos";
    COUNTS = "Does it count?", "¿Cuenta?";
    AS_SESSION = "Counts as a program session", "Cuenta como sesión de programa";
    AS_SESSION_LATER = "Will count as a program session once it is held", "Contará como sesión de programa cuando se realice";
    AS_VIEWS = "Counts by its views, not as a session", "Cuenta por sus vistas, no como sesión";
    AS_OUTREACH = "Outreach: the library counts it, the annual survey does not", "Actividad comunitaria: la cuenta la biblioteca, no la encuesta anual";
    AS_NOTHING = "Not counted", "No se cuenta";
    RULE = "Rule: {why} ({source}, {year})", "Regla: {why} ({source}, {year})";
    OVERRULED = "Counted otherwise: {reason}", "Se cuenta de otra manera: {reason}";
    BY_THE_RULE = "By the rule: {counts}", "Según la regla: {counts}";
    ONCE = "Counted once, where it is held in person", "Se cuenta una vez, donde se realiza en persona";
    SAY_GROUP = "Choose an intended age group to complete the count", "Elija el grupo de edad previsto para completar la cuenta";
    SAY_FORMAT = "Choose a format to complete the count", "Elija el formato para completar la cuenta";
    ASK_ONCE = "Answer once to know whether the annual survey counts it.", "Responda una vez para saber si la encuesta anual lo cuenta.";
    ANSWER = "{question} {answer}", "{question} {answer}";
    TALLY = "Tally", "Conteo";
    GO_ON_TALLYING = "Continue the tally", "Seguir el conteo";
    PEOPLE = "{people} {people|person|people}", "{people} {people|persona|personas}";
    ADULTS_AND_CHILDREN = "{adults} {adults|adult|adults}, {children} {children|child or teen|children and teens}", "{adults} {adults|adulto|adultos}, {children} {children|niño o joven|niños y jóvenes}";
    WHO_CAME = "Who came", "Quién vino";
    LANGUAGE = "Language spoken", "Idioma en que se habló";
    RESULTS = "Results", "Resultados";
    MORE = "{count} {what}: {by} more", "{count} {what}: {by} más";
    FEWER = "{what}: one fewer", "{what}: uno menos";
    AT_ONCE = "A group came in: how many?", "Llegó un grupo: ¿cuántos son?";
    AT_ONCE_HELP = "Type the number, then tap the group once.", "Escriba el número y toque el grupo una vez.";
    NOT_AT_ONCE = "Use a whole number from 1 to {most}", "Use un número entero de 1 a {most}";
    UNDO_TAP = "Undo last tap", "Deshacer toque";
    MARKED = "{what}: {by}", "{what}: {by}";
    TAPS_ADD_UP = "Every tap is saved, and taps of all tablets add up.", "Cada toque se guarda, y se suman los de todas las tabletas.";
    CANCELED_TALLY = "This event was canceled. Its tally is kept.", "Este evento se canceló. Su conteo se conserva.";
    USE_TALLY = "Use {people} as Number of Participants", "Usar {people} como número de participantes";
    TALLY_DIFFERS = "Number of Participants says {participants}", "El número de participantes dice {participants}";
    FINISH = "Finish", "Terminar";
    CALENDAR = "Calendar", "Calendario";
    MONTH = "Month", "Mes";
    WEEK = "Week", "Semana";
    LIST = "List", "Lista";
    SHOWN = "What is shown", "Qué se muestra";
    BEFORE = "Earlier", "Antes";
    AFTER = "Later", "Después";
    TODAY = "Today", "Hoy";
    FROM_TO = "{from} – {to}", "{from} – {to}";
    TO = "until {to}", "hasta las {to}";
    ALL_DAY = "all day", "todo el día";
    IS_OFF = "canceled", "cancelado";
    PROMISED = "follow-up", "seguimiento";
    MORE_OF_DAY = "{count} more", "{count} más";
    NOTHING_THEN = "Nothing is planned for these days", "No hay nada previsto para estos días";
    CALENDAR_FILE = "Save as a calendar file (.ics)", "Guardar como archivo de calendario (.ics)";
    TO_CALENDAR = "Add to a calendar (.ics)", "Agregar a un calendario (.ics)";
    NOTHING_TO_SAVE = "There are no events to save", "No hay eventos que guardar";
    FILE_NAME = "Outreach events.ics", "Eventos de la biblioteca.ics";
    REPEAT = "Repeat", "Repetir";
    REPEAT_WHAT = "Every session is an event of its own: it can be changed, tallied and counted by itself.", "Cada sesión es un evento aparte: se cambia, se cuenta y se anota por separado.";
    EVERY_WEEKS = "Every how many weeks?", "¿Cada cuántas semanas?";
    LAST_DAY = "Until", "Hasta";
    ADD_SESSIONS = "Add {count} {count|session|sessions}", "Agregar {count} {count|sesión|sesiones}";
    SESSIONS_ADDED = "{name}: {count} {count|session|sessions} added", "{name}: se {count|agregó|agregaron} {count} {count|sesión|sesiones}";
    SESSIONS_THERE = "{count} {count|session is|sessions are} there already", "Ya {count|hay|hay} {count} {count|sesión|sesiones}";
    NO_DATE_TO_REPEAT = "Enter the date and time of this event first", "Escriba primero la fecha y la hora de este evento";
    WEEKS_BETWEEN = "Use a whole number of weeks from 1 to {most}", "Use un número entero de semanas de 1 a {most}";
    NO_LAST_DAY = "Choose the day of the last session", "Elija el día de la última sesión";
    NO_MORE_SESSIONS = "No session falls between this one and that day", "No hay ninguna sesión entre esta y ese día";
    TOO_MANY_SESSIONS = "That would be {count} {count|session|sessions}. A series has {most} at most", "{count|Sería|Serían} {count} {count|sesión|sesiones}. Una serie tiene {most} como máximo";
    AGAIN = "Hold it again", "Hacerlo otra vez";
    SESSION_OF = "Session {number} of {all}", "Sesión {number} de {all}";
    CHANGE_LATER = "Apply to {count} later {count|session|sessions}", "Aplicar a {count} {count|sesión siguiente|sesiones siguientes}";
    LATER_CHANGED = "{count} later {count|session|sessions} changed", "Se {count|cambió|cambiaron} {count} {count|sesión siguiente|sesiones siguientes}";
    CHANGE_LATER_WHAT = "Copies what this session says, its time of day, partners and staff to those that come later and were not held or canceled. Each keeps its own day, and nobody is taken off.", "Copia lo que dice esta sesión, su hora, sus socios y su personal a las siguientes que no se han realizado ni cancelado. Cada una conserva su día, y no se quita a nadie.";
    EARLIER = "Previous session", "Sesión anterior";
    LATER = "Next session", "Sesión siguiente";
    NO_DATE = "no date yet", "aún sin fecha";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
