//! What may happen next while somebody counts.

use proptest::prelude::*;

#[derive(Clone, Debug)]
pub(super) enum Step {
    Tap(char),
    RubOut,
    More(i64),
    Same,
    Type(&'static str),
    Enter,
    Scan(&'static str),
    Left,
    Paused,
    Turn(isize),
    Meant,
    StandAt(usize),
    Settle(usize),
    Follow(bool),
    Full(bool),
    Kill,
}

pub(super) fn steps() -> impl Strategy<Value = Step> {
    let codes = prop::sample::select(vec!["9780306406157", "30412", "00042", "4006381333931", "FLYER-7"]);
    prop_oneof![
        6 => prop::sample::select(vec!['0', '1', '5', '9']).prop_map(Step::Tap),
        2 => Just(Step::RubOut),
        1 => prop::sample::select(vec![-1i64, 1]).prop_map(Step::More),
        2 => Just(Step::Same),
        5 => prop::sample::select(vec!["", "3", "12", "240", "5000", "12x", "007", "30412"]).prop_map(Step::Type),
        3 => Just(Step::Enter),
        3 => codes.prop_map(Step::Scan),
        2 => Just(Step::Left),
        3 => Just(Step::Paused),
        5 => prop::sample::select(vec![-1isize, 1, 1]).prop_map(Step::Turn),
        1 => Just(Step::Meant),
        1 => (0usize..5).prop_map(Step::StandAt),
        6 => (1usize..4).prop_map(Step::Settle),
        1 => any::<bool>().prop_map(Step::Follow),
        1 => any::<bool>().prop_map(Step::Full),
        1 => Just(Step::Kill),
    ]
}
