//! The words of interviews, quotes and themes, in both languages.

crate::words! {
    INTERVIEWS = "Interviews", "Entrevistas";
    START_INTERVIEW = "Start an interview", "Empezar una entrevista";
    NEW_INTERVIEW = "New interview", "Nueva entrevista";
    CONSENT = "Consent", "Consentimiento";
    QUOTES = "Quotes", "Citas";
    THEMES = "Themes", "Temas";
    GUIDES = "Guides", "Guías";
    WHO_WAS_HEARD = "Who was heard", "A quién se escuchó";

    WITH_WHICH_GUIDE = "Which guide?", "¿Qué guía?";
    QUESTIONS_COUNT = "{count} {count|question|questions}", "{count} {count|pregunta|preguntas}";
    OWN_GUIDE = "The team’s", "Del equipo";
    NUMBERED = "Interview {number}", "Entrevista {number}";
    TO_CONSENT = "Next: consent", "Siguiente: consentimiento";

    WHO_WE_ARE = "I’m from the public library, and we’d like to hear your point of view.", "Soy de la biblioteca pública y nos gustaría conocer su punto de vista.";
    ASK_WORDS = "You decide what we may keep. You can skip any question or stop whenever you like. If you change your mind later, let us know and we’ll erase it.", "Usted decide qué podemos guardar. Puede omitir cualquier pregunta o parar cuando quiera. Si después cambia de opinión, avísenos y lo borramos.";
    READ_OUT = "Read this aloud, or turn the tablet toward the person.", "Lea esto en voz alta o gire la tableta hacia la persona.";
    AGREES_TO = "They agree to:", "Acepta:";
    WHO_IT_IS = "About them", "Sobre la persona";
    GUARDIAN_FIRST = "A parent or guardian has to agree first. Until then nothing is saved.", "Primero tiene que aceptar la madre, el padre o el tutor. Hasta entonces no se guarda nada.";
    BEGIN = "Start", "Empezar";
    REFUSES = "Declined", "No aceptó";
    REFUSAL_KEPT = "Noted as declined. That counts too.", "Anotado: no aceptó. También cuenta.";
    ADD_PERSON = "Add a person", "Agregar una persona";
    ALREADY_ASKED = "Asked on {when}", "Preguntado el {when}";
    ALREADY_ASKED_BY = "Asked on {when} by {who}", "Preguntado el {when} por {who}";
    WORDS_SHOWN = "The words shown", "Las palabras mostradas";
    AGREED_TO = "Agreed to", "Aceptó";
    PERMISSIONS = "{given} of {all} {all|permission|permissions}", "{given} de {all} {all|permiso|permisos}";
    NOT_AGREED_TO = "Did not agree to", "No aceptó";
    TAKE_BACK = "Withdraw consent", "Retirar el consentimiento";
    TAKE_BACK_WHAT = "Choose what they withdraw. Everything that depends on it is permanently erased here, and on other tablets the next time they import.", "Elija qué retira. Todo lo que dependa de ello se borra para siempre aquí, y en las demás tabletas cuando importen.";
    TAKE_BACK_ALL = "Everything", "Todo";
    WOULD_GO = "This would be permanently erased: {what}", "Esto se borraría para siempre: {what}";
    NOTHING_GOES = "Nothing is erased. From now on it won’t be used.", "No se borra nada. Desde ahora ya no se usa.";
    REMARKS_STAY = "Your own notes about the interview are kept. Please check them.", "Sus propias notas sobre la entrevista se conservan. Revíselas.";
    TAKE_IT_BACK = "Withdraw and erase", "Retirar y borrar";
    NAMELESS = "Someone without a name", "Alguien sin nombre";
    TOOK_BACK = "withdrew all consent", "retiró todo el consentimiento";

    DATE_UNFINISHED = "The date is not finished. Enter the month, the day, and the year; until then the earlier answer is kept", "La fecha no está completa. Escriba el día, el mes y el año; hasta entonces se conserva la respuesta anterior";
    NUMBER_OF = "Question {number} of {all}", "Pregunta {number} de {all}";
    ASK_FURTHER = "Follow-up questions", "Preguntas de seguimiento";
    ANSWERS = "Answers", "Respuestas";
    YOUR_NOTES = "What was said", "Lo que se dijo";
    WRITE_HERE = "Type a note, then press Enter", "Escriba una nota y presione Enter";
    SAID_BY = "Said by", "Lo dijo";
    QUOTED_AS = "Quoted as", "Se cita como";
    EVERYONE = "Everyone", "Todos";
    SKIP_IT = "Skip", "Omitir";
    ASK_LATER = "Ask later", "Preguntar después";
    ALL_QUESTIONS = "All questions", "Todas las preguntas";
    OPEN_YET = "not asked yet", "sin preguntar";
    ANSWERED = "answered", "respondida";
    SKIPPED = "skipped", "omitida";
    LATER = "ask later", "después";
    NOW_HERE = "here", "aquí";
    TO_THE_END = "To the end", "Al final";
    END_TITLE = "That was the last question", "Esa fue la última pregunta";
    END_COUNTS = "Answered: {answered}. Skipped: {skipped}. Not asked: {open}.", "Respondidas: {answered}. Omitidas: {skipped}. Sin preguntar: {open}.";
    STILL_TO_ASK = "Still to ask", "Falta preguntar";
    FINISH = "Finish the interview", "Terminar la entrevista";
    BREAK_OFF = "Ended early", "Se interrumpió";
    ENDED = "{what}: finished", "{what}: terminada";
    THANKS = "Thank you for your time, and for everything you told us. It helps the library see what people here need. If you change your mind about what we may keep, let us know and we’ll erase it.", "Gracias por su tiempo y por todo lo que nos contó. Le ayuda a la biblioteca a ver qué necesita la gente de aquí. Si cambia de opinión sobre lo que podemos guardar, avísenos y lo borramos.";
    CHOOSE_QUOTES = "Choose quotes", "Elegir citas";
    REVIEW_NOTES = "Review the notes", "Revisar las notas";
    TAG_QUOTES = "Tag the quotes", "Etiquetar las citas";
    GO_ON = "Continue", "Continuar";
    AT_QUESTION = "Question {number} of {all}", "Pregunta {number} de {all}";
    NO_GUIDE = "The questions of this interview are not on this tablet yet. Import the copy from the tablet where it was started.", "Las preguntas de esta entrevista aún no están en esta tableta. Importe la copia de la tableta donde se empezó.";
    NOBODY_ASKED = "No one has been asked for consent yet.", "Aún no se ha pedido el consentimiento a nadie.";
    NOBODY_AGREED = "No one here agreed to notes, so nothing is written down.", "Nadie aquí dio permiso para tomar notas, así que no se anota nada.";

    PEOPLE = "People", "Personas";
    STRAY = "Other questions", "Otras preguntas";
    NOTHING_SAID = "No notes yet.", "Aún no hay notas.";
    QUOTE_IT = "Quote", "Citar";
    QUOTE_WHOLE = "The whole line", "Toda la línea";
    QUOTE_MARKED = "Only the marked words", "Solo las palabras marcadas";
    QUOTE_HOW = "Mark the words with a finger, or take the whole line.", "Marque las palabras con el dedo o tome toda la línea.";
    NOTHING_MARKED = "Nothing is marked. Mark the words in the line first.", "No hay nada marcado. Marque primero las palabras en la línea.";
    QUOTED = "Quote saved", "Cita guardada";
    NO_QUOTES_ALLOWED = "May not be quoted", "No se puede citar";

    RECORD = "Record audio", "Grabar audio";
    RECORDING = "Recording {time}", "Grabando {time}";
    PAUSED = "Paused at {time}", "En pausa en {time}";
    PAUSE = "Pause", "Pausa";
    GO_ON_RECORDING = "Continue recording", "Seguir grabando";
    STOP = "Stop recording", "Dejar de grabar";
    LEVEL = "Sound level", "Nivel de sonido";
    ROOM_FOR = "space for about {minutes} {minutes|minute|minutes}", "espacio para unos {minutes} {minutes|minuto|minutos}";
    BOOKMARK_IT = "Bookmark", "Marcar";
    BOOKMARKED = "Bookmark at {time}", "Marca en {time}";
    SOUND_STOPPED = "Audio is no longer being recorded; the interview continues. {cause}", "Ya no se graba el audio; la entrevista sigue. {cause}";
    STILL_RECORDING = "being recorded", "grabándose";
    SOUND_ELSEWHERE = "The audio is not on this tablet. It is on the tablet that recorded it; save it there as a file.", "El audio no está en esta tableta. Está en la tableta que lo grabó; guárdelo allí como archivo.";
    PLAY = "Play", "Escuchar";
    PLAY_FROM = "Play from {time}", "Escuchar desde {time}";
    SAVE_SOUND = "Save the audio as a file", "Guardar el audio como archivo";
    QUOTE_SOUND = "Quote this part", "Citar esta parte";
    KEEP_QUOTE = "Save the quote", "Guardar la cita";
    SPAN = "What they say from {from} to {until}", "Lo que se dice de {from} a {until}";
    RECORDING_GOES_ON = "{what} is being recorded", "Se está grabando: {what}";

    ALL_THEMES = "All themes", "Todos los temas";
    ALL_ROLES = "Everyone", "Todas las personas";
    ALL_PLACES = "All neighborhoods", "Todos los barrios";
    ALL_LANGUAGES = "All languages", "Todos los idiomas";
    ALL_ASKED = "All questions", "Todas las preguntas";
    BY_ROLE = "Role", "Participa como";
    BY_PLACE = "Neighborhood", "Barrio";
    BY_LANGUAGE = "Language", "Idioma";
    BY_QUESTION = "Question", "Pregunta";
    QUOTES_FOUND = "{count} {count|quote|quotes}", "{count} {count|cita|citas}";
    NO_QUOTES = "No quotes yet", "Aún no hay citas";
    NO_QUOTES_WHAT = "Open an interview and mark what is worth quoting, line by line.", "Abra una entrevista y marque lo que valga la pena citar, línea por línea.";
    WHICH_THEMES = "Themes", "Temas";
    WHICH_THEMES_WHAT = "Tap the themes that fit. Each person tags on their own.", "Toque los temas que correspondan. Cada persona etiqueta por su cuenta.";
    SEEN_BY_OTHERS = "also tagged by {count} {count|other person|others}", "{count} más lo {count|etiquetó|etiquetaron}";
    NEXT_UNMARKED = "Next quote to tag", "Siguiente cita por etiquetar";
    ALL_MARKED = "You have tagged every quote", "Ya etiquetó todas las citas";
    FROM_INTERVIEW = "From the interview", "De la entrevista";
    MARKED = "Tagged: {theme}", "Etiqueta: {theme}";
    UNMARKED = "Tag removed: {theme}", "Se quitó la etiqueta: {theme}";
    GROUP_OF = "{who}: {people} {people|person|people}", "{who}: {people} {people|persona|personas}";
    ADD_THEME = "Add a theme", "Agregar un tema";
    NEW_THEME = "Name of a theme", "Nombre de un tema";
    NO_THEMES = "No themes yet", "Aún no hay temas";
    THEMES_WHAT = "Themes people bring up, and what each one means. To merge two, open one and choose “Same theme as”.", "Temas que menciona la gente y qué significa cada uno. Para unir dos, abra uno y elija “El mismo tema que”.";
    QUOTES_OF = "{quotes}: {theme}", "{quotes}: {theme}";
    AGREEMENT = "How well two people agree", "Cuánto coinciden dos personas";
    AGREEMENT_WHAT = "For the quotes both people tagged: how often they chose the same themes, beyond what chance would give (Cohen’s kappa: 1 is always, 0 is chance).", "De las citas que ambas etiquetaron, con qué frecuencia eligieron los mismos temas, más allá del azar (kappa de Cohen: 1 es siempre, 0 es azar).";
    AGREEMENT_NONE = "Two people have to tag the same quotes first.", "Primero dos personas tienen que etiquetar las mismas citas.";
    FIRST_CODER = "First person", "Primera persona";
    SECOND_CODER = "Second person", "Segunda persona";
    CODER_OPTION = "{who} ({count} {count|quote|quotes})", "{who} ({count} {count|cita|citas})";
    BOTH_MARKED = "Both", "Ambas";
    ONLY_ONE = "Only {who}", "Solo {who}";
    NEITHER = "Neither", "Ninguna";
    KAPPA = "Kappa", "Kappa";
    IN_ALL = "All themes together", "Todos los temas juntos";
    KAPPA_SENTENCE = "{one} and {two} agree on {percent} of all tags; kappa {kappa}.", "{one} y {two} coinciden en {percent} de las etiquetas; kappa {kappa}.";
    NO_KAPPA = "not enough data", "faltan datos";

    HEARD_SENTENCE = "{people} {people|person|people} heard in {interviews} {interviews|interview|interviews}. Declined: {refused}.", "Se escuchó a {people} {people|persona|personas} en {interviews} {interviews|entrevista|entrevistas}. No aceptaron: {refused}.";
    NOBODY_DECLINED = "{people} {people|person|people} heard in {interviews} {interviews|interview|interviews}. Nobody declined.", "Se escuchó a {people} {people|persona|personas} en {interviews} {interviews|entrevista|entrevistas}. Nadie se negó.";
    CHECK_SEVERAL = "Check all that apply", "Marque todas las que correspondan";
    CHECK_ONE = "Check one", "Marque una";
    COVERAGE_ON_PAPER = "Small numbers could show who was heard, so this page is not printed. The report prints what can be shared.", "Los números pequeños podrían revelar a quién se escuchó; por eso esta página no se imprime. El informe imprime lo que se puede compartir.";
    GAPS = "Still missing", "Quién falta";
    NO_GAPS = "Everyone in the plan was heard.", "Se escuchó a todas las personas del plan.";
    NO_PLAN = "No plan yet. Say how many people of each group you want to hear from, and this page shows who is missing.", "Aún no hay un plan. Diga a cuántas personas de cada grupo quiere escuchar y aquí verá quiénes faltan.";
    THE_PLAN = "The plan", "El plan";
    OF_PLAN = "{heard} of {wanted}", "{heard} de {wanted}";


    GUIDES_WHAT = "Questions for interviews. You can copy and change the guides that come with Porchlight; each interview keeps the guide it was held with.", "Preguntas para las entrevistas. Puede copiar y cambiar las guías que vienen con Porchlight; cada entrevista conserva la guía con que se hizo.";
    NEW_GUIDE = "New guide", "Nueva guía";
    COPY_GUIDE = "Copy and change", "Copiar y cambiar";
    COPY_OF = "{name} (copy)", "{name} (copia)";
    PRINT_GUIDE = "Print the guide", "Imprimir la guía";
    SAVE_GUIDE = "Save as a file", "Guardar como archivo";
    BRING_GUIDE = "Import a guide", "Importar una guía";
    GUIDE_BROUGHT = "{name}: imported, {count} {count|question|questions}", "{name}: importada, {count} {count|pregunta|preguntas}";
    NOT_A_GUIDE = "“{file}” is not a Porchlight guide: {cause}. Nothing was changed", "“{file}” no es una guía de Porchlight: {cause}. No se cambió nada";
    ONLY_IF = "Only after “{question}”: {answers}", "Solo después de “{question}”: {answers}";
    ASK_ONLY_IF = "Ask only after certain answers", "Preguntar solo después de ciertas respuestas";
    HALF = "One language is missing", "Falta un idioma";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
