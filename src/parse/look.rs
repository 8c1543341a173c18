//! Short looks at a text: what cannot stand in it is not looked for.
//!
//! All of a text is looked at, many bytes in one step; a look that finds nothing saves the passes that would look for it
//! letter by letter.

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
