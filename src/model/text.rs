//! Words a person sees, always in both languages.

use std::fmt;

/// The most characters a line may have.
pub const MAX_LINE: usize = 2_000;
/// The most characters a long text may have.
pub const MAX_LONG: usize = 100_000;

/// A language of the interface. English and Spanish are both first languages of this app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English, as spoken in the United States.
    #[default]
    En,
    /// Spanish, as spoken in the United States.
    Es,
}

impl Lang {
    /// Both languages, in the order they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Es];

    /// The BCP 47 tag, as it stands in a `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Es => "es",
        }
    }

    /// The one that this is not.
    pub const fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Es,
            Lang::Es => Lang::En,
        }
    }

    /// The language of a BCP 47 tag such as `es-MX`, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }
}

/// A text in both languages. There is no way to make one with a language missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Spanish.
    pub es: &'static str,
}

/// A text in English and Spanish.
pub const fn t(en: &'static str, es: &'static str) -> Text {
    Text { en, es }
}

impl Text {
    /// What is the same in both languages: a name, or the key of an answer.
    pub const fn same(words: &'static str) -> Text {
        t(words, words)
    }

    /// No words: a help line or purpose that is not needed.
    pub const NONE: Text = t("", "");

    /// The words in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Es => self.es,
        }
    }

    /// Whether there is nothing to say.
    pub const fn is_empty(self) -> bool {
        self.en.is_empty() && self.es.is_empty()
    }

    /// A message made of this text, its `{name}` places still to be filled.
    pub fn message(self) -> Message {
        Message { text: self, args: Vec::new() }
    }

    /// A message with the place `{name}` filled.
    pub fn with(self, name: &'static str, value: impl Into<Arg>) -> Message {
        self.message().filled(name, value.into())
    }
}

/// What fills a place in a message: words that are the same in both languages, or a text that is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// The same in every language: a name, a number.
    Same(String),
    /// Said in the reader's language.
    Text(Text),
    /// A sentence within the sentence.
    Message(Box<Message>),
}

impl From<Message> for Arg {
    fn from(message: Message) -> Arg {
        Arg::Message(Box::new(message))
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Arg {
        Arg::Text(text)
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Arg {
        Arg::Same(words)
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Arg {
        Arg::Same(words.to_owned())
    }
}

macro_rules! arg_from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Arg {
                Arg::Same(number.to_string())
            }
        }
    )*};
}
arg_from_number!(usize, u32, u64, i32, i64);

/// Something to tell a person, whole sentences with their places filled, sayable in either language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The sentence, with places such as `{name}`.
    pub text: Text,
    /// What stands in the places.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// Words that are the same in every language.
    pub fn same(words: impl Into<String>) -> Message {
        t("{words}", "{words}").with("words", words.into())
    }

    /// Fills one more place.
    pub fn with(self, name: &'static str, value: impl Into<Arg>) -> Message {
        self.filled(name, value.into())
    }

    fn filled(mut self, name: &'static str, value: Arg) -> Message {
        self.args.push((name, value));
        self
    }

    /// The sentence in one language.
    ///
    /// Filled in one pass, so a name that itself holds braces is shown as it is. A place such as `{count|note|notes}` is
    /// the first of its forms where `count` is 1, and the other one everywhere else; a form may hold places itself.
    pub fn say(&self, lang: Lang) -> String {
        let mut said = String::new();
        self.fill(self.text.get(lang), lang, &mut said);
        said
    }

    fn fill(&self, words: &str, lang: Lang, said: &mut String) {
        let mut rest = words;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            said.push_str(before);
            let filled = place(from).and_then(|place| {
                let arg = self.args.iter().find(|(known, _)| *known == place.name)?;
                Some((&arg.1, place))
            });
            let Some((arg, Place { forms, length, .. })) = filled else {
                said.push('{');
                rest = &from[1..];
                continue;
            };
            match (forms, arg) {
                (Some([one, several]), arg) => {
                    let is_one = matches!(arg, Arg::Same(number) if number == "1");
                    self.fill(if is_one { one } else { several }, lang, said);
                }
                (None, Arg::Same(words)) => said.push_str(words),
                (None, Arg::Text(text)) => said.push_str(text.get(lang)),
                (None, Arg::Message(message)) => said.push_str(&message.say(lang)),
            }
            rest = &from[length..];
        }
        said.push_str(rest);
    }
}

/// A place in a sentence.
struct Place<'w> {
    name: &'w str,
    /// What is said of one, and what of several.
    forms: Option<[&'w str; 2]>,
    /// How long it is, with its braces.
    length: usize,
}

/// The place with which these words begin.
fn place(words: &str) -> Option<Place<'_>> {
    let mut depth = 0_usize;
    let mut bars = Vec::new();
    for (at, letter) in words.char_indices() {
        match letter {
            '{' => depth += 1,
            '|' if depth == 1 => bars.push(at),
            '}' if depth == 1 => {
                let (name, forms) = match bars[..] {
                    [] => (&words[1..at], None),
                    [first, second] => (&words[1..first], Some([&words[first + 1..second], &words[second + 1..at]])),
                    _ => return None,
                };
                return Some(Place { name, forms, length: at + 1 });
            }
            '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

impl From<Text> for Message {
    fn from(text: Text) -> Message {
        text.message()
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

/// The places of a sentence, sorted: both languages must have the same.
pub fn places(words: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        words.split('{').skip(1).filter_map(|after| after.find(['|', '}']).map(|end| &after[..end])).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The most characters that a sentence quotes of what was typed or read.
const QUOTED: usize = 60;
/// The most characters that are shown of what a file held, where it stands by itself.
const EXCERPT: usize = 240;

/// The start of a text, to quote in a sentence.
pub fn quoted(text: &str) -> String {
    start_of(text, QUOTED)
}

/// The start of a text, to show by itself. Whatever a file holds, a screen never shows more of it.
pub fn excerpt(text: &str) -> String {
    start_of(text, EXCERPT)
}

fn start_of(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Declares the sentences of a module: each becomes a constant, and all of them the slice `ALL`, which the tests
/// walk to see that both languages have words and the same places.
#[macro_export]
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $es:literal;)*) => {
        $(
            $(#[$doc])*
            #[doc = $en]
            pub const $name: $crate::model::text::Text = $crate::model::text::t($en, $es);
        )*
        /// Every sentence of this module.
        pub const ALL: &[(&str, $crate::model::text::Text)] = &[$((stringify!($name), $name)),*];
    };
}

/// Fails with the name of each text that lacks a language or whose places differ. For tests of `words!` modules.
pub fn faults(words: &[(&str, Text)]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in words {
        if text.en.trim().is_empty() || text.es.trim().is_empty() {
            found.push(format!("{name} lacks a language"));
        }
        if places(text.en) != places(text.es) {
            found.push(format!("{name} has other places in Spanish"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_either_language() {
        let deleted = t("{what} deleted", "{what}: eliminado").with("what", "12 Maple");
        assert_eq!(deleted.say(Lang::En), "12 Maple deleted");
        assert_eq!(deleted.say(Lang::Es), "12 Maple: eliminado");
    }

    #[test]
    fn one_is_said_otherwise_than_several() {
        let quotes = t(
            "{quotes} {quotes|quote|quotes} from {people|one person|{people} people}",
            "{quotes} {quotes|cita|citas} de {people|una persona|{people} personas}",
        );
        let said = |count: usize, lang| quotes.with("quotes", count).with("people", count).say(lang);
        assert_eq!([said(1, Lang::En), said(2, Lang::En)], ["1 quote from one person", "2 quotes from 2 people"]);
        assert_eq!([said(0, Lang::Es), said(1, Lang::Es)], ["0 citas de 0 personas", "1 cita de una persona"]);
        assert_eq!(places(quotes.en), ["people", "quotes"]);
        assert_eq!(t("{a|b} {a|b|c|d} {a|b|c", "").with("a", 1_usize).say(Lang::En), "{a|b} {a|b|c|d} {a|b|c");
    }

    #[test]
    fn a_name_with_braces_is_not_a_place() {
        let said = t("{a} and {b}", "{a} y {b}").with("a", "{b}").with("b", "2").say(Lang::En);
        assert_eq!(said, "{b} and 2");
    }

    #[test]
    fn an_unfilled_place_stays_visible() {
        assert_eq!(t("{a} {", "{a} {").message().say(Lang::En), "{a} {");
    }

    #[test]
    fn of_a_long_text_only_the_start_is_quoted() {
        assert_eq!(quoted("short"), "short");
        assert_eq!(quoted(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(quoted(&"é".repeat(4_000_000)), format!("{}…", "é".repeat(60)));
        assert_eq!(excerpt(&"x".repeat(241)).chars().count(), 241);
    }

    #[test]
    fn a_tag_finds_its_language() {
        assert_eq!(Lang::from_tag("es-MX"), Some(Lang::Es));
        assert_eq!(Lang::from_tag("EN"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr"), None);
    }
}
