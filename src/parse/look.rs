//! Short looks at a text: what cannot stand in it is not looked for.
//!
//! Every line is looked at once, each of its bytes for everything that readers ask about: a reader that cannot accept a line for what
//! does not stand in it is not asked.

/// How many bytes are looked at in one step.
const STEP: usize = 32;

/// How many bytes of a line are looked at in one step.
const PART: usize = 8;

/// Which kinds of characters stand in a part of a text, each a bit; white space and what has no bit here says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look(u16);

impl Look {
    /// A small letter other than `l`, which may be the slip of a scanner.
    pub(super) const SMALL: Self = Self(1);
    pub(super) const SMALL_L: Self = Self(1 << 1);
    pub(super) const CAPITAL: Self = Self(1 << 2);
    pub(super) const DIGIT: Self = Self(1 << 3);
    /// An opening parenthesis.
    pub(super) const OPENS: Self = Self(1 << 4);
    /// A colon or a semicolon.
    pub(super) const LABELS: Self = Self(1 << 5);
    /// A stroke.
    pub(super) const STROKE: Self = Self(1 << 6);
    /// Another sign that stands in or around a mark.
    pub(super) const MARKS: Self = Self(1 << 7);
    /// A sign that parts a label from its value and stands around no mark.
    pub(super) const PARTS: Self = Self(1 << 8);
    /// A tab or a bar, which part the cells of a row.
    pub(super) const CELLS: Self = Self(1 << 9);
    /// White space that is no blank, no tab and no line feed.
    pub(super) const BREAKS: Self = Self(1 << 10);
    /// A byte of a character that is none of ASCII.
    pub(super) const WIDE: Self = Self(1 << 11);
    /// The letters that every label of an instruction has; only a look at a whole text finds them.
    pub(super) const MENTIONS: Self = Self(1 << 12);
    /// A whole line that is running text beyond doubt, where one stands inside a block.
    pub(super) const RUNS: Self = Self(1 << 13);
    /// A whole line that may begin a declassification instruction.
    pub(super) const INSTRUCTS: Self = Self(1 << 14);
    /// A whole line that may begin or end a region.
    pub(super) const BOUNDS: Self = Self(1 << 15);

    /// Whatever stands in or around a mark, or stands for a sign that does; a colon behind a level.
    pub(super) const SIGNS: Self = Self(
        Self::OPENS.0
            | Self::LABELS.0
            | Self::STROKE.0
            | Self::MARKS.0
            | Self::CELLS.0
            | Self::WIDE.0,
    );

    /// What stands in `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let kinds = |bytes: &[u8]| {
            let kind = |b: &u8| KINDS.get(usize::from(*b)).copied().unwrap_or_default();
            bytes.iter().fold(0, |all, b| all | kind(b))
        };
        let (parts, rest) = bytes.as_chunks::<PART>();
        // A byte that is looked at twice says nothing new.
        let last = match bytes.last_chunk::<PART>() {
            Some(last) => kinds(last),
            None => kinds(rest),
        };
        Self(parts.iter().fold(last, |all, part| all | kinds(part)))
    }

    /// Whether any of these kinds stands there.
    pub(super) const fn holds(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// These kinds where `is` says so, and else none.
    pub(super) const fn when(self, is: bool) -> Self {
        if is { self } else { Self(0) }
    }

    /// What stands in either of two parts.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Of what stands there, what is of these kinds.
    pub(super) const fn only(self, of: Self) -> Self {
        Self(self.0 & of.0)
    }

    /// The kind of a byte.
    const fn kind(b: u8) -> Self {
        match b {
            b'l' => Self::SMALL_L,
            b'a'..=b'z' => Self::SMALL,
            b'A'..=b'Z' => Self::CAPITAL,
            b'0'..=b'9' => Self::DIGIT,
            b'(' => Self::OPENS,
            b':' | b';' => Self::LABELS,
            b'/' => Self::STROKE,
            b')' | b'&' | b'<' | b'[' | b']' | b'{' | b'}' => Self::MARKS,
            b'=' | b'-' => Self::PARTS,
            b'\t' | b'|' => Self::CELLS,
            0x0b..=b'\r' => Self::BREAKS,
            0x80.. => Self::WIDE,
            _ => Self(0),
        }
    }
}

/// The kind of every byte.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a byte that is not there stops the compiler"
)]
static KINDS: [u16; 256] = {
    let mut kinds = [0; 256];
    let mut at = 0;
    while at < kinds.len() {
        kinds[at] = Look::kind(at as u8).0;
        at += 1;
    }
    kinds
};

/// Whether one of `bytes` is such a one; NUL is none. Where `is` has no branches, many are looked at in one step.
pub(super) fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let found = |step: &[u8; STEP]| step.iter().fold(0, |any, b| any | u8::from(is(*b))) != 0;
    let (steps, _) = bytes.as_chunks::<STEP>();
    steps.iter().any(found)
        || match bytes.last_chunk() {
            Some(last) => found(last),
            None => found(&padded(bytes)),
        }
}

/// Fewer bytes than a step has, with NUL behind them.
fn padded(bytes: &[u8]) -> [u8; STEP] {
    let mut step = [0; STEP];
    for (to, from) in step.iter_mut().zip(bytes) {
        *to = *from;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_look_at_many_bytes_sees_what_looks_at_each_see() {
        let mut random = Random::new();
        let signs: Vec<char> = (' '..='~').chain("\t\n\r\u{b}¶é（“".chars()).collect();
        for _ in 0..1024 {
            let text = random.text(&signs, 0, 40);
            let each = text
                .bytes()
                .fold(Look::default(), |all, b| all.or(Look::kind(b)));
            assert_eq!(Look::of(text.as_bytes()), each, "{text:?}");
        }
    }

    #[test]
    fn what_stands_in_or_around_a_mark_has_a_kind() {
        for sign in "()[]{}<&/|:;\t（］©".chars() {
            let look = Look::of(sign.to_string().as_bytes());
            assert!(look.holds(Look::SIGNS), "{sign:?}");
        }
        assert!(!Look::of(b"The pier holds, he said - 12 boats = more.\\\r\n").holds(Look::SIGNS));
    }
}
