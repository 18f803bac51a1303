//! Which of several of one name a row is about.

use super::super::row::ReadRow;
use super::super::{RowProblem, Weight};
use super::identity::is_known_by_title;
use super::namesake::{Likeness, Which, compare};
use super::planner::Planner;
use super::{RowOutcome, words};
use crate::model::text::{excerpt, quoted};

impl Planner {
    /// Which of those of one name a row is about.
    pub(super) fn among(&mut self, row: &ReadRow, slots: &[usize]) -> Which {
        // Where more than the name makes a record what it is, the name has been compared with all of it.
        if !is_known_by_title(self.kind) {
            return if let [only] = slots { Which::Is(*only) } else { Which::Unknown };
        }
        let compared: Vec<(usize, Likeness)> = slots.iter().map(|slot| (*slot, self.compare(row, *slot))).collect();
        if let [(only, likeness)] = compared.as_slice() {
            let in_one_file = self.slots[*only].line.is_some();
            if likeness.other > 0 {
                self.plan.namesakes += 1;
            }
            if likeness.are_two(in_one_file, self.namesakes) {
                return Which::Another(*only);
            }
            if likeness.other > 0 {
                self.tell_namesake(row, *only, false);
            }
            return Which::Is(*only);
        }
        let rank = |likeness: &Likeness| likeness.same as i64 - likeness.other as i64;
        let fit: Vec<_> = compared.iter().filter(|(_, likeness)| likeness.same > 0).collect();
        let best = fit.iter().map(|(_, likeness)| rank(likeness)).max();
        let fit: Vec<_> = fit.into_iter().filter(|(_, likeness)| Some(rank(likeness)) == best).collect();
        match (fit.as_slice(), compared.first()) {
            ([(slot, likeness)], _) if !likeness.are_two(self.slots[*slot].line.is_some(), self.namesakes) => {
                Which::Is(*slot)
            }
            (_, Some((first, _))) if compared.iter().all(|(_, likeness)| likeness.other > 0) && fit.len() < 2 => {
                self.plan.namesakes += 1;
                Which::Another(*first)
            }
            _ => Which::Unknown,
        }
    }

    fn compare(&self, row: &ReadRow, slot: usize) -> Likeness {
        compare(self.kind, &|key| row.values.get(key), &|key| self.slots[slot].get(key))
    }

    /// Says that a row bears the name of another record, and what becomes of it.
    pub(super) fn tell_namesake(&mut self, row: &ReadRow, other: usize, apart: bool) {
        let name = self.title_in(row).map(quoted).unwrap_or_default();
        let message = match (self.slots[other].line, apart) {
            (Some(line), true) => words::APART.with("line", line.to_string()),
            (None, true) => words::APART_HERE.message(),
            (None, false) => words::TAKEN_FOR.message(),
            // The row says itself that it adds to another.
            (Some(_), false) => return,
        };
        self.plan.problems.push(RowProblem::row(row.line, Weight::Note, message.with("value", name)));
    }

    /// Shows what the last row says where it was left out.
    pub(super) fn quote_left_out(&mut self, cells: &[String]) {
        if !matches!(self.plan.rows.last(), Some(row) if row.outcome == RowOutcome::LeftOut) {
            return;
        }
        if let Some(problem) = self.plan.problems.last_mut().filter(|problem| problem.weight == Weight::Row) {
            let said = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
            problem.cell = excerpt(&said.collect::<Vec<_>>().join(" · "));
        }
    }
}
