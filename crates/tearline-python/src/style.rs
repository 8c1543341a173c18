//! What the data classes `Policy` and `Style` say, for the library.

use pyo3::prelude::*;
use tearline::policy::{Compilation, Exemption, Policy, Unmarked};
use tearline::release::{Detail, Exemptions, Style};

use crate::errors;

/// The attributes of a data class `Policy`.
#[derive(FromPyObject)]
pub(crate) struct PolicyOf {
    unmarked: String,
    compilation: String,
}

impl PolicyOf {
    pub(crate) fn policy(given: Option<Self>) -> PyResult<Policy> {
        let Some(given) = given else {
            return Ok(Policy::default());
        };
        let unmarked = match given.unmarked.as_str() {
            "inherit" => Unmarked::Inherit,
            "withhold" => Unmarked::Withhold,
            _ => {
                return Err(errors::choice(
                    "`unmarked` is `inherit` or `withhold`".to_owned(),
                ));
            }
        };
        let compilation = match given.compilation.as_str() {
            "binds" => Compilation::Binds,
            "portions-stand-alone" => Compilation::PortionsStandAlone,
            _ => {
                let choices = "`compilation` is `binds` or `portions-stand-alone`";
                return Err(errors::choice(choices.to_owned()));
            }
        };
        let policy = Policy::default().with_unmarked(unmarked);
        Ok(policy.with_compilation(compilation))
    }
}

/// The attributes of a data class `Style`.
#[derive(FromPyObject)]
pub(crate) struct StyleOf {
    mark: bool,
    amount: bool,
    calendar: bool,
    exemption: bool,
    sbu_exemption: Option<String>,
    instruction: bool,
    declassification: bool,
    tear_line: bool,
}

impl StyleOf {
    pub(crate) fn style(given: Option<Self>) -> PyResult<Style> {
        let Some(given) = given else {
            return Ok(Style::default());
        };
        if given.tear_line {
            return Ok(Style::TearLine);
        }
        let read = |code: String| code.parse::<Exemption>()?.of_sensitive();
        let sensitive = given.sbu_exemption.map(read);
        let sensitive = sensitive
            .transpose()
            .map_err(|error| errors::choice(error.to_string()))?;
        let exemptions = match sensitive {
            Some(exemption) => Exemptions::default().with_sensitive(exemption),
            None => Exemptions::default(),
        };
        let mut detail = if given.declassification {
            Detail::default()
        } else {
            Detail::default().without_declassification()
        };
        if given.instruction {
            detail = detail.with_instruction();
        }
        if given.mark {
            detail = detail.with_mark();
        }
        if given.amount {
            detail = detail.with_amount();
        }
        if given.calendar {
            detail = detail.with_calendar();
        }
        if given.exemption || sensitive.is_some() {
            detail = detail.with_exemptions(exemptions);
        }
        Ok(Style::Places(detail))
    }
}
