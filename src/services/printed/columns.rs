//! Which block of a directory stands in which column of which page.
//!
//! Browsers break columns and pages each in their own way, number pages only in some, and tell nobody on which page a block
//! came to stand, which an index must know. So the blocks are measured as they are drawn, and their pages are worked out
//! here: the same in every browser, and no block is ever cut.

/// A block with its height, in whatever unit the columns are measured in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// How high it is, with the room below it.
    pub height: f64,
    /// Whether it never stands last in a column: a heading.
    pub leads: bool,
    /// Whether it begins a new page.
    pub begins_page: bool,
}

/// The columns of a page, each with the places of its blocks.
pub type Page = Vec<Vec<usize>>;

/// The room that blocks have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How many columns a page has.
    pub columns: usize,
    /// How high they are.
    pub height: f64,
}

/// The pages of these blocks, in their order. What is higher than a column stands in one by itself.
pub fn pages(blocks: &[Block], room: Room) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut left = 0.0;
    let mut at = 0;
    while at < blocks.len() {
        // A heading goes with what follows it.
        let leading = blocks[at..].iter().take_while(|block| block.leads).count();
        let end = (at + leading + 1).min(blocks.len());
        let group = &blocks[at..end];
        let height: f64 = group.iter().map(|block| block.height).sum();
        let begins = group.iter().any(|block| block.begins_page);
        let full = |page: &Page| page.len() >= room.columns.max(1);
        let is_empty = |page: &Page| page.iter().all(Vec::is_empty);
        if pages.is_empty() || (begins && !pages.last().is_some_and(is_empty)) {
            pages.push(vec![Vec::new()]);
            left = room.height;
        }
        let has_any = pages.last().and_then(|page| page.last()).is_some_and(|column| !column.is_empty());
        if height > left && has_any {
            if pages.last().is_some_and(full) {
                pages.push(vec![Vec::new()]);
            } else if let Some(page) = pages.last_mut() {
                page.push(Vec::new());
            }
            left = room.height;
        }
        if let Some(column) = pages.last_mut().and_then(|page| page.last_mut()) {
            column.extend(at..end);
        }
        left -= height;
        at = end;
    }
    pages
}

/// On which page each block stands, from 0.
pub fn page_of(pages: &[Page], blocks: usize) -> Vec<usize> {
    let mut found = vec![0; blocks];
    for (number, page) in pages.iter().enumerate() {
        for at in page.iter().flatten() {
            if let Some(found) = found.get_mut(*at) {
                *found = number;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Room = Room { columns: 2, height: 10.0 };

    fn block(height: f64) -> Block {
        Block { height, leads: false, begins_page: false }
    }

    fn heading(height: f64) -> Block {
        Block { leads: true, ..block(height) }
    }

    #[test]
    fn a_block_is_never_cut_and_a_heading_never_stands_last() {
        let all = [heading(2.0), block(5.0), block(4.0), heading(2.0), block(5.0), heading(1.0), block(2.0)];
        assert_eq!(pages(&all, ROOM), [vec![vec![0, 1], vec![2]], vec![vec![3, 4, 5, 6]]]);
        assert_eq!(page_of(&pages(&all, ROOM), all.len()), [0, 0, 0, 1, 1, 1, 1]);
    }

    #[test]
    fn what_begins_a_page_stands_at_its_top() {
        let begins = Block { begins_page: true, ..heading(1.0) };
        let all = [begins, block(5.0), block(5.0), begins, block(1.0)];
        assert_eq!(pages(&all, ROOM), [vec![vec![0, 1], vec![2]], vec![vec![3, 4]]]);
    }

    proptest! {
        #[test]
        fn every_block_stands_once_in_order_and_fits(
            sizes in prop::collection::vec((0.1f64..12.0, prop::bool::weighted(0.2), prop::bool::weighted(0.05)), 0..60),
            columns in 1usize..4,
        ) {
            let all: Vec<Block> = sizes
                .iter()
                .map(|(height, leads, begins_page)| Block {
                    height: if *leads { height / 6.0 } else { *height },
                    leads: *leads,
                    begins_page: *begins_page,
                })
                .collect();
            let room = Room { columns, height: 10.0 };
            let laid = pages(&all, room);
            let order: Vec<usize> = laid.iter().flatten().flatten().copied().collect();
            prop_assert_eq!(order, (0..all.len()).collect::<Vec<_>>());
            for page in &laid {
                prop_assert!(page.len() <= columns && page.iter().all(|column| !column.is_empty()));
                for column in page {
                    let height: f64 = column.iter().map(|at| all[*at].height).sum();
                    let headings = column.iter().take_while(|at| all[**at].leads).count();
                    prop_assert!(height <= 10.0 + 1e-9 || column.len() <= headings + 1, "{}", height);
                    let last = column[column.len() - 1];
                    prop_assert!(!all[last].leads || last + 1 == all.len());
                }
            }
        }
    }
}
