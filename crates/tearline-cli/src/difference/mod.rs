//! What differs between two releases, portion by portion: verdicts and marks, and words only where they are asked for.

mod view;

use serde::Serialize;
use similar::{Algorithm, DiffOp};

pub(crate) use view::{Places, Row, State, View};

use crate::places::Position;

/// One difference.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Change {
    /// `paragraph 12`, `heading`.
    portion: String,
    change: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    /// Where the portion begins, in the document that holds it.
    #[serde(skip)]
    place: Option<Position>,
    /// The words on both sides, for whoever asks to see them.
    #[serde(skip)]
    words: [Option<String>; 2],
}

/// What kind of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Withheld before, released now.
    Opens,
    /// Released before, withheld now.
    Shuts,
    /// Released both times, under another mark.
    Mark,
    /// Withheld both times, for other reasons.
    Reason,
    /// Released both times with other words.
    Text,
    /// Not there before.
    New,
    /// Not there any more.
    Gone,
}

impl Change {
    /// One line for people, without words.
    pub(crate) fn line(&self) -> String {
        let side = |side: &Option<String>| side.clone().unwrap_or_default();
        let (before, after) = (side(&self.before), side(&self.after));
        match self.change {
            Kind::Opens | Kind::Shuts | Kind::Reason => {
                format!("{}: {before} → {after}", self.portion)
            }
            Kind::Mark => format!("{}: changes its mark: {before} → {after}", self.portion),
            Kind::Text => format!("{}: its text differs ({after})", self.portion),
            Kind::New => format!("{}: is new: {after}", self.portion),
            Kind::Gone => format!("{}: is gone: {before}", self.portion),
        }
    }

    /// The words on both sides, line by line.
    pub(crate) fn source(&self) -> String {
        let [before, after] = &self.words;
        let mut out = String::new();
        for (sign, text) in [('-', before), ('+', after)] {
            for line in text.iter().flat_map(|text| text.lines()) {
                out += &format!("    {sign} {line}\n");
            }
        }
        out
    }

    /// Where the portion begins, as far as that is known.
    pub(crate) const fn place(&self) -> Option<Position> {
        self.place
    }

    /// What kind of difference it is.
    pub(crate) const fn kind(&self) -> Kind {
        self.change
    }
}

/// How many differences of each kind there are: `1 opened, 4 changed the reason`; none where there is none.
pub(crate) fn counted<'c>(changes: impl IntoIterator<Item = &'c Change> + Clone) -> Option<String> {
    let count = |kind| {
        let changes = changes.clone().into_iter();
        changes.filter(|change| change.kind() == kind).count()
    };
    let parts: Vec<String> = [
        (Kind::Opens, "opened"),
        (Kind::Shuts, "shut"),
        (Kind::Mark, "changed the mark"),
        (Kind::Reason, "changed the reason"),
        (Kind::Text, "changed the text"),
        (Kind::New, "new"),
        (Kind::Gone, "gone"),
    ]
    .into_iter()
    .map(|(kind, words)| (count(kind), words))
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{count} {words}"))
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What differs between two views, in their order.
pub(crate) fn between(one: &View, other: &View) -> Vec<Change> {
    let keys = |view: &View| -> Vec<String> { view.rows.iter().map(Row::key).collect() };
    let mut changes = Vec::new();
    let rows = |view: &View, from: usize, length: usize| -> Vec<Row> {
        view.rows.iter().skip(from).take(length).cloned().collect()
    };
    for op in similar::capture_diff_slices(Algorithm::Myers, &keys(one), &keys(other)) {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => {
                let (old, new) = (rows(one, old_index, len), rows(other, new_index, len));
                changes.extend(
                    old.iter()
                        .zip(&new)
                        .filter_map(|(old, new)| change(old, new)),
                );
            }
            DiffOp::Delete {
                old_index, old_len, ..
            } => {
                changes.extend(rows(one, old_index, old_len).iter().map(gone));
            }
            DiffOp::Insert {
                new_index, new_len, ..
            } => {
                changes.extend(rows(other, new_index, new_len).iter().map(new));
            }
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                changes.extend(rows(one, old_index, old_len).iter().map(gone));
                changes.extend(rows(other, new_index, new_len).iter().map(new));
            }
        }
    }
    changes
}

fn change(old: &Row, new: &Row) -> Option<Change> {
    let kind = match (&old.state, &new.state) {
        (State::Withheld(_), State::Released(_)) => Kind::Opens,
        (State::Released(_), State::Withheld(_)) => Kind::Shuts,
        (State::Released(before), State::Released(after)) if before != after => Kind::Mark,
        (State::Withheld(before), State::Withheld(after)) if before != after => Kind::Reason,
        (State::Released(_), State::Released(_)) if old.text != new.text => Kind::Text,
        (State::Released(_), State::Released(_)) | (State::Withheld(_), State::Withheld(_)) => {
            return None;
        }
    };
    let plain = |state: &State| match (kind, state) {
        (Kind::Mark, State::Released(mark)) => mark.clone(),
        (_, state) => state.to_string(),
    };
    Some(Change {
        portion: new.name.clone(),
        change: kind,
        before: Some(plain(&old.state)),
        after: Some(plain(&new.state)),
        place: new.place,
        words: [old.text.clone(), new.text.clone()],
    })
}

fn gone(row: &Row) -> Change {
    Change {
        portion: row.name.clone(),
        change: Kind::Gone,
        before: Some(row.state.to_string()),
        after: None,
        place: row.place,
        words: [row.text.clone(), None],
    }
}

fn new(row: &Row) -> Change {
    Change {
        portion: row.name.clone(),
        change: Kind::New,
        before: None,
        after: Some(row.state.to_string()),
        place: row.place,
        words: [None, row.text.clone()],
    }
}
