//! What sets up a place on another tablet: a small file, or a code that is held before its camera. Neither holds a password.

use super::settings::{Reach, Setting};
use serde::{Deserialize, Serialize};

/// What an invitation says it is.
const KIND: &str = "porchlight.place";
/// How the name of its file ends.
pub const FILE: &str = "porchlight-place.json";
/// What stands before an invitation in an address of the app.
pub const MARK: &str = "#/sync/place/with/";
/// What sets up a place on another tablet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    kind: String,
    /// What the place is called.
    pub name: String,
    /// How it is reached; the password is blank.
    pub reach: Reach,
    /// Whether recordings travel there and back as well.
    #[serde(default)]
    pub sound: bool,
}

impl Invitation {
    /// What sets up this place elsewhere; none for a folder, which every tablet has to be shown for itself.
    pub fn to(setting: &Setting) -> Option<Invitation> {
        let reach = match &setting.reach {
            Reach::Folder => return None,
            Reach::Beside { user, .. } => Reach::Beside { user: user.clone(), password: String::new() },
            Reach::Web(address) => Reach::Web(address.without_password()),
        };
        Some(Invitation { kind: KIND.to_owned(), name: setting.name.clone(), reach, sound: setting.sound })
    }

    /// As a file, or as text in an address.
    ///
    /// # Errors
    /// None that could be mended: what it holds is text.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Reads what [`Invitation::to_json`] wrote; none if it is something else. A password somebody wrote into it is left out.
    pub fn from_json(bytes: &[u8]) -> Option<Invitation> {
        let read: Invitation = serde_json::from_slice(bytes).ok().filter(|read: &Invitation| read.kind == KIND)?;
        let Invitation { name, reach, sound, .. } = read;
        let setting = Setting { id: String::new(), name, reach, other_org: false, sound };
        Invitation::to(&setting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::places::Address;
    use crate::formats::qr::{Code, read_back};

    fn setting() -> Setting {
        let url = "https://cloud.example.org/K%C3%A4se%20%26%20Brot/%231/".to_owned();
        let reach = Reach::Web(Address::WebDav { url, user: "outreach".into(), password: "secret word".into() });
        Setting { id: "a".into(), name: "Main “library”".into(), reach, other_org: true, sound: true }
    }

    #[test]
    fn an_invitation_tells_all_but_the_password() {
        let invitation = Invitation::to(&setting()).unwrap();
        let json = invitation.to_json().unwrap();
        assert!(!json.contains("secret"), "{json}");
        assert_eq!(Invitation::from_json(json.as_bytes()), Some(invitation));
        let with = json.replace("\"password\":\"\"", "\"password\":\"secret\"");
        assert_ne!(with, json);
        assert!(!format!("{:?}", Invitation::from_json(with.as_bytes())).contains("secret"));
        for other in ["", "{}", "[]", "{\"kind\":\"porchlight.segment\"}", "<html>"] {
            assert_eq!(Invitation::from_json(other.as_bytes()), None, "{other}");
        }
        assert_eq!(Invitation::to(&Setting { reach: Reach::Folder, ..setting() }), None);
    }

    #[test]
    fn an_invitation_fits_a_code() {
        let text =
            format!("https://library.example.org/{MARK}{}", Invitation::to(&setting()).unwrap().to_json().unwrap());
        assert_eq!(read_back(&Code::of(&text).unwrap()), text);
    }
}
