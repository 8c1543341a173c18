//! A log that holds nothing of a document.

use std::fmt::Arguments;
use std::io::{self, Write as _};
use std::panic;

use log::{LevelFilter, Log, Metadata, Record};

/// Whatever these modules say is of programs and addresses.
const OWN: &str = "tearline";

/// Makes this process log to standard error, and nothing of a document.
///
/// What Ballista and DataFusion log holds plans, and plans hold values: the smallest text of a file by its statistics, the bound
/// of a filter that a join or a sort has found, a value that could not be cast, in the words of an error. So of what others
/// log, a line here has the time, the level and the place in the source, and the message only where it is the same
/// whatever the data are. A panic names its place.
///
/// ```
/// tearline_ballista::quiet();
/// log::warn!(target: "datafusion", "cannot cast {}", "the lease of the pier"); // the message is left out
/// ```
pub fn quiet() {
    panic::set_hook(Box::new(|panicked| {
        let place = panicked
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        say(format_args!("PANIC {place}"));
    }));
    // The first one stays.
    if log::set_logger(&Quiet).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

struct Quiet;

impl Log for Quiet {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            say(format_args!("{}", line(record)));
        }
    }

    fn flush(&self) {}
}

/// A line of the log.
fn line(record: &Record<'_>) -> String {
    let place = record.line().unwrap_or_default();
    let own = record.target().starts_with(OWN);
    let message = match record.args().as_str() {
        Some(same) => same.to_owned(),
        None if own => record.args().to_string(),
        None => "(message left out)".to_owned(),
    };
    format!("{} {}:{place} {message}", record.level(), record.target())
}

fn say(line: Arguments<'_>) {
    let now = std::time::SystemTime::now();
    let now = now
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    // There is nowhere else to say that the log cannot be written.
    let _ = writeln!(
        io::stderr(),
        "{}.{:03} {line}",
        now.as_secs(),
        now.subsec_millis()
    );
}

#[cfg(test)]
mod tests {
    use log::{Level, Record};

    use super::line;

    #[test]
    fn a_message_that_holds_a_value_is_left_out_unless_it_is_our_own() {
        let said = |target: &str, value: Option<&str>| {
            let mut record = Record::builder();
            record.level(Level::Error).target(target).line(Some(7));
            match value {
                Some(value) => line(&record.args(format_args!("lost {value}")).build()),
                None => line(&record.args(format_args!("lost")).build()),
            }
        };
        assert_eq!(
            said("ballista_executor", Some("quicksilver")),
            "ERROR ballista_executor:7 (message left out)"
        );
        assert_eq!(
            said("ballista_executor", None),
            "ERROR ballista_executor:7 lost"
        );
        assert_eq!(
            said("tearline_ballista::executor", Some("port 1")),
            "ERROR tearline_ballista::executor:7 lost port 1"
        );
    }
}
