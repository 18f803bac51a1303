//! What prompts draw: loaded when somebody first goes there, with worksheets.

use super::kinds::{PROMPT, PROMPT_USE};
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as prompts;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, Shows, Views};
use crate::{chunk, drawn, shows, views};

const NOTHING: KindViews = KindViews::new();

static KINDS: &[(&Kind, KindViews)] =
    &[(&PROMPT, NOTHING.above(views![prompts::one])), (&PROMPT_USE, NOTHING.back(drawn![prompts::back_of_use]))];

static SCREENS: &[Shows] = shows![routes::PROMPTS => |ui, ()| prompts::screen(ui)];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS);

chunk! {
    /// What prompts draw.
    pub static VIEWS: Views = worksheets => DRAWN;
}
