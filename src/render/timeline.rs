//! What opens when, as a picture: what opens on the same day together, years across, and no text of the document but its
//! released reference and subject.
//!
//! It is as wide as a telephone, so that its letters can be read there; names stand over their bars, not beside them.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use super::about::{document_name, made};
use super::calendar::{TITLE, words};
use super::together::{Together, together};
use crate::policy::Opening;
use crate::release::Release;

/// How the picture looks, for a page on its own or inside another. Its names are its own, so that it can stand in one.
const STYLE: &str = include_str!("timeline.css");

const WIDTH: i64 = 420;
/// Where the years begin and end.
const LEFT: i64 = 16;
const ACROSS: i64 = WIDTH - 2 * LEFT;
/// From one line of text to the next.
const LINE: i64 = 17;
const BAR: i64 = 14;
/// Below each bar.
const GAP: i64 = 16;
/// So many letters fit across.
const LETTERS: usize = 52;

impl Release<'_> {
    /// A picture of what opens when, as SVG; `None` where the style of the release does not show days.
    ///
    /// Portions that open on the same day share a bar: hatched while they are withheld, clear from the day on which they open,
    /// with that day over it in words. The day of the document, where it is released, and the day of the release are marked.
    /// Nothing in it depends on colour. The picture names portions by kind and number, and the document by its reference and
    /// subject as far as they are released; it holds no other text.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::{Detail, Style};
    ///
    /// let cable = tearline::parse(
    ///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
    /// );
    /// let policy = Policy::default();
    /// let style = Style::Places(Detail::default().with_calendar());
    /// let release = policy.assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
    /// assert!(release.to_timeline().unwrap().contains("opens 2016-03-14"));
    /// assert_eq!(policy.release(&cable, &Reader::public(), date(2010, 1, 1)).to_timeline(), None);
    /// ```
    #[must_use]
    pub fn to_timeline(&self) -> Option<String> {
        timeline(self).map(Markup::into_string)
    }
}

/// A bar with the lines over it, and where it stands.
struct Row {
    words: String,
    names: Vec<String>,
    opening: Opening,
    y: i64,
}

/// The picture, as an element.
pub(crate) fn timeline(release: &Release<'_>) -> Option<Markup> {
    let all = together(release);
    if all.is_empty() {
        return None;
    }
    let scale = Scale::of(&all, release);
    let name = document_name(release).map_or_else(Vec::new, |name| wrapped(&name, LETTERS, 3));
    let made = wrapped(&format!("{}.", made(release)), LETTERS, 3);
    let head = 44 + LINE * count(name.len());
    let axis = head + LINE * count(made.len()) + 26;
    let (rows, bottom) = rows(&all, axis + 10);
    let (legend, height) = legend(&all, release, bottom + 34);
    let mut days = vec![("tl-today", scale.x(release.as_of()))];
    days.extend(release.written().map(|day| ("tl-written", scale.x(day))));
    Some(html! {
        svg xmlns="http://www.w3.org/2000/svg" class="tl" viewBox={ "0 0 " (WIDTH) " " (height) }
            width=(WIDTH) height=(height) role="img" aria-labelledby="tl-title tl-desc" {
            title id="tl-title" { (TITLE) }
            desc id="tl-desc" {
                @for row in &all { (row.names()) ": " (words(row.opening())) ". " }
            }
            style { (PreEscaped(STYLE)) }
            defs {
                pattern id="tl-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect class="tl-ground" width="6" height="6" {}
                    line class="tl-stroke" x1="0" y1="0" x2="0" y2="6" {}
                }
            }
            rect class="tl-paper" width=(WIDTH) height=(height) {}
            text class="tl-head" x=(LEFT) y="28" { (TITLE) }
            @for (index, line) in name.iter().enumerate() {
                text class="tl-name" x=(LEFT) y=(46 + LINE * count(index)) { (line) }
            }
            @for (index, line) in made.iter().enumerate() {
                text class="tl-label" x=(LEFT) y=(head + 4 + LINE * count(index)) { (line) }
            }
            @for year in scale.years() {
                @let x = scale.x(year);
                line class="tl-year" x1=(x) y1=(axis) x2=(x) y2=(bottom) {}
                (at(x, axis - 5, &year.year().to_string()))
            }
            @for row in &rows { (bar(row, &scale, &days)) }
            (legend)
        }
    })
}

/// Where each bar stands, and where the last one ends.
fn rows(all: &[Together], from: i64) -> (Vec<Row>, i64) {
    let mut y = from;
    let mut rows = Vec::new();
    for it in all {
        // A document of very many kinds and numbers still fits.
        let names = wrapped(&it.names(), LETTERS, 6);
        let lines = count(names.len()) + 1;
        rows.push(Row {
            words: words(it.opening()),
            names,
            opening: it.opening(),
            y,
        });
        y += LINE * lines + BAR + GAP;
    }
    (rows, y - GAP / 2)
}

/// A bar, the words over it, and the days that are marked on every one.
fn bar(row: &Row, scale: &Scale, days: &[(&str, i64)]) -> Markup {
    let top = row.y + LINE * (count(row.names.len()) + 1) + 2;
    let end = LEFT + ACROSS;
    let opens = match row.opening {
        Opening::Always => LEFT,
        Opening::On(day) => scale.x(day),
        Opening::Review(_) | Opening::Never => end,
    };
    html! {
        (over(LEFT, row.y + 12, "tl-name", &row.words))
        @for (index, line) in row.names.iter().enumerate() {
            (over(LEFT, row.y + 12 + LINE * (count(index) + 1), "tl-label", line))
        }
        @if opens > LEFT {
            rect class="tl-withheld" x=(LEFT) y=(top) width=(opens - LEFT) height=(BAR) fill="url(#tl-hatch)" {}
        }
        @if opens < end {
            rect class="tl-open" x=(opens) y=(top) width=(end - opens) height=(BAR) {}
        }
        @if let Opening::Review(day) = row.opening {
            circle class="tl-review" cx=(scale.x(day)) cy=(top + BAR / 2) r="5" {}
        }
        @for (class, x) in days {
            line class=(class) x1=(x) y1=(top - 4) x2=(x) y2=(top + BAR + 4) {}
        }
    }
}

/// What the signs mean, as far as they are there; and where it ends.
fn legend(all: &[Together], release: &Release<'_>, from: i64) -> (Markup, i64) {
    let review = all
        .iter()
        .any(|it| matches!(it.opening(), Opening::Review(_)));
    let mut y = from;
    let mut next = || {
        let this = y;
        y += LINE + 3;
        this
    };
    let text = LEFT + 48;
    let markup = html! {
        @let y = next();
        rect class="tl-withheld" x=(LEFT) y=(y - 11) width="36" height=(BAR) fill="url(#tl-hatch)" {}
        text class="tl-label" x=(text) y=(y) { "withheld" }
        rect class="tl-open" x=(text + 90) y=(y - 11) width="36" height=(BAR) {}
        text class="tl-label" x=(text + 138) y=(y) { "open" }
        @if review {
            @let y = next();
            circle class="tl-review" cx=(LEFT + 18) cy=(y - 4) r="5" {}
            text class="tl-label" x=(text) y=(y) { "a review is due, which opens nothing" }
        }
        @if let Some(day) = release.written() {
            @let y = next();
            line class="tl-written" x1=(LEFT + 18) y1=(y - 12) x2=(LEFT + 18) y2=(y + 3) {}
            text class="tl-label" x=(text) y=(y) { "written " (day) }
        }
        @let y = next();
        line class="tl-today" x1=(LEFT + 18) y1=(y - 12) x2=(LEFT + 18) y2=(y + 3) {}
        text class="tl-label" x=(text) y=(y) { "as of " (release.as_of()) }
    };
    (markup, y - 4)
}

/// A text that stands over the lines of the years.
fn over(x: i64, y: i64, class: &str, text: &str) -> Markup {
    html! { text class={ (class) " tl-over" } x=(x) y=(y) { (text) } }
}

/// A text in the middle over a place, and inside the picture.
fn at(x: i64, y: i64, text: &str) -> Markup {
    let anchor = match x {
        x if x < LEFT + 14 => "start",
        x if x > LEFT + ACROSS - 14 => "end",
        _ => "middle",
    };
    html! { text class="tl-label" x=(x) y=(y) text-anchor=(anchor) { (text) } }
}

/// A text in lines, at most so many; what does not fit is cut off, and shown to be.
fn wrapped(text: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let length = |text: &str| text.chars().count();
    for word in text.split_whitespace() {
        let last = lines.len();
        match lines.last_mut() {
            Some(line) if length(line) + length(word) < letters => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if last == most => {
                line.push('…');
                return lines;
            }
            Some(_) | None => lines.push(word.chars().take(letters).collect()),
        }
    }
    lines
}

/// From days to places.
struct Scale {
    first: i16,
    last: i16,
}

impl Scale {
    /// From the year in which the document was written, or the one before the first day that matters, to the end of the year
    /// after the last.
    fn of(all: &[Together], release: &Release<'_>) -> Self {
        let days = all.iter().filter_map(|it| match it.opening() {
            Opening::On(day) | Opening::Review(day) => Some(day.year()),
            Opening::Always | Opening::Never => None,
        });
        let as_of = release.as_of().year();
        let (first, last) = days.fold((as_of, as_of), |(first, last), year| {
            (first.min(year), last.max(year))
        });
        let written = release.written().map(Date::year);
        Self {
            first: match written {
                Some(year) => first.min(year),
                None => first.saturating_sub(1),
            },
            last: last.saturating_add(2),
        }
    }

    /// The place of a day, as a whole number, so that no rounding of fractions can differ between machines.
    fn x(&self, day: Date) -> i64 {
        let years = i64::from(day.year()) - i64::from(self.first);
        let of_year = i64::from(day.day_of_year()) - 1;
        let all = (i64::from(self.last) - i64::from(self.first)).max(1);
        let place = LEFT + (years * 366 + of_year) * ACROSS / (all * 366);
        place.clamp(LEFT, LEFT + ACROSS)
    }

    /// At most eight years that get a line, evenly spaced.
    fn years(&self) -> impl Iterator<Item = Date> + use<> {
        let all = self.last.saturating_sub(self.first).max(1);
        let step = [1, 2, 5, 10, 20, 25, 50, 100, 500, 1000]
            .into_iter()
            .find(|step| all / step <= 7)
            .unwrap_or(5000);
        let (first, last) = (self.first, self.last);
        (first..=last)
            .filter(move |year| year.rem_euclid(step) == 0)
            .filter_map(|year| Date::new(year, 1, 1).ok())
    }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX / LINE / 2)
}
