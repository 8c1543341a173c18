//! The tear line: what is released, numbered as if nothing else had ever been there.

use super::Released;
use crate::document::{Enumerator, Number};
use crate::policy::PortionKind;

/// Numbers paragraphs and their items anew, in the order in which they stand. An item whose paragraph is not there is a
/// paragraph itself.
pub(super) fn renumber(portions: &mut [Released<'_>]) {
    let mut paragraph: u32 = 0;
    // The old number of the paragraph that an item may belong to, and how many items of each kind it has had.
    let mut parent: Option<Option<u32>> = None;
    let mut items: Vec<(Enumerator, u16)> = Vec::new();
    for portion in portions {
        let Some(number) = portion.number else {
            continue;
        };
        let item = number
            .of_item()
            .filter(|_| parent == Some(number.of_paragraph()));
        portion.number = Some(match item {
            Some(item) => Number::item(Some(paragraph), next(&mut items, item)),
            None => {
                paragraph = paragraph.saturating_add(1);
                parent = number.of_item().is_none().then(|| number.of_paragraph());
                items.clear();
                if portion.kind == PortionKind::Subparagraph {
                    portion.kind = PortionKind::Paragraph;
                }
                Number::paragraph(paragraph)
            }
        });
    }
}

/// The item that comes next in its kind of list.
fn next(items: &mut Vec<(Enumerator, u16)>, item: Enumerator) -> Enumerator {
    let kind = std::mem::discriminant(&item);
    let known = items
        .iter_mut()
        .find(|(other, _)| std::mem::discriminant(other) == kind);
    let count = match known {
        Some((_, count)) => {
            *count = count.saturating_add(1);
            *count
        }
        None => {
            items.push((item, 1));
            1
        }
    };
    match item {
        Enumerator::Letter(_) => u8::try_from(count)
            .ok()
            .and_then(|count| (b'a'..=b'z').nth(usize::from(count) - 1))
            .map_or(Enumerator::Digit(count), |letter| {
                Enumerator::Letter(char::from(letter))
            }),
        Enumerator::Digit(_) => Enumerator::Digit(count),
        Enumerator::Roman(_) => Enumerator::Roman(count),
        Enumerator::Bullet => Enumerator::Bullet,
    }
}
