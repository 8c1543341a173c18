//! What to say of a mark that cannot be read.

use super::chars::is_silent;
use crate::Span;
use crate::marking::{StatedMark, is_mark_shaped};

/// The longest token that is shown, in characters; PRODUCT calls nothing longer a mark.
const LONGEST: usize = 40;

/// What is wrong with the token at `span`, and the nearest known spelling; `None` where the token may hold text.
pub(super) fn detail(source: &str, span: Span) -> Option<String> {
    let token = source.get(span.range())?;
    if token.contains(|c| is_silent(c) && c != ' ') {
        return Some("characters that do not show stand in it".to_owned());
    }
    // A damaged number may stand before it.
    let at = token.find(['(', '[', '{', '（']).unwrap_or(0);
    let numbered = at > 0;
    let token = token.get(at..)?.trim();
    let parts: Vec<&str> = token
        .split(['(', ')', '[', ']', '{', '}', '（', '）'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if token.chars().nth(LONGEST).is_some() || !parts.iter().all(|part| is_all_mark(part)) {
        return None;
    }
    let whole = token.starts_with('(') && token.ends_with(')');
    match parts.as_slice() {
        [inside] if whole => match StatedMark::read(inside) {
            Err(error) => Some(error.to_string()),
            Ok(_) if numbered => Some(format!("`{token}` stands behind a damaged number")),
            Ok(_) => Some(format!("`{token}` contradicts what stands around it")),
        },
        [_] if token.starts_with(['[', '{', '（']) => {
            Some(format!("`{token}` does not stand in parentheses"))
        }
        [inside] => Some(format!(
            "`{token}` is half a mark; did you mean `({inside})`?"
        )),
        _ => Some(format!("`{token}` are two marks that disagree")),
    }
}

/// Whether every word of a token is of a mark, so that no text of the document can be in it: one word that is shaped like
/// a mark, several that all are, or categories behind a level.
fn is_all_mark(part: &str) -> bool {
    if let Some((head, _)) = part.split_once("//") {
        return head.is_empty() || StatedMark::of(head).is_some() || is_one_word(head);
    }
    StatedMark::of(part).is_some() || is_one_word(part) || part.split(' ').all(is_mark_shaped)
}

fn is_one_word(part: &str) -> bool {
    !part.contains(' ') && is_mark_shaped(part)
}
