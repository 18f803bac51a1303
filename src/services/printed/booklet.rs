//! In which order pages are printed so that the sheets, laid on each other and folded in the middle, are a booklet.

/// A side of a sheet: the pages that stand on its left and right, from 0; none where nothing is printed.
pub type Side = [Option<usize>; 2];

/// The sides of all sheets, front and back in turn, the outermost sheet first. They are printed on both sides, turned on
/// the short edge. A sheet has four pages, so up to three at the end stay empty.
pub fn sides(pages: usize) -> Vec<Side> {
    let sheets = pages.div_ceil(4);
    let page = |at: usize| (at < pages).then_some(at);
    let sheet = |at: usize| {
        let (first, last) = (2 * at, 4 * sheets - 1 - 2 * at);
        [[page(last), page(first)], [page(first + 1), page(last - 1)]]
    };
    (0..sheets).flat_map(sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pages_stand_so_that_folded_sheets_are_read_in_order() {
        assert_eq!(sides(0), Vec::<Side>::new());
        assert_eq!(sides(1), [[None, Some(0)], [None, None]]);
        assert_eq!(sides(4), [[Some(3), Some(0)], [Some(1), Some(2)]]);
        let eight = [[Some(7), Some(0)], [Some(1), Some(6)], [Some(5), Some(2)], [Some(3), Some(4)]];
        assert_eq!(sides(8), eight);
        assert_eq!(sides(6), [[None, Some(0)], [Some(1), None], [Some(5), Some(2)], [Some(3), Some(4)]]);
    }

    /// What somebody reads who opens the folded sheets and turns leaf after leaf: each is half of a sheet, its right half
    /// from the outermost in, then its left half from the innermost out.
    fn leafed_through(sides: &[Side]) -> Vec<Option<usize>> {
        let sheets: Vec<(&Side, &Side)> = sides.chunks(2).map(|sheet| (&sheet[0], &sheet[1])).collect();
        let in_half = sheets.iter().flat_map(|(front, back)| [front[1], back[0]]);
        let out_half = sheets.iter().rev().flat_map(|(front, back)| [back[1], front[0]]);
        in_half.chain(out_half).collect()
    }

    proptest! {
        #[test]
        fn whoever_turns_the_leaves_reads_every_page_in_order(pages in 0usize..200) {
            let read = leafed_through(&sides(pages));
            prop_assert_eq!(read.len(), pages.div_ceil(4) * 4);
            for (at, page) in read.into_iter().enumerate() {
                prop_assert_eq!(page, (at < pages).then_some(at));
            }
        }
    }
}
