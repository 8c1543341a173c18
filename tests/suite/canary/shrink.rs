//! The least that still shows what a document showed.

use super::doc::{Doc, Part, Tok, sighted};

/// Parts, pieces and words taken away as long as the claim holds.
pub(crate) fn shrink(doc: &Doc, canary: usize, holds: impl Fn(&Doc) -> bool) -> Doc {
    let mut least = doc.clone();
    let mut at = least.parts.len();
    while at > 0 {
        at -= 1;
        if least.parts[at].essential || has(&least.parts[at], canary) {
            continue;
        }
        let mut less = least.clone();
        less.parts.remove(at);
        if holds(&less) {
            least = less;
        }
    }
    for part in 0..least.parts.len() {
        for tok in 0..least.parts[part].toks.len() {
            words(&mut least, part, tok, canary, &holds);
        }
    }
    least
}

fn has(part: &Part, canary: usize) -> bool {
    part.toks
        .iter()
        .any(|tok| sighted(tok.as_str()).contains(&canary))
}

fn words(least: &mut Doc, part: usize, tok: usize, canary: usize, holds: &impl Fn(&Doc) -> bool) {
    let Tok::Words { portion, text } = least.parts[part].toks[tok].clone() else {
        return;
    };
    let mut kept: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    let mut size = kept.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at + size <= kept.len() {
            let mut fewer = kept.clone();
            let gone: String = fewer.drain(at..at + size).collect();
            let mut less = least.clone();
            less.parts[part].toks[tok] = Tok::Words {
                portion,
                text: fewer.concat(),
            };
            if !fewer.is_empty() && !sighted(&gone).contains(&canary) && holds(&less) {
                kept = fewer;
                *least = less;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
}
