//! Codes for a camera (QR, ISO/IEC 18004), drawn on the tablet itself.

use qrcodegen::{QrCode, QrCodeEcc};

/// The white around a code, in squares: readers go by it.
const MARGIN: i32 = 4;

/// A code to be drawn: an image of so many squares on a side, and the path of its dark ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The length of a side, in squares, with the white around it.
    pub side: i32,
    /// The dark squares, as the path of an SVG.
    pub path: String,
}

impl Code {
    /// The code that says this; none where it is too long for one.
    pub fn of(text: &str) -> Option<Code> {
        // Fewer squares are larger ones. Where there is room, it repairs more.
        let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dark.filter(|(x, y)| code.get_module(*x, *y));
        let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN)).collect();
        Some(Code { side: code.size() + 2 * MARGIN, path })
    }
}

/// What a reader of codes makes of one.
#[cfg(test)]
pub(crate) fn read_back(code: &Code) -> String {
    let side = code.side as usize;
    let mut dark = vec![false; side * side];
    for square in code.path.split('M').filter(|square| !square.is_empty()) {
        let (x, y) = square.trim_end_matches("h1v1h-1z").split_once(' ').unwrap();
        dark[y.parse::<usize>().unwrap() * side + x.parse::<usize>().unwrap()] = true;
    }
    let scale = 4;
    let pixel = |x: usize, y: usize| dark[y / scale * side + x / scale];
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(side * scale, side * scale, pixel);
    image.detect_grids()[0].decode().unwrap().1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_what_was_written() {
        for text in ["https://library.example.org/fall-fair", "https://library.example.org/feria?día=3&niños=sí"] {
            assert_eq!(read_back(&Code::of(text).unwrap()), text);
        }
        assert_eq!(Code::of(&"x".repeat(5_000)), None);
    }
}
