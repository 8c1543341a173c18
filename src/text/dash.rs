//! Signs that part words.

/// Hyphen, dashes and what stands for them in typed and scanned text.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '_' | '~'
    )
}
