//! How far two people agree beyond what chance would bring: Cohen’s kappa.
//!
//! J. Cohen, “A Coefficient of Agreement for Nominal Scales”, Educational and Psychological Measurement 20 (1960),
//! 37–46. Kappa is (observed − expected) / (1 − expected): 1 where they agree always, 0 where they agree as often as
//! two people would who each mark as often as these do and pay no heed to what they read.

/// How often each of two people said yes, of the things that both of them looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Both said yes.
    pub both: usize,
    /// The first said yes and the second no.
    pub only_first: usize,
    /// The second said yes and the first no.
    pub only_second: usize,
    /// Both said no.
    pub neither: usize,
}

impl Agreement {
    /// Adds what was compared elsewhere.
    pub fn add(&mut self, other: Agreement) {
        self.both += other.both;
        self.only_first += other.only_first;
        self.only_second += other.only_second;
        self.neither += other.neither;
    }

    /// The part of the things on which they agree, from 0 to 1. None where nothing was compared.
    pub fn observed(self) -> Option<f64> {
        let Sums { all, agreed, .. } = self.sums();
        (all > 0.0).then(|| agreed / all)
    }

    /// The part on which they would agree by chance. None where nothing was compared.
    pub fn expected(self) -> Option<f64> {
        let Sums { all, by_chance, .. } = self.sums();
        (all > 0.0).then(|| by_chance / (all * all))
    }

    /// Cohen’s kappa. None where nothing was compared, and where both said the same of everything: they could not have
    /// agreed less by chance, so it tells nothing.
    pub fn kappa(self) -> Option<f64> {
        let Sums { all, agreed, by_chance } = self.sums();
        // Multiplied out, so that nothing is rounded before the one division.
        let room = all * all - by_chance;
        (room > 0.0).then(|| (all * agreed - by_chance) / room)
    }

    /// Exact for as many quotes as anybody can mark: up to 2²⁶.
    fn sums(self) -> Sums {
        let Agreement { both, only_first, only_second, neither } = self;
        let [both, only_first, only_second, neither] =
            [both, only_first, only_second, neither].map(|count| count as f64);
        let yes = (both + only_first) * (both + only_second);
        let no = (only_second + neither) * (only_first + neither);
        Sums { all: both + neither + (only_first + only_second), agreed: both + neither, by_chance: yes + no }
    }
}

/// What kappa is made of.
struct Sums {
    /// How many things were compared.
    all: f64,
    /// On how many they agree.
    agreed: f64,
    /// On how many they would agree by chance, times `all`.
    by_chance: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agreement([both, only_first, only_second, neither]: [usize; 4]) -> Agreement {
        Agreement { both, only_first, only_second, neither }
    }

    /// Examples whose kappa was printed elsewhere.
    ///
    /// The first three stand in Wikipedia, “Cohen’s kappa”: two people who read 50 grant proposals, and “Same
    /// percentages but different numbers”. The fourth is from J. Sim and C. C. Wright, “The Kappa Statistic in
    /// Reliability Studies: Use, Interpretation, and Sample Size Requirements”, Physical Therapy 85 (2005), 257–268:
    /// two clinicians on 39 patients.
    #[test]
    fn published_examples_come_out_as_printed() {
        for (counts, observed, expected, kappa, decimals) in [
            ([20, 5, 10, 15], 0.7, 0.5, 0.40, 2),
            ([45, 15, 25, 15], 0.60, 0.54, 0.1304, 4),
            ([25, 35, 5, 35], 0.60, 0.46, 0.2593, 4),
            ([22, 2, 4, 11], 0.8462, 0.5385, 0.67, 2),
        ] {
            let agreement = agreement(counts);
            let printed = |number: Option<f64>, decimals: usize| format!("{:.decimals$}", number.unwrap());
            assert_eq!(printed(agreement.observed(), 4), format!("{observed:.4}"), "{counts:?}");
            assert_eq!(printed(agreement.expected(), 4), format!("{expected:.4}"), "{counts:?}");
            assert_eq!(printed(agreement.kappa(), decimals), format!("{kappa:.decimals$}"), "{counts:?}");
        }
    }

    #[test]
    fn where_there_is_nothing_to_tell_there_is_no_number() {
        assert_eq!(agreement([0; 4]).kappa(), None);
        assert_eq!((agreement([0; 4]).observed(), agreement([0; 4]).expected()), (None, None));
        // Both always yes, both always no: nothing to tell them from chance by.
        assert_eq!([[7, 0, 0, 0], [0, 0, 0, 7]].map(|counts| agreement(counts).kappa()), [None, None]);
        assert_eq!(agreement([7, 0, 0, 0]).observed(), Some(1.0));
        assert_eq!(agreement([7, 0, 0, 1]).kappa(), Some(1.0));
        assert_eq!(agreement([0, 4, 4, 0]).kappa(), Some(-1.0));
        assert!(agreement([usize::MAX; 4]).kappa().is_some_and(|kappa| kappa.abs() < 1e-9));
    }

    proptest! {
        #[test]
        fn it_lies_within_bounds_and_does_not_ask_who_was_first(counts in prop::array::uniform4(0usize..5000)) {
            let one = agreement(counts);
            let other = Agreement { only_first: one.only_second, only_second: one.only_first, ..one };
            prop_assert_eq!(one.kappa(), other.kappa());
            prop_assert_eq!(one.expected(), other.expected());
            if let Some(kappa) = one.kappa() {
                prop_assert!((-1.0..=1.0).contains(&kappa), "{}", kappa);
                prop_assert_eq!(kappa == 1.0, one.only_first + one.only_second == 0);
                let (observed, expected) = (one.observed().unwrap(), one.expected().unwrap());
                prop_assert!((kappa - (observed - expected) / (1.0 - expected)).abs() < 1e-9);
            }
        }

        #[test]
        fn saying_yes_for_no_changes_nothing(counts in prop::array::uniform4(0usize..5000)) {
            let one = agreement(counts);
            let other = Agreement {
                both: one.neither, only_first: one.only_second, only_second: one.only_first, neither: one.both,
            };
            prop_assert_eq!(one.kappa(), other.kappa());
        }
    }
}
