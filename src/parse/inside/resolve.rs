//! Looks at the tokens inside every block.

use super::super::build::Builder;
use super::super::draft::{Draft, DraftMark};
use super::super::findings;
use super::super::lists;
use super::super::look::Look;
use super::bare::bare;
use super::bracketed::marks;
use super::found::{Habit, Inside, Places};
use super::halves::halves;
use super::odd::{Front, Half, odd};
use super::rows::{FirstRow, rows};
use crate::Span;
use crate::document::{BlockKind, LevelLine, Place};
use crate::marking::{Label, Level};

/// Looks at the tokens inside every block.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    let habit = Habit::of(&builder.blocks);
    let banners = banners(&builder.header.levels);
    let lowest = Label::of_level(Level::Confidential);
    let half = if builder.header.levels.is_empty() || !lists::above_every_level(builder, &lowest) {
        Half::Never
    } else {
        Half::Counts
    };
    // Where the paragraph begins that the block belongs to: its items count through all of its blocks.
    let mut paragraph = 0;
    let mut found: Vec<Inside> = Vec::new();
    for index in 0..builder.blocks.len() {
        raise_by_banners(builder, index, &banners);
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let Some(places) = Places::of(block.kind) else {
            continue;
        };
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        let start = block.text.start();
        if block.kind == BlockKind::Paragraph && block.number.is_some() || !block.kind.is_body() {
            paragraph = start;
        }
        let look = builder.look(block);
        if !look.holds(Look::SIGNS) {
            continue;
        }
        // Letters count references, reasons and sections in a field.
        let strict = match places {
            Places::Text => block.text,
            Places::Field => Span::new(start, start),
        };
        let stated = matches!(
            &block.mark,
            DraftMark::Stated {
                place: Place::Lead,
                ..
            }
        );
        let between = block
            .mark
            .span()
            .and_then(|mark| builder.source.get(mark.end()..start));
        let first = match between {
            Some(gap) if stated && (gap.len() > 1 || gap == "\t") => FirstRow::Marked,
            Some(_) | None => FirstRow::Bare,
        };
        let front = if stated { Front::Marked } else { Front::Bare };
        let in_rows = builder.source.get(strict.range()).unwrap_or_default();
        // Each looks for its own signs, and is asked where one of them may stand.
        if look.holds(BRACKETS) {
            found.extend(marks(text, places, habit));
        }
        if look.holds(BARE) {
            found.extend(bare(text, places));
        }
        if look.holds(ODD) {
            found.extend(odd(builder.source, strict, paragraph, front, half));
        }
        if look.holds(Look::MARKS) {
            found.extend(halves(in_rows));
        }
        found.extend(rows(in_rows, first, look));
        for Inside {
            span,
            label,
            doubtful,
        } in found.drain(..)
        {
            let span = span.shifted(start);
            let known = builder.blocks.get(index).is_none_or(|block| {
                block.mark.span() == Some(span)
                    || (doubtful && block.is_doubtful)
                    || covers(block, &label)
            }) || is_of_banner(&banners, span);
            if !known {
                builder.note(&findings::DOUBTFUL_MARK, span);
                if doubtful {
                    if let Some(block) = builder.blocks.get_mut(index) {
                        block.is_doubtful = true;
                    }
                } else {
                    builder.raise_stated(index, &label);
                }
            }
        }
    }
}

/// The signs around marks in brackets, of those without them, and of what may be a mark and is not read.
const BRACKETS: Look = Look::OPENS.or(Look::MARKS).or(Look::WIDE);
const BARE: Look = Look::STROKE.or(Look::LABELS).or(Look::MARKS).or(Look::WIDE);
const ODD: Look = BRACKETS.or(Look::STROKE).or(Look::CELLS);

/// A level line, and what it asks if no level line before it asks as much.
struct Banner {
    span: Span,
    asks: Option<Label>,
}

/// The level lines, in the order of the text.
fn banners(levels: &[LevelLine]) -> Vec<Banner> {
    let mut before: Option<Label> = None;
    let read = levels.iter().map(|line| {
        let (span, label) = (line.span(), line.label());
        let asks = match &mut before {
            Some(all) if all.dominates(label) => None,
            Some(all) => {
                all.join_assign(label);
                Some(label.clone())
            }
            none => {
                *none = Some(label.clone());
                None
            }
        };
        Banner { span, asks }
    });
    let mut banners: Vec<Banner> = read.collect();
    banners.sort_by_key(|banner| banner.span.start());
    banners
}

/// The banner of a page that cuts a block rates nothing of it. One that asks more than all before it contradicts them, and
/// raises the block.
fn raise_by_banners(builder: &mut Builder<'_>, index: usize, banners: &[Banner]) {
    let Some(text) = builder.blocks.get(index).map(|block| block.text) else {
        return;
    };
    let first = banners.partition_point(|banner| banner.span.start() < text.start());
    let inside = banners.get(first..).unwrap_or_default().iter();
    for banner in inside.take_while(|banner| banner.span.end() <= text.end()) {
        if let Some(label) = &banner.asks {
            builder.note(&findings::DOUBTFUL_MARK, banner.span);
            builder.raise_stated(index, label);
        }
    }
}

/// Whether a token is what a level line says.
fn is_of_banner(banners: &[Banner], span: Span) -> bool {
    let behind = banners.partition_point(|banner| banner.span.start() <= span.start());
    let banner = behind.checked_sub(1).and_then(|at| banners.get(at));
    banner.is_some_and(|banner| span.end() <= banner.span.end())
}

/// Whether the block is withheld already wherever `label` is.
fn covers(block: &Draft, label: &Label) -> bool {
    let own = match &block.mark {
        DraftMark::Stated { stated, .. } => stated.label().dominates(label),
        DraftMark::Damaged { .. } | DraftMark::Excised(_) => true,
        DraftMark::Letter { .. } => false,
        DraftMark::None => Label::unclassified().dominates(label),
    };
    own || block
        .at_least
        .as_ref()
        .is_some_and(|least| least.dominates(label))
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::Lines;
    use super::super::super::survey::Survey;
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_short_look_turns_down_no_text_that_holds_a_mark() {
        let parts: Vec<&str> = "(S)|(C//NF)|[S]|{S}|（S）|&#40;S&#41;|<b>(S)</b>|S//NF the|SECRET: the|(SJ |fS) |/S/ |S) |©|(S\u{200b})|//SECRET|S] |SECRET -|CONFIDENTIAL --|SECRET.|the pier|holds.|\
            Open;|1.|a.|\n|  |\t|of|Ode|And|SECRET|TS"
            .split('|')
            .collect();
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..4096 {
            let text: String = (0..1 + random.below(5))
                .map(|_| format!("{} ", random.pick(&parts)))
                .collect();
            let whole = Span::new(0, text.len());
            let holds = marks(&text, Places::Text, Habit::Behind).next().is_some()
                || bare(&text, Places::Text).next().is_some()
                || odd(&text, whole, 0, Front::Bare, Half::Never)
                    .next()
                    .is_some();
            found += usize::from(holds);
            assert!(
                !holds || Survey::of(Lines::of(&text)).look(whole).holds(Look::SIGNS),
                "{text:?}"
            );
        }
        assert!(found > 500, "{found}");
    }
}
