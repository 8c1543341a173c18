//! How far a run is: a bar at a terminal, a line from time to time where there is none.

use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// From one line to the next, where there is no terminal.
const PAUSE: Duration = Duration::from_secs(10);

/// How far a run is. It counts documents and goes by the bytes that lie behind.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Whether lines are written where no bar is.
    lines: bool,
    all: u64,
    begun: Instant,
    said: Instant,
    documents: u64,
    /// What lay behind when the run began or went on.
    from: Option<u64>,
}

impl Progress {
    /// Of a collection of so many bytes; nothing is shown where it is `None`.
    pub(crate) fn new(all: Option<u64>, lines: bool) -> Self {
        let target = match all {
            Some(_) => ProgressDrawTarget::stderr(),
            None => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(Some(all.unwrap_or(0)), target);
        let style = ProgressStyle::with_template("{bar:30} {percent}% {msg}");
        let bar = match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        Self {
            lines: lines && all.is_some() && bar.is_hidden(),
            bar,
            all: all.unwrap_or(0),
            begun: Instant::now(),
            said: Instant::now(),
            documents: 0,
            from: None,
        }
    }

    /// A document is done, and so many bytes of the collection lie behind.
    pub(crate) fn step(&mut self, behind: u64) {
        let from = *self.from.get_or_insert(behind);
        self.documents += 1;
        if !self.bar.is_hidden() && self.documents.is_multiple_of(16) {
            self.bar.set_position(behind);
            self.bar.set_message(self.words(from, behind));
        } else if self.lines && self.documents.is_multiple_of(16) && self.said.elapsed() >= PAUSE {
            self.said = Instant::now();
            let percent = behind.saturating_mul(100) / self.all.max(1);
            eprintln!("{percent}%: {}", self.words(from, behind));
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// `1200 documents, 340 a second, 2 minutes left`.
    fn words(&self, from: u64, behind: u64) -> String {
        let seconds = self.begun.elapsed().as_secs_f64().max(0.001);
        let rate = self.documents as f64 / seconds;
        let done = behind.saturating_sub(from);
        let left = match done {
            0 => String::new(),
            done => {
                let left = self.all.saturating_sub(behind) as f64 * seconds / done as f64;
                format!(
                    ", {} left",
                    HumanDuration(Duration::from_secs_f64(left.min(1e9)))
                )
            }
        };
        format!("{} documents, {rate:.0} a second{left}", self.documents)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
