//! Which journeys run in which engine.
//!
//! Most run in all three. What no engine can break, because it is decided natively and drawn in plain markup, takes its
//! turn in one of them: the journey begins with [`one_engine!`], an engine and the reason. What only one engine can be
//! made to do begins with [`only_in!`]. `tests/journeys.rs` sees that the turns are spread evenly.

use super::Engine;
use std::io::Write;

/// Where a journey runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In every engine.
    Everywhere,
    /// In this engine, and in the others when they are to see everything.
    InTurn(Engine),
    /// In this engine, as no other can.
    Only(Engine),
}

impl Place {
    /// Whether it runs in an engine; `turns` are taken by `make test-e2e`, and not when everything is to be seen.
    pub fn includes(self, engine: Engine, turns: bool) -> bool {
        match self {
            Place::Everywhere => true,
            Place::InTurn(one) => one == engine || !turns,
            Place::Only(one) => one == engine,
        }
    }

    /// Whether it runs in the engine of this run. If not, the output says so.
    pub fn is_here(self, why: &str) -> bool {
        let here = self.includes(Engine::of_this_run(), takes_turns());
        if let (false, Place::InTurn(engine) | Place::Only(engine)) = (here, self) {
            // Not by `print!`, which is kept back where a test passes.
            drop(write!(std::io::stdout(), "left to {engine:?}: {why} ... "));
        }
        here
    }
}

/// Whether this run goes through all engines, so that each may leave something to the others: the Makefile says so.
/// Whoever runs a journey by hand sees it in whatever engine it is.
fn takes_turns() -> bool {
    std::env::var("PORCHLIGHT_TURNS").is_ok_and(|turns| !turns.is_empty())
}

/// At the head of a journey that no engine can break: the engine whose turn it is, and why one is enough.
macro_rules! one_engine {
    ($engine:ident, $why:literal) => {
        if !crate::tablet::turns::Place::InTurn(crate::tablet::Engine::$engine).is_here($why) {
            return;
        }
    };
}

/// At the head of a journey that no other engine can be put through, and why.
macro_rules! only_in {
    ($engine:ident, $why:literal) => {
        if !crate::tablet::turns::Place::Only(crate::tablet::Engine::$engine).is_here($why) {
            return;
        }
    };
}

pub(crate) use {one_engine, only_in};
