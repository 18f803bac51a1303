//! What a policy offers to do beside the commands that every kind has.

use super::error::Refusal;
use super::plan::Plan;
use super::state::State;
use std::fmt;
use std::rc::Rc;

/// A command that a policy brings. What it takes is worked out at its turn, as of every other command.
#[derive(Clone)]
pub struct PolicyCommand(Rc<Planning>);

type Planning = dyn Fn(&State) -> Result<Plan, Refusal>;

impl PolicyCommand {
    /// A command that takes this.
    pub(crate) fn new(plan: impl Fn(&State) -> Result<Plan, Refusal> + 'static) -> PolicyCommand {
        PolicyCommand(Rc::new(plan))
    }

    pub(crate) fn plan(&self, state: &State) -> Result<Plan, Refusal> {
        (self.0)(state)
    }
}

impl fmt::Debug for PolicyCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PolicyCommand")
    }
}
