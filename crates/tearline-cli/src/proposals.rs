//! What is proposed to a person: in the review beside a document, or enforced in a release.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;
use serde::Deserialize;
use tearline::marking::Reader;
use tearline::policy::{
    Action, Assessment, Decision, Decisions, Exemption, Grounds, Quote, Review, Reviewed, State,
    Target,
};
use tearline_propose::{Echo, Outgoing, Pattern, Proposal, Proposer, Terms, Titles, Withheld};

use crate::beside;
use crate::config::Config;
use crate::finish::Failure;
use crate::input::Input;
use crate::message::{Message, Reporter};
use crate::output;
use crate::paper::Paper;
use crate::places::Lines;
use crate::reviewed;
use crate::rules::PROPOSALS_OPEN;

/// Who proposes, where no person does.
const PROPOSER: &str = "tearline";

/// What the configuration says of proposals.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Propose {
    /// The built-in patterns that count; all where none is named.
    pub(crate) built_in: Option<Vec<String>>,
    /// Titles behind which a name stands.
    pub(crate) titles: Vec<String>,
    terms: Vec<OwnTerms>,
    pattern: Vec<OwnPattern>,
}

/// A list of terms.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnTerms {
    name: String,
    #[serde(default)]
    terms: Vec<String>,
    /// A file with a term a line.
    file: Option<PathBuf>,
    exemption: Option<Exemption>,
}

/// A pattern of one's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnPattern {
    name: String,
    regex: String,
    near: Option<String>,
    exemption: Option<Exemption>,
}

/// What was found in what would go out: what is proposed now, and what stands there of a portion that is withheld.
pub(crate) struct FoundOut {
    proposals: Vec<Proposal>,
    echoes: Vec<Echo>,
}

/// For which document proposals are written.
pub(crate) struct Asked<'i> {
    pub(crate) input: &'i Input,
    pub(crate) paper: &'i Paper,
    pub(crate) bytes: &'i [u8],
}

/// A built-in pattern that there is not.
#[derive(Debug, thiserror::Error)]
#[error("no built-in pattern is called `{0}`; there are {1}")]
struct NoPattern(String, String);

impl Propose {
    /// The names of the lists and patterns of one's own, each with its key.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let terms = self.terms.iter().map(|it| ("propose.terms", &*it.name));
        terms.chain(self.pattern.iter().map(|it| ("propose.pattern", &*it.name)))
    }

    /// Who proposes what the configuration asks for.
    ///
    /// # Errors
    ///
    /// Where a pattern, a list or a file of it cannot be used.
    pub(crate) fn proposer(&self, config: &Config) -> Result<Proposer, Failure> {
        let mut proposer = match &self.built_in {
            None => Proposer::default(),
            Some(names) => {
                let mut some = Proposer::empty();
                for name in names.iter().rev() {
                    let pattern = config.checked("propose.built-in", built_in(name))?;
                    some = some.with_pattern(pattern.clone());
                }
                some
            }
        };
        for own in self.pattern.iter().rev() {
            let key = format!("propose.pattern {}", own.name);
            let mut pattern = config.checked(&key, Pattern::new(&own.name, &own.regex))?;
            if let Some(near) = &own.near {
                pattern = config.checked(&key, pattern.near(near))?;
            }
            if let Some(exemption) = own.exemption {
                pattern = pattern.suggesting(exemption);
            }
            proposer = proposer.with_pattern(pattern);
        }
        for own in &self.terms {
            let key = format!("propose.terms {}", own.name);
            let mut all = own.terms.clone();
            if let Some(file) = &own.file {
                let text = config.checked(&key, fs::read_to_string(config.beside(file)))?;
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                all.extend(lines.map(ToOwned::to_owned));
            }
            let mut terms = config.checked(&key, Terms::new(&own.name, all))?;
            if let Some(exemption) = own.exemption {
                terms = terms.suggesting(exemption);
            }
            proposer = proposer.with_terms(terms);
        }
        if !self.titles.is_empty() {
            let titles = config.checked("propose.titles", Titles::new(&self.titles))?;
            proposer = proposer.with_titles(titles);
        }
        Ok(proposer)
    }
}

fn built_in(name: &str) -> Result<&'static Pattern, NoPattern> {
    let all = Pattern::built_in();
    all.iter().find(|it| it.name() == name).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(Pattern::name).collect();
        NoPattern(name.to_owned(), names.join(", "))
    })
}

/// Who proposes, and for whom a release is that would go out.
pub(crate) struct Looked<'l> {
    pub(crate) proposer: &'l Proposer,
    /// What the other documents of a case withhold.
    pub(crate) elsewhere: &'l [Withheld],
    pub(crate) reader: &'l Reader,
    pub(crate) as_of: Date,
    pub(crate) today: Date,
}

impl Looked<'_> {
    /// The same with whatever is proposed withheld: what the review proposes, and what is found in what would go out. What
    /// somebody has refused stays refused. A proposal that cannot be carried out withholds its portion and is a finding.
    pub(crate) fn enforced<'d>(&self, paper: &Paper, assessment: Assessment<'d>) -> Assessment<'d> {
        /// What is withheld now may be written otherwise elsewhere, and that otherwise again.
        const ROUNDS: usize = 4;
        let entries = paper.review().map(Review::entries).unwrap_or_default();
        let refused = || entries.iter().filter(|it| it.state() == State::Refused);
        let proposed: Decisions = entries
            .iter()
            .filter(|it| it.state() == State::Proposed)
            .map(|it| it.decision().clone())
            .filter(|it| matches!(it.action(), Action::Withhold(_)))
            .collect();
        let mut assessment = assessment.decided_or_withheld(&proposed).0;
        for _ in 0..ROUNDS {
            let found = self.found(&assessment, refused());
            if found.is_empty() {
                return assessment;
            }
            let found: Decisions = found.iter().map(|it| decision(it, self.today)).collect();
            assessment = assessment.decided_or_withheld(&found).0;
        }
        // Whatever holds more is withheld as a whole.
        let found = self.found(&assessment, refused());
        let whole: Decisions = found.iter().map(|it| on_portion(it, self.today)).collect();
        assessment.decided_or_withheld(&whole).0
    }

    /// What is found in what would go out and nobody has answered in the review.
    pub(crate) fn unanswered(&self, paper: &Paper, assessment: &Assessment<'_>) -> Vec<Proposal> {
        let entries = paper.review().map(Review::entries).unwrap_or_default();
        self.found(assessment, entries)
    }

    /// In which portions that would go out words of withheld ones stand.
    pub(crate) fn echoes(&self, assessment: &Assessment<'_>) -> Vec<Echo> {
        self.proposer.echoes(&self.outgoing(assessment))
    }

    /// What is found and not said anything of.
    fn found<'r>(
        &self,
        assessment: &Assessment<'_>,
        entries: impl IntoIterator<Item = &'r Reviewed>,
    ) -> Vec<Proposal> {
        let outgoing = settled(self.outgoing(assessment), entries);
        self.proposer.propose_beside(self.elsewhere, &outgoing)
    }

    fn outgoing<'d>(&self, assessment: &Assessment<'d>) -> Outgoing<'d> {
        Outgoing::of(assessment, self.reader, self.as_of)
    }
}

impl FoundOut {
    /// For people, by place.
    pub(crate) fn said(&self) -> String {
        let mut said = String::from("Proposals\n");
        for proposal in &self.proposals {
            let _ = writeln!(said, "  {}: {}", proposal.target(), proposal.cause());
        }
        if self.proposals.is_empty() {
            said.push_str("  nothing new\n");
        }
        if !self.echoes.is_empty() {
            said.push_str("Echoes\n");
        }
        for echo in &self.echoes {
            let _ = writeln!(said, "  {echo}");
        }
        said
    }

    /// For programs, which take findings: each at the place of its portion.
    pub(crate) fn messages(
        &self,
        file: &str,
        lines: &Lines<'_>,
        assessment: &Assessment<'_>,
        reporter: &Reporter,
    ) -> Vec<Message> {
        let targets = assessment.targets();
        let at = |message: Message, target: &Target| {
            let index = targets.iter().position(|it| it == target);
            let portion = index.and_then(|index| assessment.portions().get(index));
            let message = message.of_portion(&target.to_string());
            match portion {
                Some(portion) => message.at(lines.span(assessment.span(portion))),
                None => message,
            }
        };
        let of =
            |rule, detail: &str, target| at(reporter.of_rule(file, rule, Some(detail)), target);
        let proposals = self.proposals.iter().map(|it| {
            let detail = format!("{}: {}", it.target(), it.cause());
            of(&PROPOSALS_OPEN, &detail, it.target())
        });
        let echoes = self.echoes.iter();
        let echoes = echoes.map(|it| of(Echo::RULE, &it.to_string(), it.target()));
        proposals.chain(echoes).collect()
    }
}

/// Writes what is proposed and not known yet into the review beside the document, and says what that is.
///
/// # Errors
///
/// Where a review is there and cannot be read, is of another text, or cannot be written.
pub(crate) fn write(
    asked: &Asked<'_>,
    looked: &Looked<'_>,
    assessment: &Assessment<'_>,
) -> Result<FoundOut, Failure> {
    let Input::File(file) = asked.input else {
        return Err(Failure::Usage(
            "proposals are written beside a document; name its file".to_owned(),
        ));
    };
    let [toml, json] = beside::REVIEW.of(file);
    let is_json = json.exists();
    let path = if is_json { json } else { toml };
    let failed =
        |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", path.display()));
    let proposals = looked.unanswered(asked.paper, assessment);
    let echoes = looked.echoes(assessment);
    let found = FoundOut { proposals, echoes };
    if found.proposals.is_empty() {
        return Ok(found);
    }
    let entries = found.proposals.iter().map(|it| entry(it, looked.today));
    let before = match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(&error)),
    };
    let mut added = Review::new(reviewed::digest(asked.bytes));
    entries.for_each(|entry| added.push(entry));
    let text = match before {
        Some(text) if is_json => {
            let mut review: Review = beside::parsed(&text, true).map_err(|error| failed(&error))?;
            added
                .entries()
                .iter()
                .for_each(|it| review.push(it.clone()));
            serde_json::to_string_pretty(&review).map_err(|error| failed(&error))? + "\n"
        }
        // What stands in the file stays as it is, remarks and all.
        Some(text) => {
            let added = toml::to_string(&added).map_err(|error| failed(&error))?;
            let first = added.find("[[decision]]").unwrap_or_default();
            let more = added.get(first..).unwrap_or_default();
            format!("{}\n\n{more}", text.trim_end())
        }
        None => toml::to_string(&added).map_err(|error| failed(&error))?,
    };
    // What was added must be read as what it is.
    beside::parsed::<Review>(&text, is_json)
        .map_err(|error| failed(&format!("with the proposals it cannot be read: {error}")))?;
    output::write(Some(&path), text.as_bytes())?;
    Ok(found)
}

/// The same, where nothing is proposed again of which these entries say something: decided, refused, or proposed before.
fn settled<'a, 'r>(
    outgoing: Outgoing<'a>,
    entries: impl IntoIterator<Item = &'r Reviewed>,
) -> Outgoing<'a> {
    entries.into_iter().fold(outgoing, |outgoing, entry| {
        let decision = entry.decision();
        let target = decision.target().clone();
        match decision.words() {
            Some(words) => outgoing.settled(target, words.exact(), words.prefix(), words.suffix()),
            // Whoever refuses to withhold all of it says nothing of the words in it.
            None if matches!(decision.action(), Action::Withhold(_))
                && entry.state() != State::Refused =>
            {
                outgoing.settled_whole(target)
            }
            None => outgoing,
        }
    })
}

/// A proposal as a review has it.
pub(crate) fn entry(proposal: &Proposal, today: Date) -> Reviewed {
    Reviewed::new(decision(proposal, today)).proposed(proposal.cause().to_string())
}

/// A proposal as a decision.
fn decision(proposal: &Proposal, today: Date) -> Decision {
    let decision = on_portion(proposal, today);
    match proposal.words() {
        None => decision,
        Some(words) => decision.on_words(
            Quote::new(words.exact())
                .after(words.prefix())
                .before(words.suffix()),
        ),
    }
}

/// The same on all of its portion.
fn on_portion(proposal: &Proposal, today: Date) -> Decision {
    let action = Action::Withhold(proposal.exemption());
    let decision = Decision::new(proposal.target().clone(), action, PROPOSER, today);
    match proposal.statute() {
        Some(statute) => decision.with_grounds(Grounds::new().with_statute(statute)),
        None => decision,
    }
}
