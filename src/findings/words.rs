//! The sentences of findings and their report.

crate::words! {
    FINDINGS = "Findings", "Hallazgos";
    FINDINGS_WHAT = "What was found out, each with the quotes and counts it rests on.", "Lo que se averiguó, cada hallazgo con las citas y los conteos en que se apoya.";
    STANDS_ON = "{quotes} quotes of {speakers} people, {against} against", "{quotes} citas de {speakers} personas, {against} en contra";
    SPEAKS_FOR = "Speaks for it", "Lo apoya";
    SPEAKS_AGAINST = "Speaks against it", "Lo contradice";
    NOTHING_FOR = "No quote speaks for it yet.", "Ninguna cita lo apoya todavía.";
    NOTHING_AGAINST = "No quote speaks against it. Was anyone asked who might?", "Ninguna cita lo contradice. ¿Se preguntó a quien podría hacerlo?";
    COUNTED_AT_DOORS = "Counted at the doors", "Contado en las puertas";
    COUNT_SENTENCE = "{answer}: {people} of {all} answers, {doors} doors", "{answer}: {people} de {all} respuestas, {doors} puertas";
    ADD_QUOTES = "Add quotes", "Añadir citas";
    ADD_COUNT = "Add a count", "Añadir un conteo";
    TAKE_OUT_WHAT = "Take out: {what}", "Quitar: {what}";
    ADDED_FOR = "Added: speaks for it", "Añadida: lo apoya";
    ADDED_AGAINST = "Added: speaks against it", "Añadida: lo contradice";
    COUNT_ADDED = "Count added", "Conteo añadido";
    THE_REPORT = "The report", "El informe";
    REPORT_LANGUAGE = "Language of the report", "Idioma del informe";
    BOTH_LANGUAGES = "Both", "Ambos";
    BEFORE_IT_LEAVES = "Before it leaves", "Antes de que salga";
    BEFORE_WHAT = "Names, numbers and addresses that the report would print. Go through them: change the wording of a quote, or leave it as it is.", "Nombres, números y direcciones que el informe imprimiría. Revíselos: cambie cómo se imprime la cita o déjela como está.";
    NOTHING_TELLS = "No name, number or address of a person was found in it. Read it yourself all the same.", "No se encontró ningún nombre, número ni dirección de una persona. Léalo usted de todos modos.";
    GRANTED = "Named because they agreed: {count}", "Nombradas porque lo aceptaron: {count}";
    CHANGE_WORDING = "Change how it is printed", "Cambiar cómo se imprime";
    PRINT_REPORT = "Print", "Imprimir";
    AS_PAGE = "Save as a page", "Guardar como página";
    AS_TABLE = "Save as a table", "Guardar como tabla";
    AS_DATA = "Save as data", "Guardar como datos";
}
