//! Positions in a list that people put in order on several tablets at once.
//!
//! Each thing keeps a short text, its rank, and the list is sorted by it, bytewise, and then by identity. Whoever moves a
//! thing writes its rank alone: one between those of its new neighbors. So two tablets that move different things agree by
//! themselves, and of two that move the same thing the later one counts; no history can double or lose anything. This is
//! fractional indexing, as E. Wallace describes it (“Realtime editing of ordered sequences”, Figma, 2017) and D. Greenspan
//! made it of texts (“Implementing fractional indexing”, 2020): a whole number tells its own length in its first sign,
//! `a0` to `az`, then `b00`, and downward `Zz` to `Z0`, then `Yzz`.
//!
//! Where Greenspan goes on with a fraction, a rank here goes on with another whole number, as the numbers of chapters do,
//! so that lines typed one below the other in the middle of a list count on (`a5` `a5b0k` `a5b0l`) and their ranks grow
//! with the number of digits alone. Where nothing lies between two numbers, a first one is drawn by chance.
//!
//! Its known weakness: what two people insert at the same place at the same time may come to lie among each other, as the
//! rank says where and not after whom. That what a person typed in one go stays together is likely all the same, since each
//! tablet draws its own number and counts on from there. For lines of a plan that are merged a few times a day, and moved
//! with one touch, this serves; sequences that keep every run together for sure (such as those for the letters of a text)
//! hold the history of each list, on every tablet and for ever.

/// A rank of more signs than this is written anew with the next move beside it.
pub const LONG: usize = 40;

/// The numbers that are drawn where a new level begins: two tablets seldom draw neighbors.
const DRAWN: u64 = 62 * 62 * 62 * 62;
/// How far at most a thing at the end of a list is set from its neighbor: there is room between them for a few more.
const STEP: u64 = 1024;
/// No number of ours comes near to this one, or to its negative.
const FAR: i64 = 1 << 50;
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// What to write for things that get a place in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// The ranks of what is placed, in its order.
    pub ranks: Vec<String>,
    /// What of the list needs another rank as well: its place there, and the rank. None of it, unless ranks are alike,
    /// missing, foreign or very long.
    pub others: Vec<(usize, String)>,
}

/// A rank between two others, or between one and an end of the list. `seed` is any number by chance.
///
/// None where there is none: where the first does not come before the second, or one of them was not made here.
pub fn between(before: Option<&str>, after: Option<&str>, seed: u64) -> Option<String> {
    let (before, after) = (read_end(before)?, read_end(after)?);
    Some(written(&path_between(before.as_deref(), after.as_deref(), &mut Chance(seed))?))
}

/// So many ranks between two others, in their order. None as with [`between`].
pub fn many_between(before: Option<&str>, after: Option<&str>, count: usize, seed: u64) -> Option<Vec<String>> {
    let (mut before, after, mut chance) = (read_end(before)?, read_end(after)?, Chance(seed));
    let mut ranks = Vec::with_capacity(count);
    for _ in 0..count {
        let path = path_between(before.as_deref(), after.as_deref(), &mut chance)?;
        ranks.push(written(&path));
        before = Some(path);
    }
    Some(ranks)
}

/// What to write so that so many things stand at a place of a list, before what is there now. `ranks` are those of the list
/// in its order, without the things themselves if they stood in it.
pub fn arrange(ranks: &[&str], at: usize, count: usize, seed: u64) -> Moved {
    let at = at.min(ranks.len());
    // The more of them are written anew, the shorter they become, so that it is not soon done again.
    let (mut most, mut wide) = (LONG, 0);
    loop {
        // The neighbors that stay: on either side the nearest that is sound, or the end of the list.
        let sound = |rank: &str| rank.len() <= most && read(rank).is_some();
        let mut low = at.saturating_sub(wide);
        while low > 0 && !sound(ranks[low - 1]) {
            low -= 1;
        }
        let mut high = at.saturating_add(wide).min(ranks.len());
        while high < ranks.len() && !sound(ranks[high]) {
            high += 1;
        }
        let before = low.checked_sub(1).map(|at| ranks[at]);
        let made = many_between(before, ranks.get(high).copied(), high - low + count, seed);
        match made.filter(|made| made.iter().all(|rank| rank.len() <= most)) {
            Some(mut made) => {
                let mut others: Vec<(usize, String)> = (low..at).zip(made.drain(..at - low)).collect();
                others.extend((at..high).zip(made.drain(count..)));
                return Moved { ranks: made, others };
            }
            // Between the two ends of the list there is always room.
            None if low == 0 && high == ranks.len() => return Moved::default(),
            // Alike, or without room for so many.
            None => (most, wide) = (most.saturating_sub(3).max(10), wide * 2 + 1),
        }
    }
}

/// The numbers of one that comes between two others.
fn path_between(before: Option<&[i64]>, after: Option<&[i64]>, chance: &mut Chance) -> Option<Vec<i64>> {
    let step = |chance: &mut Chance| chance.below(STEP) + 1;
    let path = match (before, after) {
        (None, None) => vec![0],
        (Some([first, ..]), None) => vec![first + step(chance)],
        (None, Some([first, ..])) => vec![first - step(chance)],
        (Some(before), Some(after)) => {
            if before >= after {
                return None;
            }
            let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
            let mut path = before.get(..=same).unwrap_or(before).to_vec();
            match (before.get(same), after.get(same)) {
                // The second one stands below the first: before it, there.
                (None, Some(next)) => path.push(next - step(chance)),
                // Somewhere in the middle half of the gap.
                (Some(number), Some(next)) if next - number > 1 => {
                    let room = next - number - 1;
                    path[same] = number + 1 + room / 4 + chance.below(u64::try_from(room / 2).unwrap_or(0));
                }
                // Nothing lies between the two numbers: below the first of them, behind what stands there.
                _ => match before.get(same + 1) {
                    Some(number) => path.push(number + step(chance)),
                    None => path.push(chance.below(DRAWN)),
                },
            }
            path
        }
        _ => return None,
    };
    path.iter().all(|number| (-FAR..FAR).contains(number)).then_some(path)
}

/// The numbers of a neighbor, or of the end of the list; none if it is not a rank.
fn read_end(rank: Option<&str>) -> Option<Option<Vec<i64>>> {
    match rank {
        None => Some(None),
        Some(rank) => read(rank).map(Some),
    }
}

fn read(rank: &str) -> Option<Vec<i64>> {
    let mut rest = rank.as_bytes();
    let mut path = Vec::new();
    while let [head, after @ ..] = rest {
        let (length, is_negative) = match head {
            b'a'..=b'i' => (head - b'a' + 1, false),
            b'R'..=b'Z' => (b'Z' - head + 1, true),
            _ => return None,
        };
        let (digits, after) = after.split_at_checked(length.into())?;
        // Numbers of fewer digits come first: those of one end where those of two begin.
        let (mut from, mut size, mut number) = (0, 1, 0);
        for digit in digits {
            from += size;
            size *= 62;
            let digit = DIGITS.iter().position(|known| known == digit)?;
            number = number * 62 + i64::try_from(digit).ok()?;
        }
        from -= 1;
        path.push(if is_negative { -from - (size - 1 - number) - 1 } else { from + number });
        rest = after;
    }
    let is_one = !path.is_empty() && path.iter().all(|number| (-FAR..FAR).contains(number));
    is_one.then_some(path)
}

fn written(path: &[i64]) -> String {
    let mut rank = String::new();
    for number in path {
        let (mut left, is_negative) = match number {
            0.. => (*number, false),
            _ => (-number - 1, true),
        };
        let (mut length, mut size) = (1_u8, 62);
        while left >= size {
            left -= size;
            size *= 62;
            length += 1;
        }
        let left = if is_negative { size - 1 - left } else { left };
        rank.push(char::from(if is_negative { b'Z' - (length - 1) } else { b'a' + (length - 1) }));
        for _ in 0..length {
            size /= 62;
            let digit = usize::try_from(left / size % 62).unwrap_or(0);
            rank.push(char::from(DIGITS[digit]));
        }
    }
    rank
}

/// Numbers that follow from a seed (SplitMix64, by G. L. Steele and others, 2014).
struct Chance(u64);

impl Chance {
    /// One from 0 on, below a limit.
    fn below(&mut self, limit: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        i64::try_from(mixed % limit.max(1)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
