//! The sentences of findings and their report.

crate::words! {
    FINDINGS = "Findings", "Hallazgos";
    FINDINGS_WHAT = "Findings, each with the quotes and counts that support it.", "Hallazgos, cada uno con las citas y los conteos que lo apoyan.";
    STANDS_ON = "{quotes} {quotes|quote|quotes} from {speakers} {speakers|person|people} · {against} against", "{quotes} {quotes|cita|citas} de {speakers} {speakers|persona|personas} · {against} en contra";
    SPEAKS_FOR = "Supports it", "A favor";
    SPEAKS_AGAINST = "Contradicts it", "En contra";
    NOTHING_FOR = "No quote supports it yet.", "Ninguna cita lo apoya todavía.";
    NOTHING_AGAINST = "No quote contradicts it. Did you ask anyone who might disagree?", "Ninguna cita lo contradice. ¿Preguntó a alguien que pudiera pensar distinto?";
    COUNTED_AT_DOORS = "Counted at doors", "Contado en las puertas";
    COUNT_SENTENCE = "{answer}: {people} of {all} {all|answer|answers}, {doors} {doors|door|doors}", "{answer}: {people} de {all} {all|respuesta|respuestas}, {doors} {doors|puerta|puertas}";
    ADD_QUOTES = "Add quotes", "Agregar citas";
    ADD_COUNT = "Add a count", "Agregar un conteo";
    TAKE_OUT_WHAT = "Remove: {what}", "Quitar: {what}";
    ADDED_FOR = "Added: supports it", "Se agregó: a favor";
    ADDED_AGAINST = "Added: contradicts it", "Se agregó: en contra";
    COUNT_ADDED = "Count added", "Se agregó el conteo";
    THE_REPORT = "Findings report", "Informe de hallazgos";
    REPORT_LANGUAGE = "Language of the report", "Idioma del informe";
    BOTH_LANGUAGES = "Both", "Ambos";
    BEFORE_IT_LEAVES = "Check before sharing", "Revise antes de compartir";
    BEFORE_WHAT = "Names, numbers and addresses that would be in the report. Check each one: change how a quote is printed, or leave it as it is.", "Nombres, números y direcciones que saldrían en el informe. Revíselos: cambie cómo se imprime la cita o déjela como está.";
    NOTHING_TELLS = "No names, numbers or addresses of people were found. Please read it yourself, too.", "No se encontraron nombres, números ni direcciones de personas. Léalo también usted.";
    GRANTED = "Named because they agreed to it: {count}", "Con nombre porque dieron permiso: {count}";
    CHANGE_WORDING = "Change how it is printed", "Cambiar cómo se imprime";
    PRINT_REPORT = "Print", "Imprimir";
    AS_PAGE = "Web page", "Página web";
    AS_TABLE = "Spreadsheet (CSV)", "Hoja de cálculo (CSV)";
    AS_DATA = "Data (JSON)", "Datos (JSON)";
}
