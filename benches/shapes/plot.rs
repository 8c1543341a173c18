//! The picture: a row for each step, a dot for each shape, by nanoseconds a byte.

use std::fmt::Write;
use std::time::Duration;

const WIDTH: f64 = 860.0;
const LEFT: f64 = 90.0;
const RIGHT: f64 = 560.0;
const ROW: f64 = 34.0;
const TOP: f64 = 40.0;
/// The scale, in powers of ten of a nanosecond a byte.
const SCALE: (f64, f64) = (-2.0, 4.0);

/// The shapes with their times, for a text of so many bytes.
pub(crate) fn picture<const STEPS: usize>(
    steps: &[&str; STEPS],
    shapes: &[(&str, [Duration; STEPS])],
    bytes: usize,
) -> String {
    let height = TOP + ROW * STEPS as f64 + 30.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"12\">\
         <title>What each step takes for {} shapes of document</title>\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\
         <text x=\"{LEFT}\" y=\"16\">nanoseconds a byte, each dot a shape of document; at the right the slowest</text>",
        shapes.len()
    );
    let place = |nanoseconds: f64| {
        let (least, most) = SCALE;
        let part = (nanoseconds.log10().clamp(least, most) - least) / (most - least);
        LEFT + part * (RIGHT - LEFT)
    };
    for power in SCALE.0 as i32..=SCALE.1 as i32 {
        let (value, x) = (10_f64.powi(power), place(10_f64.powi(power)));
        write!(
            out,
            "<line x1=\"{x}\" x2=\"{x}\" y1=\"{TOP}\" y2=\"{y}\" stroke=\"#ddd\"/><text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{value}</text>",
            TOP - 6.0,
            y = height - 30.0
        )
        .unwrap();
    }
    for (row, step) in steps.iter().enumerate() {
        let y = TOP + ROW * (row as f64 + 0.5);
        write!(out, "<text x=\"10\" y=\"{}\">{step}</text>", y + 4.0).unwrap();
        let costs = shapes
            .iter()
            .map(|(name, times)| (*name, times[row].as_secs_f64() * 1e9 / bytes as f64));
        for (_, cost) in costs.clone() {
            write!(
                out,
                "<circle cx=\"{:.1}\" cy=\"{y}\" r=\"3\" fill=\"#1f5f8b\" fill-opacity=\"0.35\"/>",
                place(cost)
            )
            .unwrap();
        }
        if let Some((name, cost)) = costs.max_by(|one, other| one.1.total_cmp(&other.1)) {
            write!(
                out,
                "<text x=\"{}\" y=\"{}\">{cost:.0} ns: {name}</text>",
                RIGHT + 16.0,
                y + 4.0
            )
            .unwrap();
        }
    }
    out + "</svg>\n"
}
