//! What opens when, as a picture: portions down, years across, and no text of the document.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use super::calendar::{TITLE, rows, words};
use crate::policy::Opening;
use crate::release::Release;

/// How the picture looks, for a page on its own or inside another. Its names are its own, so that it can stand in one.
const STYLE: &str = include_str!("timeline.css");

/// Where the years begin, in the units of the picture.
const LEFT: i64 = 190;
/// How wide the years are together.
const ACROSS: i64 = 520;
/// The room to the right of them, for the day.
const RIGHT: i64 = 190;
const ROW: i64 = 24;
const HEAD: i64 = 56;
const BAR: i64 = 14;

impl Release<'_> {
    /// A picture of what opens when, as SVG; `None` where the style of the release does not show days.
    ///
    /// A row a portion: hatched while it is withheld, clear from the day on which it opens, with that day beside it in
    /// words. Nothing in it depends on colour. The picture names portions by kind and number and holds none of the text.
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

/// The picture, as an element.
pub(crate) fn timeline(release: &Release<'_>) -> Option<Markup> {
    let rows = rows(release);
    if rows.is_empty() {
        return None;
    }
    let scale = Scale::of(&rows, release.as_of());
    let bottom = HEAD + ROW * count(rows.len());
    let (width, height) = (LEFT + ACROSS + RIGHT, bottom + 34);
    let today = scale.x(release.as_of());
    Some(html! {
        svg xmlns="http://www.w3.org/2000/svg" class="tl" viewBox={ "0 0 " (width) " " (height) }
            width=(width) height=(height) role="img" aria-labelledby="tl-title tl-desc" {
            title id="tl-title" { (TITLE) }
            desc id="tl-desc" {
                @for (name, opening) in &rows { (name) ": " (words(*opening)) ". " }
            }
            style { (PreEscaped(STYLE)) }
            defs {
                pattern id="tl-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect class="tl-ground" width="6" height="6" {}
                    line class="tl-stroke" x1="0" y1="0" x2="0" y2="6" {}
                }
            }
            rect class="tl-paper" width=(width) height=(height) {}
            @for year in scale.years() {
                @let x = scale.x(year);
                line class="tl-year" x1=(x) y1=(HEAD - 8) x2=(x) y2=(bottom) {}
                text class="tl-label" x=(x) y=(HEAD - 14) text-anchor="middle" { (year.year()) }
            }
            @for (index, (name, opening)) in rows.iter().enumerate() {
                (row(name, *opening, &scale, HEAD + ROW * count(index)))
            }
            line class="tl-today" x1=(today) y1=(HEAD - 8) x2=(today) y2=(bottom + 6) {}
            text class="tl-label" x=(today) y=(bottom + 20) text-anchor="middle" { "as of " (release.as_of()) }
        }
    })
}

fn row(name: &str, opening: Opening, scale: &Scale, y: i64) -> Markup {
    let bar = y + (ROW - BAR) / 2;
    let line = bar + BAR - 3;
    let end = LEFT + ACROSS;
    let opens = match opening {
        Opening::Always => LEFT,
        Opening::On(day) => scale.x(day),
        Opening::Review(_) | Opening::Never => end,
    };
    html! {
        text class="tl-name" x=(LEFT - 12) y=(line) text-anchor="end" { (name) }
        @if opens > LEFT {
            rect class="tl-withheld" x=(LEFT) y=(bar) width=(opens - LEFT) height=(BAR) fill="url(#tl-hatch)" {}
        }
        @if opens < end {
            rect class="tl-open" x=(opens) y=(bar) width=(end - opens) height=(BAR) {}
        }
        @if let Opening::Review(day) = opening {
            @let x = scale.x(day);
            circle class="tl-review" cx=(x) cy=(bar + BAR / 2) r="5" {}
        }
        text class="tl-label" x=(end + 12) y=(line) { (words(opening)) }
    }
}

/// From days to places.
struct Scale {
    first: i16,
    last: i16,
}

impl Scale {
    /// From the year before the first day that matters to the end of the year after the last.
    fn of(rows: &[(String, Opening)], as_of: Date) -> Self {
        let days = rows.iter().filter_map(|(_, opening)| match opening {
            Opening::On(day) | Opening::Review(day) => Some(day.year()),
            Opening::Always | Opening::Never => None,
        });
        let (first, last) = days.fold((as_of.year(), as_of.year()), |(first, last), year| {
            (first.min(year), last.max(year))
        });
        Self {
            first: first.saturating_sub(1),
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

    /// At most ten years that get a line, evenly spaced.
    fn years(&self) -> impl Iterator<Item = Date> + use<> {
        let all = self.last.saturating_sub(self.first).max(1);
        let step = [1, 2, 5, 10, 20, 25, 50, 100, 500, 1000]
            .into_iter()
            .find(|step| all / step <= 10)
            .unwrap_or(5000);
        let (first, last) = (self.first, self.last);
        (first..=last)
            .filter(move |year| year.rem_euclid(step) == 0)
            .filter_map(|year| Date::new(year, 1, 1).ok())
    }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX / ROW / 2)
}
