//! The words of interviews, quotes and themes, in both languages.

crate::words! {
    INTERVIEWS = "Interviews", "Entrevistas";
    NEW_INTERVIEW = "New interview", "Nueva entrevista";
    CONSENT = "Consent", "Consentimiento";
    NEXT = "Next", "Siguiente";
    QUOTES = "Quotes", "Citas";
    THEMES = "Themes", "Temas";
    GUIDES = "Guides", "Guías";
    WHO_WAS_HEARD = "Who was heard", "A quién se escuchó";

    WITH_WHICH_GUIDE = "With which guide?", "¿Con qué guía?";
    QUESTIONS_COUNT = "{count} questions", "{count} preguntas";
    OWN_GUIDE = "The team’s", "Del equipo";
    NUMBERED = "Interview {number}", "Entrevista {number}";
    TO_CONSENT = "Consent first", "Primero el consentimiento";

    WHO_WE_ARE = "We are from the public library. We talk with people to learn what the community needs.", "Somos de la biblioteca pública. Conversamos con la gente para saber qué necesita la comunidad.";
    ASK_WORDS = "You decide what we may keep. You can skip any question and stop at any time. If you change your mind later, tell us, and we erase it.", "Usted decide qué podemos guardar. Puede saltarse cualquier pregunta y parar cuando quiera. Si después cambia de opinión, díganos y lo borramos.";
    READ_OUT = "Read this out, or turn the tablet towards the person.", "Lea esto en voz alta o gire la tableta hacia la persona.";
    AGREES_TO = "They agree to this", "Acepta esto";
    WHO_IT_IS = "Who it is", "Quién es";
    GUARDIAN_FIRST = "A parent or guardian has to agree first. Until then nothing is kept.", "Primero tiene que aceptar una madre, padre o tutor. Hasta entonces no se guarda nada.";
    BEGIN = "Begin", "Empezar";
    REFUSES = "Does not want to", "No quiere";
    REFUSAL_KEPT = "That nobody wanted to be interviewed is noted. It counts.", "Se anotó que nadie quiso la entrevista. También cuenta.";
    ADD_PERSON = "Add a person", "Añadir una persona";
    ALREADY_ASKED = "Asked on {when}", "Preguntado el {when}";
    ALREADY_ASKED_BY = "Asked on {when} by {who}", "Preguntado el {when} por {who}";
    WORDS_SHOWN = "The words shown", "Las palabras mostradas";
    AGREED_TO = "Agreed to", "Aceptó";
    NOT_AGREED_TO = "Not agreed to", "No aceptó";
    TAKE_BACK = "Take a consent back", "Retirar un consentimiento";
    TAKE_BACK_WHAT = "Choose what they take back. What rests on it is erased for good, on this tablet and on every other that hears of it.", "Elija qué retira. Lo que depende de ello se borra para siempre, en esta tableta y en todas las que se enteren.";
    TAKE_BACK_ALL = "Everything", "Todo";
    WOULD_GO = "This would be erased for good: {what}", "Esto se borraría para siempre: {what}";
    NOTHING_GOES = "Nothing is erased by it. It is not used from now on.", "Con ello no se borra nada. Desde ahora no se usa.";
    REMARKS_STAY = "Your own remarks about the interview stay. Look through them.", "Sus propias observaciones sobre la entrevista se quedan. Revíselas.";
    TAKE_IT_BACK = "Take back and erase", "Retirar y borrar";
    NAMELESS = "Somebody without a name", "Alguien sin nombre";
    TOOK_BACK = "took everything back", "lo retiró todo";

    DATE_UNFINISHED = "The date is not finished. Enter the month, the day, and the year; until then the answer stays as it was", "La fecha no está completa. Escriba el día, el mes y el año; hasta entonces la respuesta queda como estaba";
    NUMBER_OF = "Question {number} of {all}", "Pregunta {number} de {all}";
    READ_IN = "The question in", "La pregunta en";
    ASK_FURTHER = "To ask further", "Para seguir preguntando";
    ANSWERS = "Answers", "Respuestas";
    YOUR_NOTES = "What was said", "Lo que se dijo";
    WRITE_HERE = "A line of notes. Enter keeps it.", "Una línea de notas. Intro la guarda.";
    SAID_BY = "Said by", "Lo dijo";
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
    BREAK_OFF = "Broken off", "Interrumpida";
    ENDED = "{what}: finished", "{what}: terminada";
    GO_ON = "Continue", "Continuar";
    AT_QUESTION = "Question {number} of {all}", "Pregunta {number} de {all}";
    NO_GUIDE = "The questions of this interview have not come to this tablet yet. Bring the file of the tablet it was begun on.", "Las preguntas de esta entrevista aún no llegaron a esta tableta. Traiga el archivo de la tableta en que se empezó.";
    NOBODY_ASKED = "Nobody was asked for consent yet.", "Aún no se ha pedido el consentimiento a nadie.";
    NOBODY_AGREED = "Nobody here agreed to notes, so nothing is written down.", "Aquí nadie aceptó que se tomen notas, así que no se anota nada.";

    PEOPLE = "People", "Personas";
    STRAY = "To other questions", "A otras preguntas";
    NOTHING_SAID = "Nothing was written down yet.", "Aún no se anotó nada.";
    QUOTE_IT = "Quote", "Citar";
    QUOTE_WHOLE = "The whole line", "Toda la línea";
    QUOTE_MARKED = "Only what is marked", "Solo lo marcado";
    QUOTE_HOW = "Mark the words with a finger, or take the whole line.", "Marque las palabras con el dedo o tome toda la línea.";
    NOTHING_MARKED = "Nothing is marked. Mark the words in the line first.", "No hay nada marcado. Marque primero las palabras en la línea.";
    QUOTED = "Quote kept", "Cita guardada";
    NO_QUOTES_ALLOWED = "Not to be quoted", "No se puede citar";

    RECORD = "Record the sound", "Grabar el sonido";
    RECORDING = "Recording {time}", "Grabando {time}";
    PAUSED = "Paused at {time}", "En pausa en {time}";
    PAUSE = "Pause", "Pausa";
    GO_ON_RECORDING = "Go on recording", "Seguir grabando";
    STOP = "Stop recording", "Dejar de grabar";
    LEVEL = "How loud it is", "Qué tan fuerte se oye";
    ROOM_FOR = "space for about {hours} hours", "espacio para unas {hours} horas";
    BOOKMARK_IT = "Bookmark", "Marcar";
    BOOKMARKED = "Bookmark at {time}", "Marca en {time}";
    SOUND_STOPPED = "The sound is no longer recorded; the interview goes on. {cause}", "Ya no se graba el sonido; la entrevista sigue. {cause}";
    STILL_RECORDING = "being recorded", "grabándose";
    SOUND_ELSEWHERE = "The sound is not on this tablet. It stays where it was recorded; save it there as a file.", "El sonido no está en esta tableta. Se queda donde se grabó; guárdelo allí como archivo.";
    PLAY = "Play", "Escuchar";
    PLAY_FROM = "Play from {time}", "Escuchar desde {time}";
    SAVE_SOUND = "Save the sound as a file", "Guardar el sonido como archivo";
    QUOTE_SOUND = "Quote what is heard here", "Citar lo que se oye aquí";
    KEEP_QUOTE = "Keep the quote", "Guardar la cita";
    SPAN = "What is said from {from} to {until}", "Lo que se dice de {from} a {until}";
    RECORDING_GOES_ON = "{what} is being recorded", "Se está grabando: {what}";

    ALL_THEMES = "All themes", "Todos los temas";
    ALL_ROLES = "Everyone", "Todas las personas";
    ALL_PLACES = "All neighbourhoods", "Todos los barrios";
    ALL_LANGUAGES = "All languages", "Todos los idiomas";
    ALL_ASKED = "All questions", "Todas las preguntas";
    BY_ROLE = "Speaks as", "Habla como";
    BY_PLACE = "Neighbourhood", "Barrio";
    BY_LANGUAGE = "Language", "Idioma";
    BY_QUESTION = "Question", "Pregunta";
    QUOTES_FOUND = "{count} quotes", "{count} citas";
    NO_QUOTES = "No quotes yet", "Aún no hay citas";
    NO_QUOTES_WHAT = "Open an interview and mark what is worth quoting, line by line.", "Abra una entrevista y marque lo que valga la pena citar, línea por línea.";
    WHICH_THEMES = "What it is about", "De qué trata";
    WHICH_THEMES_WHAT = "Tap the themes you see in it. Others mark for themselves; what you see does not change theirs.", "Toque los temas que ve en ella. Los demás marcan por su cuenta; lo que usted ve no cambia lo de ellos.";
    SEEN_BY_OTHERS = "also seen by {count}", "también lo vieron {count}";
    NEXT_UNMARKED = "Next without my marks", "Siguiente sin mis marcas";
    ALL_MARKED = "You have marked every quote", "Ya marcó todas las citas";
    FROM_INTERVIEW = "From the interview", "De la entrevista";
    MARKED = "Marked: {theme}", "Marcado: {theme}";
    UNMARKED = "Mark taken away: {theme}", "Marca quitada: {theme}";
    NO_THEMES = "No themes yet", "Aún no hay temas";
    THEMES_WHAT = "The code book: what people speak of, with what each theme means. Two that mean the same are joined in the form of one of them.", "El libro de códigos: de qué habla la gente y qué significa cada tema. Dos que significan lo mismo se unen en el formulario de uno de ellos.";
    QUOTES_OF = "{quotes}: {theme}", "{quotes}: {theme}";
    AGREEMENT = "How far two people agree", "Hasta dónde coinciden dos personas";
    AGREEMENT_WHAT = "Of the quotes both looked at, how often they marked the same, beyond what chance would do (Cohen’s kappa: 1 is always, 0 is chance).", "De las citas que ambas vieron, con qué frecuencia marcaron lo mismo, más allá del azar (kappa de Cohen: 1 es siempre, 0 es azar).";
    AGREEMENT_NONE = "Two people have to look at the same quotes first.", "Primero dos personas tienen que ver las mismas citas.";
    FIRST_CODER = "First person", "Primera persona";
    SECOND_CODER = "Second person", "Segunda persona";
    CODER_OPTION = "{who} ({count} quotes)", "{who} ({count} citas)";
    BOTH_MARKED = "Both", "Ambas";
    ONLY_ONE = "Only {who}", "Solo {who}";
    NEITHER = "Neither", "Ninguna";
    KAPPA = "Kappa", "Kappa";
    IN_ALL = "All themes together", "Todos los temas juntos";
    KAPPA_SENTENCE = "{one} and {two} agree on {percent} of all marks; kappa {kappa}.", "{one} y {two} coinciden en {percent} de las marcas; kappa {kappa}.";
    NO_KAPPA = "not to be said", "no se puede decir";

    HEARD_SENTENCE = "{people} people were heard in {interviews} interviews. {refused} did not want to be interviewed.", "Se escuchó a {people} personas en {interviews} entrevistas. {refused} no quisieron la entrevista.";
    COVERAGE_ON_PAPER = "Small numbers could tell who was heard, so this page is not for paper. The report prints what may be told.", "Los números pequeños podrían revelar a quién se escuchó; por eso esta página no se imprime. El informe imprime lo que se puede contar.";
    GAPS = "Who is missing", "Quién falta";
    NO_GAPS = "Everyone the plan asks for was heard.", "Se escuchó a todas las personas que pide el plan.";
    NO_PLAN = "There is no plan yet. Say how many people of each sort you want to hear, and the gaps are shown here.", "Aún no hay un plan. Diga a cuántas personas de cada tipo quiere escuchar y aquí se verán las que faltan.";
    THE_PLAN = "The plan", "El plan";
    OF_PLAN = "{heard} of {wanted}", "{heard} de {wanted}";


    GUIDES_WHAT = "What is asked in interviews. A guide that comes with Porchlight can be copied and changed; an interview keeps the guide it was asked with.", "Qué se pregunta en las entrevistas. Una guía que viene con Porchlight se puede copiar y cambiar; cada entrevista conserva la guía con que se hizo.";
    NEW_GUIDE = "New guide", "Nueva guía";
    COPY_GUIDE = "Copy and change", "Copiar y cambiar";
    COPY_OF = "{name} (copy)", "{name} (copia)";
    PRINT_GUIDE = "Print the guide", "Imprimir la guía";
    SAVE_GUIDE = "Save as a file", "Guardar como archivo";
    BRING_GUIDE = "Bring a guide from a file", "Traer una guía de un archivo";
    GUIDE_BROUGHT = "{name}: brought, {count} questions", "{name}: incorporada, {count} preguntas";
    NOT_A_GUIDE = "“{file}” is not a guide of Porchlight: {cause}. Nothing was changed", "«{file}» no es una guía de Porchlight: {cause}. No se cambió nada";
    ONLY_IF = "Only after “{question}”: {answers}", "Solo después de «{question}»: {answers}";
    ASK_ONLY_IF = "Ask it only after certain answers", "Hacerla solo después de ciertas respuestas";
    HALF = "One language missing", "Falta un idioma";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
