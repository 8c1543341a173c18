//! Short looks at a text: what cannot stand in it is not looked for.
//!
//! All of a text is looked at, many bytes in one step; a look that finds nothing saves the passes that would look for it
//! letter by letter.

use memchr::memmem::Finder;

/// How many bytes are looked at in one step.
const STEP: usize = 32;

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

/// What may stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// A bracket, a stroke, a bar, or a sign of another script that stands for one; a colon behind a level.
    pub(super) marks: bool,
    /// A sign behind a label.
    signs: bool,
    /// The letters that every label of an instruction has.
    pub(super) mentions: bool,
}

impl Look {
    /// Of a text that has not been looked at.
    pub(super) const ANYTHING: Self = Self {
        marks: true,
        signs: true,
        mentions: true,
    };

    /// What may stand in `text`.
    pub(super) fn of(text: &str, finders: &Finders) -> Self {
        let bytes = text.as_bytes();
        let signs = memchr::memchr2(b':', b';', bytes).is_some();
        Self {
            marks: signs
                || memchr::memchr3(b'(', b'/', b'[', bytes).is_some()
                || memchr::memchr3(b')', b']', b'&', bytes).is_some()
                || memchr::memchr3(b'<', b'{', b'|', bytes).is_some()
                || memchr::memchr(b'}', bytes).is_some()
                || !text.is_ascii(),
            signs,
            mentions: finders.small.find(bytes).is_some() || finders.capital.find(bytes).is_some(),
        }
    }

    /// Whether the label of an instruction may stand further on in a line.
    pub(super) const fn labels(self) -> bool {
        self.signs || self.mentions
    }
}

/// What finds the letters that every label of an instruction has.
#[derive(Debug)]
pub(super) struct Finders {
    small: Finder<'static>,
    capital: Finder<'static>,
}

impl Finders {
    pub(super) fn new() -> Self {
        Self {
            small: Finder::new("ecl"),
            capital: Finder::new("ECL"),
        }
    }
}
