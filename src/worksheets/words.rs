//! The words of worksheets, in both languages.

crate::words! {
    WORKSHEETS = "Worksheets", "Hojas de trabajo";
    WHAT = "Choose a worksheet to fill in on your own or with a group. Your answers are kept as you type, and stand beside the empty lines the next time.", "Elija una hoja de trabajo para llenarla a solas o en grupo. Sus respuestas se guardan mientras escribe, y la próxima vez aparecen junto a las líneas vacías.";
    OWN = "Your team’s", "De su equipo";
    QUESTIONS_COUNT = "{count} {count|question|questions}", "{count} {count|pregunta|preguntas}";
    FILLED_IN = "Filled in", "Llenas";
    NOTHING_FILLED_IN = "Nothing has been filled in yet.", "Todavía no se ha llenado ninguna.";
    MORE_FILLED_IN = "Show all {count}", "Mostrar las {count}";
    FILL_IN = "Fill it in", "Llenarla";
    PRINT_BLANK = "Print to fill in by hand", "Imprimir para llenar a mano";
    PRINT = "Print", "Imprimir";
    COPY = "Copy and change", "Copiar y cambiar";
    COPY_OF = "{name} (copy)", "{name} (copia)";
    ANSWERED = "{answered} of {count} answered", "{answered} de {count} con respuesta";
    LAST_TIME = "Last time ({day})", "La última vez ({day})";
    OTHER_ANSWERS = "More answers", "Más respuestas";
    OTHER_ANSWERS_WHAT = "Answers to questions that this version of the worksheet does not have.", "Respuestas a preguntas que esta versión de la hoja no tiene.";
    NOT_HERE_YET = "The questions of this worksheet are not on this tablet yet. They come with the next sync or file.", "Las preguntas de esta hoja todavía no están en esta tableta. Llegan con la próxima sincronización o archivo.";
    FOR_WHOM = "Filled in by", "La llena";
    EDIT_DETAILS = "Day, who and about what", "Día, quién y sobre qué";
    LEARNED_HINT = "After the event: what would you do again, and what would you change?", "Después del evento: ¿qué volvería a hacer y qué cambiaría?";
    PREPARE = "Prepare the gathering", "Preparar la reunión";
    PREPARE_WHAT = "Eleven questions for an event that means something to those who come.", "Once preguntas para un evento que signifique algo para quienes vengan.";
    OPEN_TO_PREPARE = "Prepare", "Preparar";
    TO_PREPARE = "Events to prepare", "Eventos por preparar";
    MORE_TO_PREPARE = "and {count} more", "y {count} más";
    NOT_NEEDED = "Not needed", "No hace falta";
    NOT_NEEDED_FOR = "Not needed for {name}", "No hace falta para {name}";
    NOT_NEEDED_SAID = "No preparation needed: {name}", "No hace falta preparación: {name}";
    STEPS_WHAT = "Each line can become a task in the week:", "Cada línea puede ser una tarea de la semana:";
    ADD_TO_WEEK = "Add to the week", "Agregar a la semana";
    STEP_OPEN = "In the week", "En la semana";
    STEP_DONE = "Done", "Hecho";
    WHAT_WAS_LEARNED = "Write down what was learned", "Anotar qué se aprendió";
    REPAIR = "Refresh this relationship", "Renovar esta relación";
    REPAIR_WHAT = "It has gone quiet or lapsed. Questions to think about, and a plan:", "Está sin noticias o inactiva. Preguntas para pensar y un plan:";
    PLAN = "Plan what to do", "Planear qué hacer";
    PLAN_WHAT = "From this finding to an idea, with Action Planning.", "De este hallazgo a una idea, con Planificación de acciones.";
    DATE_LINE = "Date", "Fecha";
    NAME_LINE = "Name or group", "Nombre o grupo";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
