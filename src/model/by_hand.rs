//! An order that people make by hand: each thing has a number, and things stand by their numbers.

/// How far apart two neighbors are, so that one may come between.
pub const STEP: f64 = 10.0;

/// The number of what stands at this place among others.
pub fn place(at: usize) -> f64 {
    (at as f64 + 1.0) * STEP
}

/// The numbers of things after one of them went up (−1) or down (+1), given those they have, in their order: which ones
/// change, and to what. Whatever had no number of its own gets one.
pub fn moved(numbers: &[f64], from: Option<usize>, by: isize) -> Vec<(usize, f64)> {
    let mut sequence: Vec<usize> = (0..numbers.len()).collect();
    let to = from.and_then(|from| from.checked_add_signed(by)).filter(|to| *to < numbers.len());
    if let Some((from, to)) = from.zip(to) {
        sequence.swap(from, to);
    }
    let placed = sequence.into_iter().enumerate().map(|(at, index)| (index, place(at)));
    placed.filter(|(index, place)| numbers.get(*index).is_some_and(|number| number != place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changes_places_with_its_neighbor_and_the_others_stay() {
        let numbers = [10.0, 20.0, 30.0];
        assert_eq!(moved(&numbers, Some(1), 1), [(2, 20.0), (1, 30.0)]);
        assert_eq!(moved(&numbers, Some(0), -1), []);
        assert_eq!(moved(&numbers, Some(2), 1), []);
        assert_eq!(moved(&numbers, None, 1), []);
        assert_eq!(moved(&[f64::MAX, f64::MAX], Some(0), 1), [(1, 10.0), (0, 20.0)]);
    }
}
