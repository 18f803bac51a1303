//! The page as plain text, for an e-mail: the headings of the plan, each line with a dash and as far in as on the page.

use super::page::Line;
use super::parts::Part;
use crate::model::text::Lang;

/// The page as text. `said` tells what a line says, on one line.
pub fn text(title: &str, lines: &[Line], lang: Lang, said: &dyn Fn(&Line) -> String) -> String {
    let mut text = format!("{title}\n");
    for part in Part::ALL {
        for (depth, heading) in part.new_headings() {
            if depth == 0 {
                text.push('\n');
                text.push_str(heading.get(lang));
            } else {
                text.push_str(&format!("{}- {}:", "  ".repeat(depth), heading.get(lang)));
            }
            text.push('\n');
        }
        let depth = part.headings().len();
        for line in lines.iter().filter(|line| line.part == part) {
            let indent = "  ".repeat(depth + usize::from(line.indent));
            let said = said(line);
            text.push_str(&format!("{indent}- {}\n", said.replace('\n', " ")));
        }
    }
    text
}
