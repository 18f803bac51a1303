//! The words of partners, in both languages.

crate::words! {
    DO_NOT_CONTACT = "{name} asked not to hear from the library.", "{name} pidió que la biblioteca no le contacte.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
