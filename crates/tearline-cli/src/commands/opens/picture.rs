//! What opens when, as a picture: how much opens in each year on top, and below it a row a document, in groups by folder. A
//! collection too large for that gets a row a folder. Nothing in it depends on colour.

use std::fmt::Write as _;

use super::openings::{All, Opening, Openings, counted};
use super::scale::Scale;
use crate::markup::escaped;

const STYLE: &str = include_str!("picture.css");

const WIDTH: i64 = 880;
/// Where the years begin and end.
const LEFT: i64 = 270;
const RIGHT: i64 = 740;
const TOP: i64 = 92;
/// How high the bars are at most, and where they stand.
const BARS: i64 = 64;
const GROUND: i64 = TOP + BARS + 22;
const ROW: i64 = 24;
/// So many documents get a row of their own.
const DOCUMENTS: usize = 60;
/// So many folders get a row; the others share one.
const FOLDERS: usize = 40;
/// A letter of the labels is about so wide.
const LETTER: i64 = 7;

/// A row of the picture.
enum Row {
    Heading(String),
    Marks {
        name: String,
        title: String,
        marks: Vec<Mark>,
        beside: String,
    },
}

/// A mark at a day.
struct Mark {
    x: i64,
    portions: usize,
    documents: usize,
    in_full: usize,
}

pub(super) fn picture(all: &All) -> String {
    let days = all.openings().map(|(_, opening)| opening.on);
    let scale = Scale::of(all.span.from, all.span.to, days, [LEFT, RIGHT]);
    let rows = rows(all, &scale);
    let first = GROUND + 34;
    let bottom = first + ROW * count(rows.len());
    let height = bottom + 46;
    let title = format!("What opens when: {}", all.collection);
    let about = format!("For {}, {}: {}", all.whom(), all.time(), all.summary());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"op\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"op-title op-desc\">\
         <title id=\"op-title\">{}</title><desc id=\"op-desc\">{}.</desc><style>{STYLE}</style>\
         <rect class=\"op-paper\" width=\"{WIDTH}\" height=\"{height}\"/>\
         <text class=\"op-head\" x=\"24\" y=\"34\">{}</text><text class=\"op-text\" x=\"24\" y=\"56\">{}</text>",
        escaped(&title),
        escaped(&about),
        escaped(&cut(&title, 80)),
        escaped(&cut(&about, 116)),
    );
    if rows.is_empty() {
        let _ = writeln!(
            svg,
            "<text class=\"op-text\" x=\"24\" y=\"{TOP}\">Nothing opens in this time.</text></svg>"
        );
        return svg;
    }
    bars(&mut svg, all, &scale);
    for (x, words) in scale.ticks() {
        let _ = write!(
            svg,
            "<line class=\"op-tick\" x1=\"{x}\" y1=\"{GROUND}\" x2=\"{x}\" y2=\"{bottom}\"/>\
             <text class=\"op-text\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{words}</text>",
            GROUND + 18
        );
    }
    for (index, row) in rows.iter().enumerate() {
        put(&mut svg, row, first + ROW * count(index));
    }
    legend(&mut svg, bottom + 26, all.documents.len() <= DOCUMENTS);
    svg.push_str("</svg>\n");
    svg
}

/// How many portions open in each year, or month.
fn bars(svg: &mut String, all: &All, scale: &Scale) {
    let bins = scale.bins();
    let counts: Vec<i64> = bins
        .iter()
        .map(|bin| {
            let within = all.openings().filter(|(_, opening)| bin.holds(opening.on));
            count(within.map(|(_, opening)| opening.count).sum())
        })
        .collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let _ = write!(
        svg,
        "<text class=\"op-text\" x=\"{}\" y=\"{}\" text-anchor=\"end\">portions a {}</text>\
         <line class=\"op-ground\" x1=\"{LEFT}\" y1=\"{GROUND}\" x2=\"{RIGHT}\" y2=\"{GROUND}\"/>",
        LEFT - 14,
        GROUND - 4,
        scale.unit()
    );
    let roomy = bins.len() <= 30;
    for (bin, portions) in bins.iter().zip(counts).filter(|(_, it)| *it > 0) {
        let high = (portions * BARS / most).max(2);
        let wide = (bin.end - bin.start - 2).max(2);
        let _ = write!(
            svg,
            "<rect class=\"op-bar\" x=\"{}\" y=\"{}\" width=\"{wide}\" height=\"{high}\"><title>{}: {portions}</title></rect>",
            bin.start + 1,
            GROUND - high,
            bin.name,
        );
        if roomy || portions == most {
            let _ = write!(
                svg,
                "<text class=\"op-small\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{portions}</text>",
                bin.start + 1 + wide / 2,
                GROUND - high - 4,
            );
        }
    }
}

fn rows(all: &All, scale: &Scale) -> Vec<Row> {
    let folder = |document: &Openings| match document.path.rsplit_once('/') {
        Some((folder, _)) => folder.to_owned(),
        None => String::new(),
    };
    let groups: Vec<&[Openings]> = all
        .documents
        .chunk_by(|one, other| folder(one) == folder(other))
        .collect();
    let named = |group: &[Openings]| {
        let name = group.first().map(folder).unwrap_or_default();
        match name.is_empty() {
            true => "(the folder itself)".to_owned(),
            false => format!("{name}/"),
        }
    };
    let mut rows = Vec::new();
    if all.documents.len() <= DOCUMENTS {
        for group in &groups {
            if groups.len() > 1 {
                rows.push(Row::Heading(named(group)));
            }
            let mut documents: Vec<&Openings> = group.iter().collect();
            documents.sort_by_key(|document| document.opens.first().map(|opening| opening.on));
            rows.extend(documents.into_iter().map(|document| own(document, scale)));
        }
        return rows;
    }
    let mut largest: Vec<usize> = (0..groups.len()).collect();
    let size = |at: &usize| {
        let documents = groups.get(*at).map_or(&[][..], |group| group);
        let openings = documents.iter().flat_map(|document| &document.opens);
        std::cmp::Reverse(openings.map(|opening| opening.count).sum::<usize>())
    };
    largest.sort_by_key(size);
    let mut shown: Vec<usize> = largest.iter().take(FOLDERS).copied().collect();
    shown.sort_unstable();
    for at in shown {
        if let Some(group) = groups.get(at) {
            rows.push(shared(named(group), group.iter().collect(), scale));
        }
    }
    let others: Vec<&Openings> = largest
        .iter()
        .skip(FOLDERS)
        .filter_map(|at| groups.get(*at))
        .flat_map(|group| group.iter())
        .collect();
    if !others.is_empty() {
        let name = counted(largest.len() - FOLDERS, "further folder");
        rows.push(shared(name, others, scale));
    }
    rows
}

/// The row of one document.
fn own(document: &Openings, scale: &Scale) -> Row {
    let name = document.path.rsplit('/').next().unwrap_or_default();
    let beside = match document.opens.as_slice() {
        [only] => only.on.to_string(),
        several => counted(several.len(), "day"),
    };
    let title: Vec<String> = document.opens.iter().map(words).collect();
    let subject = document
        .subject
        .as_deref()
        .map_or_else(String::new, |it| format!(" ({it})"));
    Row::Marks {
        name: name.to_owned(),
        title: format!("{}{subject}: {}", document.path, title.join("; ")),
        marks: document
            .opens
            .iter()
            .map(|opening| Mark {
                x: scale.x(opening.on),
                portions: opening.count,
                documents: 1,
                in_full: usize::from(opening.in_full),
            })
            .collect(),
        beside,
    }
}

/// The row that several documents share, with a mark for each year or month.
fn shared(name: String, documents: Vec<&Openings>, scale: &Scale) -> Row {
    let marks: Vec<Mark> = scale
        .bins()
        .iter()
        .filter_map(|bin| {
            let within: Vec<&Opening> = documents
                .iter()
                .flat_map(|document| &document.opens)
                .filter(|opening| bin.holds(opening.on))
                .collect();
            (!within.is_empty()).then(|| Mark {
                x: i64::midpoint(bin.start, bin.end),
                portions: within.iter().map(|opening| opening.count).sum(),
                documents: within.len(),
                in_full: within.iter().filter(|opening| opening.in_full).count(),
            })
        })
        .collect();
    Row::Marks {
        title: format!("{name}: {}", counted(documents.len(), "document")),
        name,
        beside: counted(documents.len(), "document"),
        marks,
    }
}

fn words(opening: &Opening) -> String {
    let full = if opening.in_full { ", in full" } else { "" };
    format!("{} {}{full}", opening.on, opening.portions)
}

fn put(svg: &mut String, row: &Row, y: i64) {
    let middle = y + ROW / 2;
    let line = middle + 4;
    match row {
        Row::Heading(name) => {
            let _ = write!(
                svg,
                "<text class=\"op-group\" x=\"24\" y=\"{line}\">{}</text>",
                escaped(&cut(name, 34))
            );
        }
        Row::Marks {
            name,
            title,
            marks,
            beside,
        } => {
            let room = usize::try_from((LEFT - 52) / LETTER).unwrap_or_default();
            let _ = write!(
                svg,
                "<g><title>{}</title><text class=\"op-text\" x=\"{}\" y=\"{line}\" text-anchor=\"end\">{}</text>\
                 <line class=\"op-row\" x1=\"{LEFT}\" y1=\"{middle}\" x2=\"{RIGHT}\" y2=\"{middle}\"/>",
                escaped(title),
                LEFT - 14,
                escaped(&cut(name, room)),
            );
            for mark in marks {
                mark.put(svg, middle);
            }
            let _ = write!(
                svg,
                "<text class=\"op-text\" x=\"{}\" y=\"{line}\">{}</text></g>",
                RIGHT + 28,
                escaped(beside)
            );
        }
    }
}

impl Mark {
    /// Filled where every document is open in full from then on, else a ring; with the number of portions.
    fn put(&self, svg: &mut String, y: i64) {
        let class = if self.in_full == self.documents {
            "op-full"
        } else {
            "op-part"
        };
        let radius = if self.documents == 1 { 6 } else { 8 };
        let _ = write!(
            svg,
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{y}\" r=\"{radius}\"/>\
             <text class=\"op-small op-over\" x=\"{}\" y=\"{}\">{}</text>",
            self.x,
            self.x + radius + 3,
            y + 4,
            self.portions,
        );
    }
}

fn legend(svg: &mut String, y: i64, by_document: bool) {
    let full = if by_document {
        "five portions open, and nothing stays withheld"
    } else {
        "five portions open; so do their documents, in full"
    };
    let part = "three open, and others stay withheld";
    // A letter takes a little more than its width.
    let second = 58 + count(full.len()) * LETTER + 36;
    let _ = write!(
        svg,
        "<circle class=\"op-full\" cx=\"30\" cy=\"{0}\" r=\"6\"/><text class=\"op-small\" x=\"39\" y=\"{y}\">5</text>\
         <text class=\"op-text\" x=\"54\" y=\"{y}\">{full}</text>\
         <circle class=\"op-part\" cx=\"{1}\" cy=\"{0}\" r=\"6\"/><text class=\"op-small\" x=\"{2}\" y=\"{y}\">3</text>\
         <text class=\"op-text\" x=\"{3}\" y=\"{y}\">{part}</text>",
        y - 4,
        second,
        second + 9,
        second + 24,
    );
}

/// A label that fits.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(letters.saturating_sub(1)).collect();
    short.push('…');
    short
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX / ROW / 2)
}
