//! What asks draw: loaded with the screens that show records of all kinds.

use super::ask::ASK;
#[cfg(target_arch = "wasm32")]
use super::ask::fields as ask;
use crate::model::kind::Kind;
#[cfg(target_arch = "wasm32")]
use crate::partners::PARTNER;
use crate::ui::capability::{KindViews, Views};
#[cfg(target_arch = "wasm32")]
use crate::ui::route::{Route, View};
use crate::{chunk, drawn};

static KINDS: &[(&Kind, KindViews)] = &[(
    &ASK,
    KindViews::new().back(drawn![|_, links| Some(Route::Records(PARTNER.id, View::One(links(ask::PARTNER.key())?)))]),
)];

static DRAWN: Views = Views::new().kinds(KINDS);

chunk! {
    /// What asks draw.
    pub static VIEWS: Views = records => DRAWN;
}
