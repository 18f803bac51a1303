//! What in the words of a record can be called, written to, visited or found on a map: by the type of its field, and in
//! free words by what a phone number, an e-mail address or a web address looks like.
//!
//! Only links are made here. Nothing is looked up or fetched: what happens is up to the app that opens when somebody
//! taps one.

mod found;

use super::field::{Field, FieldType};
use super::value::Value;
use super::{email, phone, show};

/// What a link does when it is tapped, always in another app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Calls a number.
    Call,
    /// Begins a text message to a number.
    Text,
    /// Begins an e-mail.
    Mail,
    /// Opens a page of the web.
    Web,
    /// Shows a place on a map.
    Map,
}

/// A run of words, and where it leads, if anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words as they stand in the record.
    pub words: String,
    /// Where they lead.
    pub to: Option<(Reach, String)>,
}

/// How this device shows a place on a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Maps {
    /// By an address that Apple’s systems hand to their map app, in Safari and in every other browser there. They do
    /// not know `geo:`.
    Apple,
    /// By `geo:` (RFC 5870), which Android hands to whichever map app the person chose, also one that has its maps
    /// offline.
    Android,
    /// On a page of the web that asks for no account: elsewhere `geo:` most often opens nothing.
    #[default]
    Web,
}

impl Maps {
    /// What fits the system that a browser says it runs on. An iPad calls itself a Macintosh, and both do the same.
    pub fn of(agent: &str) -> Maps {
        let runs_on = |system: &[&str]| system.iter().any(|system| agent.contains(system));
        if runs_on(&["iPad", "iPhone", "iPod", "Macintosh"]) {
            Maps::Apple
        } else if runs_on(&["Android"]) {
            Maps::Android
        } else {
            Maps::Web
        }
    }

    /// The link that shows an address.
    pub fn search(self, address: &str) -> String {
        let address = escaped(address);
        match self {
            Maps::Apple => format!("https://maps.apple.com/?q={address}"),
            Maps::Android => format!("geo:0,0?q={address}"),
            Maps::Web => format!("https://www.openstreetmap.org/search?query={address}"),
        }
    }

    /// The link that shows a spot, in degrees.
    pub fn spot(self, lat: f64, lon: f64) -> String {
        match self {
            Maps::Apple => format!("https://maps.apple.com/?ll={lat},{lon}&q={lat},{lon}"),
            Maps::Android => format!("geo:{lat},{lon}?q={lat},{lon}"),
            Maps::Web => format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"),
        }
    }
}

/// A value in its words, which are what [`show::show`] says, cut where something in them leads somewhere.
pub fn pieces(field: &Field, value: &Value, words: &str, maps: Maps) -> Vec<Piece> {
    let whole = |to: Option<(Reach, String)>| vec![Piece { words: words.to_owned(), to }];
    match field.ty {
        FieldType::Address => {
            let line = show::address_line(value);
            whole((!line.is_empty()).then(|| (Reach::Map, maps.search(&line))))
        }
        FieldType::Place => {
            let number = |part: &str| value.part(part).and_then(Value::as_number);
            let spot = number("lat").zip(number("lon"));
            whole(spot.map(|(lat, lon)| (Reach::Map, maps.spot(lat, lon))))
        }
        FieldType::Phone => match found::cut(words) {
            // Two numbers in one field are two links; one is a link with all that stands beside it.
            cut if cut.iter().filter(|piece| piece.to.is_some()).count() > 1 => cut,
            _ => whole(phone::dialed(words).map(|dialed| (Reach::Call, dialed.link()))),
        },
        FieldType::Email if email::is_email(words) => whole(mail(words.trim())),
        FieldType::Email | FieldType::Text | FieldType::LongText if !field.barcode => found::cut(words),
        _ => whole(None),
    }
}

/// The link that begins a text message to the same number as a link that calls it. An extension takes none, and neither
/// does a number too short to be somebody’s own.
pub fn text_message(call: &str) -> Option<(Reach, String)> {
    let number = call.strip_prefix("tel:")?;
    let digits = number.trim_start_matches('+');
    let own = digits.len() >= 7 && digits.bytes().all(|b| b.is_ascii_digit());
    own.then(|| (Reach::Text, format!("sms:{number}")))
}

/// The link that begins an e-mail; none where a sign in it would be read as more than an address.
pub fn mail(address: &str) -> Option<(Reach, String)> {
    (!address.contains(['?', '&', '#', '%'])).then(|| (Reach::Mail, format!("mailto:{address}")))
}

/// Words as they stand in the query of an address (RFC 3986), percent-encoded as UTF-8.
pub fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() * 2);
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
