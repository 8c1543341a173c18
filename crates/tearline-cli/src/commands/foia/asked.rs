//! What the commands that work on a case are asked for alike.

use clap::Args;
use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::release::{Detail, Exemption, Style};

use super::job::{Job, Proposals};
use crate::context::Context;
use crate::finish::Failure;
use crate::message::Denies;
use crate::options::{Choices, Day, Reading, date, sbu_exemption};

/// The case, and how its documents are released.
#[derive(Args)]
pub(in crate::commands) struct CaseAsked {
    /// The case number; `unassigned` unless the configuration says otherwise.
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,
    /// The agency; the Department of State unless the configuration says otherwise.
    #[arg(long, value_name = "NAME")]
    agency: Option<String>,
    /// The person who answers for what is withheld. Without one, every document stays a draft.
    #[arg(long, value_name = "NAME")]
    reviewer: Option<String>,
    /// The day of the request, from which the age of a record counts; without one the day of the release.
    #[arg(long, value_parser = date, value_name = "DATE")]
    requested: Option<Date>,
    /// The number of the first document; the others count on from it.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u64).range(..=99_999_999))]
    pub(in crate::commands) first: u64,
    #[command(flatten)]
    day: Day,
    /// The exemption for what is sensitive but unclassified: b2 to b9, b7c. Without one, such documents stay drafts.
    #[arg(long, value_name = "CODE", value_parser = sbu_exemption)]
    sbu_exemption: Option<Exemption>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

impl CaseAsked {
    /// What every document of it is released with.
    pub(in crate::commands) fn job(
        &self,
        context: &Context,
        proposals: Proposals,
    ) -> Result<Job, Failure> {
        let config = &context.config.case;
        let exemptions = context.exemptions(self.sbu_exemption)?;
        let said = |asked: &Option<String>, configured: &Option<String>| {
            asked.clone().or_else(|| configured.clone())
        };
        let requested = match (self.requested, &config.requested) {
            (Some(day), _) => Some(day),
            (None, Some(day)) => Some(context.config.checked("case.requested", day.date())?),
            (None, None) => None,
        };
        let propose = &context.config.propose;
        Ok(Job {
            proposer: propose.proposer(&context.config)?,
            proposals,
            number: said(&self.case, &config.number).unwrap_or_else(|| "unassigned".to_owned()),
            agency: said(&self.agency, &config.agency),
            reviewer: said(&self.reviewer, &config.reviewer),
            requested,
            reader: Reader::public(),
            as_of: context.as_of(&self.day)?,
            style: Style::Places(Detail::default().with_exemptions(exemptions)),
            policy: context.policy(&self.choices),
            means: context.means(&self.reading)?,
            today: context.today,
            denied: context.denied(Denies::Errors)?,
        })
    }
}
