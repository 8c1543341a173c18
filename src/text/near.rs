//! Words that are one slip apart.

/// Whether one insertion, deletion, substitution or exchange of neighbours turns `a` into `b`, or nothing at all does.
///
/// Bytes, and only the text before and after the first difference: linear, no allocation.
pub(crate) fn within_one(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (Some(a), Some(b)) = (a.get(same..), b.get(same..)) else {
        return false;
    };
    match (a, b) {
        ([], _) | (_, []) => true,
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            let exchanged = match (a_rest, b_rest) {
                ([x2, a_tail @ ..], [y2, b_tail @ ..]) => x == y2 && y == x2 && a_tail == b_tail,
                _ => false,
            };
            a_rest == b_rest || a == b_rest || a_rest == b || exchanged
        }
    }
}
