//! A damaged file of which everything is kept that is whole, on both sides of the damage.

use super::{Bytes, Tablet, now};
use crate::exchange::transfer::Effect;
use crate::work::job::Job;

/// Two whole segments with something between them, and what can be had of it.
fn salvaged(between: &[u8]) -> (usize, usize) {
    let (first, second) = (Tablet::new(1), Tablet::new(2));
    first.partners(3);
    second.partners(4);
    let (mut file, second) = (first.export(), second.export());
    file.truncate(file.len() - 2);
    file.extend_from_slice(b",\n");
    file.extend_from_slice(between);
    file.extend_from_slice(&second[1..]);
    let reader = Tablet::new(3);
    let incoming = now(reader.work.read_export(&Bytes(file), true, &Job::quiet())).unwrap();
    (incoming.preview.counts.get(&Effect::New).copied().unwrap_or(0), incoming.preview.faults.len())
}

#[test]
fn what_is_whole_on_both_sides_of_a_long_hole_is_kept_and_the_hole_is_said() {
    let hole = vec![0; 5 << 20];
    assert_eq!(salvaged(&hole), (7, 1), "the next segment begins in the line of the hole");
    assert_eq!(salvaged(&[&hole[..], b"\n"].concat()), (7, 1), "it begins in the next line");
    assert_eq!(salvaged(&[&hole[..], b"\n", &hole, b"rest of a line\n"].concat()).0, 7, "two holes");
    // Nor does a short one take the segment after it along.
    assert_eq!(salvaged(&[0; 100]), (7, 1));
    assert_eq!(salvaged(b"\n"), (7, 1));
    assert_eq!(salvaged(b""), (7, 0));
}

#[test]
fn a_hole_in_a_segment_keeps_what_came_before_it_and_the_segments_after_it() {
    let (first, second) = (Tablet::new(1), Tablet::new(2));
    first.partners(4);
    second.partners(2);
    let file = first.export();
    let lines: Vec<&[u8]> = file.split_inclusive(|byte| *byte == b'\n').collect();
    let mut hurt = [lines[0], lines[1], lines[2]].concat();
    hurt.extend(vec![0; 9 << 20]);
    hurt.extend_from_slice(b"\n");
    hurt.extend_from_slice(&second.export()[1..]);
    let reader = Tablet::new(3);
    let incoming = now(reader.work.read_export(&Bytes(hurt), true, &Job::quiet())).unwrap();
    assert_eq!(incoming.preview.counts[&Effect::New], 4);
}
