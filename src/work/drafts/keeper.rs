//! The keeper of a form's draft: when it is kept, finished, refused, thrown away.

use crate::model::draft::Draft;
use crate::model::record::Record;
use crate::model::value::Value;

/// Decides what becomes of what is typed in a form. It is asked with every event, and says what to do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftKeeper {
    /// Whether there is something typed that was not given to be kept.
    unkept: bool,
    stage: Stage,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Stage {
    /// One types.
    #[default]
    Open,
    /// Done was tapped. Kept now, a draft would come back of what is done.
    Finishing {
        /// Whether the store did not have everything before.
        unkept: bool,
        /// Whether somebody typed since.
        typed: bool,
    },
    /// Done, or thrown away.
    Closed,
}

impl DraftKeeper {
    /// Somebody typed or chose something. Gives whether it is to be kept after a pause.
    #[must_use]
    pub fn typed(&mut self) -> bool {
        match &mut self.stage {
            Stage::Open => self.unkept = true,
            Stage::Finishing { typed, .. } => *typed = true,
            Stage::Closed => return false,
        }
        true
    }

    /// A pause, the form or the page is left, or this tab may write from now on. Gives whether to keep the draft now.
    #[must_use]
    pub fn keep(&mut self) -> bool {
        self.stage == Stage::Open && std::mem::take(&mut self.unkept)
    }

    /// A draft could not be kept: that is tried again the next time.
    pub fn not_kept(&mut self) {
        match &mut self.stage {
            Stage::Open => self.unkept = true,
            Stage::Finishing { unkept, .. } => *unkept = true,
            Stage::Closed => {}
        }
    }

    /// Done was tapped. Gives whether to finish it; not at a second tap while the first one is at work.
    #[must_use]
    pub fn finish(&mut self) -> bool {
        if self.stage != Stage::Open {
            return false;
        }
        self.stage = Stage::Finishing { unkept: std::mem::take(&mut self.unkept), typed: false };
        true
    }

    /// It could not be finished: one goes on typing, and what the store does not have is kept.
    pub fn not_finished(&mut self) {
        if let Stage::Finishing { unkept, typed } = self.stage {
            (self.stage, self.unkept) = (Stage::Open, unkept || typed);
        }
    }

    /// It is finished. Gives whether somebody typed meanwhile, which [`typed_since`] finds.
    #[must_use]
    pub fn finished(&mut self) -> bool {
        let typed = matches!(self.stage, Stage::Finishing { typed: true, .. });
        self.stage = Stage::Closed;
        typed
    }

    /// It is thrown away. Gives whether to do so; not while it is being finished, or twice.
    #[must_use]
    pub fn discard(&mut self) -> bool {
        let open = self.stage == Stage::Open;
        if open {
            *self = DraftKeeper { unkept: false, stage: Stage::Closed };
        }
        open
    }
}

/// What was typed after a draft was given to be finished, as a draft of changes to the record that it became.
///
/// `before` is the record that the form shows, none where it was new; `after` is what it is by now.
pub fn typed_since(sent: &Draft, now: &Draft, before: Option<&Record>, after: &Record) -> Draft {
    let mut rest = Draft { new: false, values: Default::default(), seen: Default::default(), ..now.clone() };
    for key in sent.values.keys().chain(now.values.keys()) {
        let (was, is) = (sent.get(before, key), now.get(before, key));
        if was != is {
            rest.set(Some(after), key, is.cloned().unwrap_or(Value::Null));
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_second_tap_finishes_nothing_and_a_late_refusal_keeps_nothing_that_is_done() {
        let mut keeper = DraftKeeper::default();
        assert!(keeper.typed() && keeper.keep());
        assert!(keeper.finish());
        assert!(!keeper.finish(), "a second tap");
        assert!(!keeper.discard(), "and none of the other button");
        keeper.not_kept();
        assert!(!keeper.keep(), "left while it is being finished");
        assert!(!keeper.finished());
        keeper.not_kept();
        assert!(!keeper.keep() && !keeper.typed() && !keeper.finish());
    }

    #[test]
    fn what_is_refused_is_kept_as_it_stands() {
        let mut keeper = DraftKeeper::default();
        assert!(keeper.typed() && keeper.finish());
        keeper.not_finished();
        assert!(keeper.keep(), "the pause had not come yet");
        assert!(keeper.finish());
        assert!(keeper.typed(), "somebody goes on while the store is asked");
        keeper.not_finished();
        assert!(keeper.keep());
        assert!(keeper.finish());
        keeper.not_finished();
        assert!(!keeper.keep(), "the store has it");
    }

    #[derive(Clone, Copy, Debug)]
    enum Happens {
        Types,
        Pauses,
        Taps,
        Discards,
        KeptAnswer(bool),
        DoneAnswer(bool),
    }

    fn anything() -> impl Strategy<Value = Happens> {
        prop_oneof![
            3 => Just(Happens::Types),
            3 => Just(Happens::Pauses),
            2 => Just(Happens::Taps),
            1 => Just(Happens::Discards),
            3 => any::<bool>().prop_map(Happens::KeptAnswer),
            2 => any::<bool>().prop_map(Happens::DoneAnswer),
        ]
    }

    proptest! {
        /// Whatever comes in whatever order: once the store answers with yes and one pauses, it has the latest that was
        /// typed; and after it is done or thrown away, no draft is kept any more.
        #[test]
        fn nothing_typed_is_forgotten(history in prop::collection::vec(anything(), 0..60)) {
            let mut keeper = DraftKeeper::default();
            // What stands in the form, what the store has as a draft, and what is on the way to it, in order.
            let (mut typed, mut stored, mut on_the_way) = (0, 0, std::collections::VecDeque::new());
            let mut finishing: Option<u32> = None;
            let (mut done, mut thrown_away) = (None, false);
            let answer = |keeper: &mut DraftKeeper, stored: &mut u32, number: u32, kept: bool| match kept {
                true => *stored = number,
                false => keeper.not_kept(),
            };
            for event in history {
                match event {
                    Happens::Types => {
                        typed += 1;
                        prop_assert_eq!(keeper.typed(), done.is_none() && !thrown_away);
                    }
                    Happens::Pauses => if keeper.keep() {
                        prop_assert!(done.is_none() && !thrown_away && finishing.is_none());
                        on_the_way.push_back(typed);
                    },
                    Happens::Taps => if keeper.finish() {
                        prop_assert!(finishing.is_none() && done.is_none() && !thrown_away);
                        finishing = Some(typed);
                    },
                    Happens::Discards => if keeper.discard() {
                        thrown_away = true;
                    },
                    Happens::KeptAnswer(kept) => if let Some(number) = on_the_way.pop_front() {
                        answer(&mut keeper, &mut stored, number, kept);
                    },
                    Happens::DoneAnswer(yes) => if let Some(number) = finishing.take() {
                        // Whatever was asked for before is answered before.
                        while let Some(number) = on_the_way.pop_front() {
                            answer(&mut keeper, &mut stored, number, true);
                        }
                        match yes {
                            true => {
                                prop_assert_eq!(keeper.finished(), typed > number);
                                done = Some(number);
                            }
                            false => keeper.not_finished(),
                        }
                    },
                }
            }
            if done.is_some() || thrown_away {
                prop_assert!(!keeper.keep() && !keeper.finish());
                return Ok(());
            }
            if finishing.is_some() {
                keeper.not_finished();
            }
            while let Some(number) = on_the_way.pop_front() {
                answer(&mut keeper, &mut stored, number, true);
            }
            if keeper.keep() {
                stored = typed;
            }
            prop_assert_eq!(stored, typed);
        }
    }
}
