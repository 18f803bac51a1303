//! The words of the directory on paper, in both languages.

crate::words! {
    PRINT = "Print the directory", "Imprimir el directorio";
    WHAT = "Choose the paper, look at the pages, and print them. Only what is public is on them.", "Elija el papel, mire las páginas e imprímalas. Solo llevan lo que es público.";
    FORM = "What to print", "Qué imprimir";
    PAGES = "Pages in two columns", "Páginas de dos columnas";
    BOOKLET = "Booklet to fold", "Folleto para doblar";
    POCKET = "Pocket cards", "Tarjetas de bolsillo";
    PAPER = "Paper", "Papel";
    LANGUAGE = "Language of the pages", "Idioma de las páginas";
    ENGLISH = "English", "Inglés";
    SPANISH = "Spanish", "Español";
    BOTH = "English and Spanish", "Inglés y español";
    FOLD = "Print on both sides, flip on the short edge, lay the sheets on each other, and fold them in the middle.", "Imprima por ambos lados, voltee por el borde corto, ponga las hojas una sobre otra y dóblelas por la mitad.";
    CUT = "Cut along the lines. In both languages, print on both sides.", "Corte por las líneas. En ambos idiomas, imprima por ambos lados.";
    SHEETS = "{count} {count|sheet side|sheet sides}", "{count} {count|cara|caras} de papel";
    NONE_YET = "There are no services to print yet", "Todavía no hay servicios para imprimir";
    NONE_YET_WHAT = "Add services, or bring in the directory of a 211.", "Agregue servicios o traiga el directorio de un 211.";
    TITLE = "Where to find help", "Dónde encontrar ayuda";
    PRINTED_ON = "Printed on {day}", "Impreso el {day}";
    CALL_211 = "Not here? Call 211, any time.", "¿No está aquí? Llame al 211 a cualquier hora.";
    TELL_US = "Tell us what changed: {where}", "Díganos qué cambió: {where}";
    TELL_THE_LIBRARY = "Tell us what changed: ask at the library", "Díganos qué cambió: pregunte en la biblioteca";
    PAGE = "Page {page}", "Página {page}";
    SEE = "{name}: page {page}", "{name}: página {page}";
    INDEX = "Index by name", "Índice por nombre";
    BY_NAME = "{by}: {name}", "{by}: {name}";
    WHO = "For: {what}", "Para: {what}";
    LANGUAGES = "Languages: {what}", "Idiomas: {what}";
    CHECKED = "Checked on {day}", "Verificado el {day}";
    CALL_FIRST_WHY = "{call}. {why}", "{call}. {why}";
    HOURS_WE_HAVE = "Hours we have: {hours}", "Horario que tenemos: {hours}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
