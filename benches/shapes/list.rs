//! Shapes of document: a head, a piece that repeats, and an end.

/// A document of any length.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    head: &'static str,
    piece: fn(usize) -> String,
    tail: &'static str,
}

impl Shape {
    /// About so many bytes of it.
    pub(crate) fn text(&self, size: usize) -> String {
        let mut text = self.head.to_owned();
        let mut count = 0;
        while text.len() + self.tail.len() < size {
            text.push_str(&(self.piece)(count));
            count += 1;
        }
        text.push_str(self.tail);
        text
    }
}

pub(crate) const TELEGRAM: &str = "O 141630Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\n\nS E C R E T VESTA 000012\n\nE.O. 12958: DECL: 03/14/2016\nTAGS: PREL\nSUBJECT: (U) BOATS\n\n";
pub(crate) const PAPER: &str = "SECRET\n\nMEMORANDUM FOR THE RECORD\n\nMarch 14, 2006\n\n";
pub(crate) const NONE: &str = "";

/// `a` to `z`, `aa` to `zz`.
pub(crate) fn letter(index: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let one = |index: usize| LETTERS.get(index % 26).copied().map_or('z', char::from);
    String::from(one(index)).repeat(index / 26 % 2 + 1)
}

pub(crate) fn trigraph(index: usize) -> String {
    let one = |index: usize| letter(index % 26).to_uppercase();
    format!("{}{}{}", one(index / 676), one(index / 26), one(index))
}

pub(crate) const fn shape(
    name: &'static str,
    head: &'static str,
    piece: fn(usize) -> String,
    tail: &'static str,
) -> Shape {
    Shape {
        name,
        head,
        piece,
        tail,
    }
}
