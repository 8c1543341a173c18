//! Where answers go.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use crate::finish::Failure;
use crate::options::Format;

/// Writes to a file, whole or not at all, or to standard output.
pub(crate) fn write(output: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    write_with(output, |to| to.write_all(bytes))
}

/// The same for what is not there as a whole: `content` writes it.
pub(crate) fn write_with(
    output: Option<&Path>,
    content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Failure> {
    match output {
        Some(output) => tearline_files::write_with(output, |file| content(file))
            .map_err(|error| Failure::Input(format!("{}: {error}", output.display()))),
        None => match content(&mut io::stdout().lock()) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(Failure::Input(format!("standard output: {error}"))),
            Ok(()) => Ok(()),
        },
    }
}

/// What a release is written as: what was asked for, else what the name of the output tells, else what the configuration
/// says, else text.
pub(crate) fn format(
    asked: Option<Format>,
    output: Option<&Path>,
    configured: Option<Format>,
) -> Result<Format, Failure> {
    let told = match (asked, output) {
        (None, Some(output)) => {
            Format::of_name(output).map_err(|error| Failure::Usage(error.to_string()))?
        }
        (Some(_), _) | (None, None) => None,
    };
    let format = asked.or(told).or(configured).unwrap_or_default();
    if format == Format::Pdf && output.is_none() && io::stdout().is_terminal() {
        return Err(Failure::Usage(
            "a PDF is not for a terminal; name an --output".to_owned(),
        ));
    }
    Ok(format)
}
