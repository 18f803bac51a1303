//! The words of the week, in both languages. The headings are those of the Weekly Librarian Outreach Plan and Notes.

crate::words! {
    IN_BUILDING = "General to Do (In Building)", "Pendientes generales (en la biblioteca)";
    TEAMS = "System-Wide Teams", "Equipos de todo el sistema";
    UPDATES = "Updates", "Novedades";
    PROGRAMMING = "Programming", "Programación";
    TO_DO = "To-Do", "Por hacer";
    UPCOMING = "Upcoming Dates", "Próximas fechas";
    OTHER = "Other In-building Work", "Otro trabajo en la biblioteca";
    OUTREACH_TO_DO = "Outreach To-Do", "Alcance: por hacer";
    SCHOOLS = "Schools", "Escuelas";
    REACH_OUT = "Reach out to", "Contactar a";
    FOLLOW_UPS_TO_DO = "Outreach Follow-Ups to do", "Alcance: seguimientos por hacer";
    OUTREACH_DONE = "Outreach Done", "Alcance: hecho";
    IDEAS = "Steering Thoughts / Program Ideas", "Rumbo / ideas de programas";
    FIRST_TIME = "First time contact", "Primer contacto";
    CONTINUING = "Continuing contact", "Contacto continuo";
    WEEK = "Week", "Semana";
    THIS_WEEK = "This week", "Esta semana";
    LAST_WEEK = "Last week", "Semana pasada";
    NEXT_WEEK = "Next week", "Semana próxima";
    BEFORE = "Week before", "Semana anterior";
    AFTER = "Week after", "Semana siguiente";
    FROM_TO = "{from} – {to}", "{from} – {to}";
    WHOSE = "Whose week", "De quién es la semana";
    MINE = "Mine", "Lo mío";
    TEAM = "The team’s", "Del equipo";
    FOLLOW_UPS = "Follow-ups", "Seguimientos";
    NO_FOLLOW_UPS = "Nothing to follow up", "Nada a lo que dar seguimiento";
    FOLLOW_UPS_PURPOSE = "What you promised at contacts, asks, visits, and events, and the tasks you made a follow-up.", "Lo que prometió en contactos, peticiones, visitas y eventos, y las tareas que pasó a seguimiento.";
    NEW_LINE = "New line: {heading}", "Nueva línea: {heading}";
    TYPE_HERE = "Add a line", "Agregar una línea";
    ADD = "Add", "Agregar";
    ADDED = "Added: {what}", "Se agregó: {what}";
    ADDED_ELSEWHERE = "Added to the week of {day}: {what}", "Se agregó a la semana del {day}: {what}";
    OTHER_WEEK = "Goes to the week of {day}", "Va a la semana del {day}";
    NEXT_DAYS = "Next: {days}", "Próximas: {days}";
    FOR_PARTNER = "With {partner}", "Con {partner}";
    WHICH_PARTNER = "Which “{name}” do you mean?", "¿A cuál “{name}” se refiere?";
    NO_PARTNER = "No partner is called “{name}”.", "Ningún socio se llama “{name}”.";
    LEAVE_WORDS = "Leave it as text", "Dejarlo como texto";
    MARK_DONE = "Done: {what}", "Hecho: {what}";
    CAME_OF_IT = "What came of it?", "¿En qué quedó?";
    SAVE = "Save", "Guardar";
    NOTHING_TO_SAY = "Nothing to add", "Nada que agregar";
    DONE_CHANGED = "Done: {what}", "Hecho: {what}";
    NOT_DONE_CHANGED = "To do again: {what}", "Otra vez por hacer: {what}";
    TO_FOLLOW_UP = "Follow-up: {what}", "Seguimiento: {what}";
    NOTED = "Noted: {what}", "Se anotó: {what}";
    CARRIED = "Carried over since {day}", "Pendiente desde el {day}";
    WENT_ON = "Carried over", "Pasó a otra semana";
    DONE_ON = "Done {day}", "Hecho: {day}";
    REPEATS = "Repeats", "Se repite";
    PROMISED = "Promised", "Prometido";
    UP = "Move up", "Subir";
    DOWN = "Move down", "Bajar";
    FURTHER_IN = "Indent", "Más sangría";
    FURTHER_OUT = "Outdent", "Menos sangría";
    MOVED = "{what} moved", "Se movió: {what}";
    MOVED_TO = "{what}: {place} of {count}", "{what}: {place} de {count}";
    INDENTED = "{what}: level {level}", "{what}: nivel {level}";
    STAYS = "{what} cannot be moved further", "{what}: no se puede mover más";
    TO_NEXT_WEEK = "Move to next week", "Pasar a la semana próxima";
    TO_THIS_WEEK = "Move to this week", "Pasar a esta semana";
    AS_FOLLOW_UP = "Make it a follow-up", "Convertir en seguimiento";
    EDIT = "Edit", "Editar";
    TITLE = "Weekly Librarian Outreach Plan and Notes", "Plan y notas semanales de alcance";
    SKIP = "Skip this one time", "Omitir solo esta vez";
    SKIPPED = "{what} skipped once", "Se omitió una vez: {what}";
    END_SERIES = "Stop repeating after this", "Dejar de repetir después de esta";
    ENDED = "{what} repeats until {day}", "Se repite hasta el {day}: {what}";
    EDIT_ONE = "Edit this one time", "Editar solo esta vez";
    DRAG = "Drag to move", "Arrastre para mover";
    PRESS_KEYS = "Move a line with Alt and the arrow keys: up and down, further in and out.", "Mueva una línea con Alt y las flechas: arriba y abajo, más y menos sangría.";
    LOG_CONTACT = "Log a contact", "Anotar un contacto";
    NEW_FOLLOW_UP = "New follow-up", "Nuevo seguimiento";
    MAKE_ASK = "Make it an ask", "Convertir en petición";
    MAKE_EVENT = "Make it an event", "Convertir en evento";
    MAKE_GUIDE = "Make it an interview guide", "Convertir en guía de entrevista";
    MADE_OF_IT = "Started from this", "Se inició a partir de esto";
    PRINT = "Print the week", "Imprimir la semana";
    CALENDAR_FILE = "Save as a calendar file (.ics)", "Guardar como archivo de calendario (.ics)";
    FILE_NAME = "week.ics", "semana.ics";
    NO_DAYS = "Nothing on this page has a day", "Nada en esta página tiene un día";
    COPY_TEXT = "Copy as text", "Copiar como texto";
    COPIED = "The week is copied as text", "La semana se copió como texto";
    NOT_COPIED = "This browser did not copy the week", "Este navegador no copió la semana";
    SHARE_TEXT = "Share as text", "Compartir como texto";
    WEEK_OF = "Week of {day}", "Semana del {day}";
    TAKE_OVER = "Move what is unfinished here", "Pasar aquí lo que no se terminó";
    TAKEN_OVER = "{count} {count|task|tasks} moved to this week", "{count} {count|tarea pasó|tareas pasaron} a esta semana";
    NOTHING_UNFINISHED = "Nothing is unfinished in the week before", "No quedó nada sin terminar en la semana anterior";
    PLAN_AGAIN = "Copy the week before", "Copiar la semana anterior";
    PLANNED_AGAIN = "{count} {count|task|tasks} copied from the week before", "{count} {count|tarea copiada|tareas copiadas} de la semana anterior";
    NOTHING_TO_COPY = "Nothing was planned for the week before", "No se planeó nada para la semana anterior";
    PASTE_PLAN = "Paste a plan", "Pegar un plan";
    PASTE_HERE = "Your plan, as it stands in a document", "Su plan, tal como está en un documento";
    PASTE_HELP = "Its headings are recognized. What is not a date or a partner for sure stays as text.", "Se reconocen sus títulos. Lo que no es con seguridad una fecha o un socio queda como texto.";
    PASTE_ADD = "Add {count} {count|line|lines}", "Agregar {count} {count|línea|líneas}";
    PASTED = "{count} {count|line|lines} added to the week", "{count} {count|línea agregada|líneas agregadas} a la semana";
    LEFT_WORDS = "Left as text", "Queda como texto";
    NO_HEADING = "Lines before the first heading go to “{heading}”.", "Las líneas antes del primer título van a “{heading}”.";
    SUGGESTED = "Not heard from lately", "Sin noticias últimamente";
    REACH_OUT_TO = "Reach out to {partner}", "Contactar a {partner}";
    NOTHING_PLANNED = "Nothing is left to do this week.", "No queda nada por hacer esta semana.";
    MORE_LINES = "and {count} more", "y {count} más";
    OPEN_WEEK = "Open the week", "Abrir la semana";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
