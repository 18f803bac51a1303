//! The words of prompts, in both languages.

crate::words! {
    PROMPTS = "Prompts", "Preguntas para conversar";
    PROMPTS_AND_ICEBREAKERS = "Prompts and Icebreakers", "Preguntas para conversar y romper el hielo";
    WHAT = "Asking the right question can make all the difference! As you consider the groups or audiences you plan to host or gather, consider which ones would work best for the gathering.", "¡Hacer la pregunta correcta puede cambiarlo todo! Al pensar en los grupos o públicos que va a reunir, considere cuáles funcionarían mejor.";
    DRAW = "Draw one", "Sacar una al azar";
    DRAW_AGAIN = "Draw another", "Sacar otra";
    DRAWN = "Drawn by chance", "Salió al azar";
    SHOW_LARGE = "Show it large", "Mostrarla en grande";
    USED_IT = "Used it", "La usé";
    OPEN = "Open", "Abrir";
    PRINT_CARDS = "Print as cards", "Imprimir como tarjetas";
    ANY_AGE = "Anyone", "Cualquiera";
    ANY_LANGUAGE = "Any language", "Cualquier idioma";
    FOR_WHOM = "Who it is for", "Para quién es";
    IN_LANGUAGE = "Written in", "Escrita en";
    WITH_TAG = "Tag", "Etiqueta";
    ANY_TAG = "Any tag", "Cualquier etiqueta";
    OURS = "From Porchlight", "De Porchlight";
    USED_TIMES = "used {count} {count|time|times}, last {day}", "usada {count} {count|vez|veces}, la última {day}";
    CAREFUL = "Think before you ask", "Piense antes de preguntar";
    NONE_FITS = "No prompt fits. Choose less, or add one.", "Ninguna pregunta corresponde. Elija menos o agregue una.";
    ADDED = "“{words}” is in the team’s bank now", "“{words}” ya está en el banco del equipo";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
