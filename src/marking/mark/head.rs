//! What a mark begins with: a level, and whose it is.

use super::error::{ErrorKind, MarkingError, Place};
use super::item::{countries, foreign};
use super::marking::Head;
use super::name::Name;
use super::parser::Parser;
use crate::marking::register::{ACTIVITIES, Control, Level, NATO_RANKS, Rank, suggest};

/// `S`, `SECRET`, `CUI`.
pub(super) fn parse_us(parser: &mut Parser<'_>, text: &str) -> Result<(), MarkingError> {
    if let Some(level) = us_level(text, parser.place()) {
        parser.set_head(Head::Us(level));
        return Ok(());
    }
    // CUI stands where a level would: NARA CUI Marking Handbook 2019.
    if matches!(text, "CUI" | "CONTROLLED") {
        parser.mark.controls.insert(Control::Cui);
        parser.begin_cui();
        return Ok(());
    }
    let suggestion = match parser.place() {
        Place::Portion => suggest::level(text),
        Place::Banner => us_level(text, Place::Portion)
            .map(Level::banner)
            .or_else(|| suggest::level(text)),
    };
    Err(parser.error(ErrorKind::Level, text).suggesting(suggestion))
}

fn us_level(text: &str, place: Place) -> Option<Level> {
    Level::ALL.into_iter().find(|level| {
        text == match place {
            Place::Portion => level.portion(),
            Place::Banner => level.banner(),
        }
    })
}

/// What follows an opening `//`: `GBR S`, `NS`, `FGI S`, `JOINT S GBR USA`.
pub(super) fn parse_foreign(parser: &mut Parser<'_>, text: &str) -> Result<(), MarkingError> {
    if let Some(rank) = nato(text) {
        parser.set_head(Head::Nato(rank));
        return Ok(());
    }
    if let Some(joint) = text.strip_prefix("JOINT ") {
        let (level, owners) = level_first(joint).ok_or_else(|| {
            parser
                .error(ErrorKind::Level, joint)
                .suggesting(suggest::level(joint))
        })?;
        parser.set_head(Head::Joint(level));
        if !owners.is_empty() {
            parser.lists().owners = countries(parser, owners, " ")?;
        }
        return Ok(());
    }
    if let Some((rank, activity)) = nato_activity(text) {
        parser.lists().activity = Name::new(activity);
        parser.set_head(Head::Nato(rank));
        return Ok(());
    }
    let (owners, rank) = rank_last(text).ok_or_else(|| parser.error(ErrorKind::Level, text))?;
    parser.set_head(Head::Foreign(rank));
    if owners != "FGI" {
        let list = foreign(parser, owners)?;
        parser.lists().owners = list;
    }
    Ok(())
}

/// The ranks of NATO: Appendix B, `COSMIC TOP SECRET` and `NATO SECRET` among them.
fn nato(text: &str) -> Option<Rank> {
    NATO_RANKS
        .iter()
        .find(|(portion, words, _)| text == *portion || text == *words)
        .map(|(.., rank)| *rank)
}

/// `NIS`: the rank of an activity of the North Atlantic Council, whose name or letter stands between (G Table 4); no
/// activity where NATO itself is spelled out, as in `NATO S`.
fn nato_activity(text: &str) -> Option<(Rank, &str)> {
    if let Some(rest) = text.strip_prefix("NATO ") {
        // `NATO TOP SECRET` is no SECRET of an activity TOP.
        let whole = |rank: &Rank| rest == rank.banner() || rest == rank.portion();
        if let Some(rank) = Rank::ALL.into_iter().find(whole) {
            return Some((rank, ""));
        }
        let (activity, rank) = rank_last(rest)?;
        return is_name(activity).then_some((rank, activity));
    }
    let inner = text.strip_prefix('N').filter(|inner| is_name(inner))?;
    let rank = [
        Rank::TopSecret,
        Rank::Secret,
        Rank::Confidential,
        Rank::Restricted,
        Rank::Unclassified,
    ]
    .into_iter()
    .find(|rank| inner.ends_with(rank.portion()))?;
    let activity = inner
        .strip_suffix(rank.portion())
        .filter(|activity| !activity.is_empty())?;
    let full = ACTIVITIES
        .iter()
        .find(|(letter, _)| *letter == activity)
        .map_or(activity, |(_, name)| name);
    Some((rank, full))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 12
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// `TOP SECRET GBR USA` → the level and the rest.
fn level_first(text: &str) -> Option<(Level, &str)> {
    Level::ALL.into_iter().find_map(|level| {
        [level.banner(), level.portion()]
            .into_iter()
            .find_map(|spelling| {
                let rest = text.strip_prefix(spelling)?;
                if rest.is_empty() {
                    Some((level, rest))
                } else {
                    Some((level, rest.strip_prefix(' ')?))
                }
            })
    })
}

/// `CAN DEU S` → the owners and the rank.
fn rank_last(text: &str) -> Option<(&str, Rank)> {
    // `TOP SECRET` before `SECRET`.
    Rank::ALL.into_iter().rev().find_map(|rank| {
        [rank.banner(), rank.portion()]
            .into_iter()
            .find_map(|spelling| {
                let owners = text.strip_suffix(spelling)?.strip_suffix(' ')?;
                (!owners.is_empty()).then_some((owners, rank))
            })
    })
}
