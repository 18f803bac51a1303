//! The words of what comes after an event, in both languages.

crate::words! {
    USED = "Resources used from stock", "Recursos usados de las existencias";
    USE = "Use from stock", "Usar de las existencias";
    USE_WHAT = "What is used here is taken off the stock of the hub. The library’s own storeroom can be a hub, too.", "Lo que se usa aquí se descuenta de las existencias del punto. El almacén de la biblioteca también puede ser un punto.";
    FROM = "From which hub", "De qué punto";
    CHOOSE = "Choose", "Elegir";
    WHICH_ITEM = "Which item", "Qué artículo";
    HOW_MANY = "How many were used", "Cuántos se usaron";
    THERE = "{item} ({count} there)", "{item} (hay {count})";
    UNCOUNTED = "{item} (not counted)", "{item} (sin contar)";
    NO_HUBS = "There is no hub with stock yet", "Aún no hay ningún punto con existencias";
    NOTHING_THERE = "Nothing is in stock there", "Ahí no hay existencias";
    ADD = "Add to what was used", "Agregar a lo usado";
    USED_SO_MANY = "{item}: {count} used", "{item}: se {count|usó|usaron} {count}";
    TAKE_OUT = "Take back: {item}", "Quitar: {item}";
    ITEM_COUNT = "{count} × {item}", "{count} × {item}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
