//! One document, as its page shows it.

use tearline::document::Document;
use tearline::marking::{Label, Level, Reader, StatedMark};
use tearline::policy::{Assessment, Portion, Review};
use tearline::release::{Content, Detail, Release, Released, Style};
use tearline::render::{Package, Question};
use tearline_propose::Withheld;

use super::data::{Between, DocumentData, FindingData, Open, Out, Piece, PortionData};
use super::{banner, places};
use crate::beside;
use crate::commands::foia::job::{Job, Numbered};
use crate::commands::review::{because, counts_as, mark, opening};
use crate::finish::Failure;
use crate::message::{found, name};
use crate::paper::Paper;
use crate::places::Lines;
use crate::proposals;
use crate::reviewed;
use crate::rules::PROPOSALS_OPEN;
use crate::source::Refusal;

/// A document that was read.
pub(super) struct Read {
    /// Its place among the documents of the case.
    pub(super) at: usize,
    pub(super) path: String,
    /// Where it lies, as it was named.
    file: String,
    number: String,
    digest: String,
    paper: Paper,
}

impl Read {
    /// Reads one.
    pub(super) fn of(job: &Job, mut numbered: Numbered, at: usize) -> Result<Self, Refusal> {
        let look = |bytes: &[u8]| reviewed::digest(bytes);
        let (paper, digest) = numbered.item.paper_and(&job.means, None, look)?;
        Ok(Self {
            at,
            path: numbered.item.path.replace(char::is_control, "\u{fffd}"),
            file: numbered.item.shown.clone(),
            number: numbered.document(),
            digest,
            paper,
        })
    }
}

/// What its page shows, and the label over it; none where release and document do not agree, which would be a bug.
pub(super) fn data(
    job: &Job,
    read: &Read,
    asked: Vec<Question>,
    elsewhere: &[Withheld],
) -> Result<Option<(DocumentData, Label)>, Failure> {
    let paper = &read.paper;
    let document = paper.document();
    let assessment = job.assess(paper, &document, elsewhere);
    let reader = Reader::public();
    let release = assessment
        .release_in(&reader, job.as_of, job.style)
        .made_on(job.today);
    let Some(places) = places::places(&assessment, &release) else {
        return Ok(None);
    };
    let case_of = job.case(&read.number, paper);
    let package = Package::new(&release, &case_of)
        .with_questions(asked)
        .with_questions(job.proposed(paper, &assessment, elsewhere));
    let lines = Lines::of(&paper.source);
    let portions = portions(job, &assessment, &release, &places, &lines);
    let label = banner::label(&assessment);
    let timeline = timeline(&assessment, &reader, job);
    let [toml, json] = beside::REVIEW.of(std::path::Path::new(&read.file));
    let file = |path: &std::path::Path| path.display().to_string();
    let data = DocumentData {
        number: read.number.clone(),
        path: read.path.clone(),
        file: file(&json),
        instead: toml.exists().then(|| file(&toml)),
        banner: banner::line(&label),
        head: package.head(),
        open: open(&package, &places, &portions),
        counted: package.questions().len(),
        between: between(&paper.source, &assessment),
        review: review(paper.review(), &read.digest)?,
        letter: letter(&document),
        labels: labels(&portions),
        proposals: proposed(job, read, &assessment, elsewhere)?,
        findings: findings(&assessment, &release, &lines),
        portions,
        has_timeline: timeline.is_some(),
        timeline,
    };
    Ok(Some((data, label)))
}

fn portions(
    job: &Job,
    assessment: &Assessment<'_>,
    release: &Release<'_>,
    places: &[usize],
    lines: &Lines<'_>,
) -> Vec<PortionData> {
    let reader = Reader::public();
    let texts = places::texts(assessment, job.as_of);
    let named = assessment.portions().iter().zip(assessment.targets());
    let all = named.zip(texts).zip(places);
    let mut before = None;
    all.filter_map(|(((portion, target), passage), at)| {
        let shown = release.portions().get(*at)?;
        let joined = before == Some(*at);
        before = Some(*at);
        let verdict = assessment.verdict(portion, &reader, job.as_of);
        Some(PortionData {
            target: target.to_string(),
            kind: portion.kind().as_str(),
            number: portion.number().map(|number| number.to_string()),
            line: lines.line(assessment.span(portion).start()),
            mark: mark(assessment.document(), portion),
            counts_as: counts_as(portion),
            label: match verdict.is_release() {
                true => String::new(),
                false => label(portion),
            },
            because: because(assessment, portion),
            opens: opening(assessment, portion, &reader),
            text: passage.map(|it| it.text().to_owned()),
            out: out(shown, joined),
            reasons: reasons(&verdict),
        })
    })
    .collect()
}

/// What of its label a review can name an exemption for: all but its level; empty where that is nothing, or is not read again.
fn label(portion: &Portion) -> String {
    let label = portion.rating().label();
    let rest = label.with_level(Level::Unclassified);
    let text = rest.to_string();
    let again = StatedMark::read(&text).is_ok_and(|it| it.label() == rest);
    match label.is_resolved() && !rest.is_plain() && again {
        true => text,
        false => String::new(),
    }
}

/// The labels of portions, each once, in their order.
fn labels(portions: &[PortionData]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for it in portions.iter().filter(|it| !it.label.is_empty()) {
        if !labels.contains(&it.label) {
            labels.push(it.label.clone());
        }
    }
    labels
}

/// The category that the document's own line names.
fn letter(document: &Document<'_>) -> String {
    let reasons = document.header().reasons();
    reasons.map(|it| it.to_string()).unwrap_or_default()
}

/// What stands in the place of a portion.
fn out(shown: &Released<'_>, joined: bool) -> Out {
    match shown.content() {
        Content::Withheld(_) => Out::Withhold {
            marker: shown
                .excision()
                .map(|it| it.to_string())
                .unwrap_or_default(),
            joined,
        },
        Content::Text { label, text } => {
            let mut pieces = Vec::new();
            let mut at = 0;
            let mut push = |range: std::ops::Range<usize>, excised: bool| {
                let text = text.get(range).unwrap_or_default().to_owned();
                if !text.is_empty() {
                    pieces.push(Piece { text, excised });
                }
            };
            for words in shown.excised_words() {
                let place = words.place();
                push(at..place.start, false);
                at = place.end;
                push(place, true);
            }
            push(at..text.len(), false);
            Out::Release {
                mark: format!("({label})"),
                pieces,
            }
        }
    }
}

/// Why a portion is withheld, each reason with its source.
fn reasons(verdict: &tearline::policy::Verdict) -> Vec<String> {
    match tearline::audit::RecordedVerdict::from(verdict) {
        tearline::audit::RecordedVerdict::Withhold { reasons, .. } => {
            reasons.iter().map(ToString::to_string).collect()
        }
        tearline::audit::RecordedVerdict::Release { .. } => Vec::new(),
    }
}

/// What stands between the portions, in its place: it goes out of no release.
fn between(source: &str, assessment: &Assessment<'_>) -> Vec<Between> {
    let mut between = Vec::new();
    let mut at = 0;
    let mut push = |before: usize, text: Option<&str>| {
        let text = text.unwrap_or_default().trim_matches(['\n', '\r']);
        if !text.trim().is_empty() {
            let text = text.to_owned();
            between.push(Between { before, text });
        }
    };
    for (index, portion) in assessment.portions().iter().enumerate() {
        let span = assessment.span(portion);
        push(index, source.get(at..span.start()));
        at = at.max(span.end());
    }
    push(assessment.portions().len(), source.get(at..));
    between
}

/// The review as its file has it.
fn review(review: Option<&Review>, digest: &str) -> Result<serde_json::Value, Failure> {
    let none = Review::new(digest);
    written(review.unwrap_or(&none))
}

fn written(review: &Review) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(review)
        .map_err(|error| Failure::Input(format!("a review cannot be written: {error}")))
}

/// What is found in what would go out, and what of it stands there that is withheld elsewhere in the case.
fn proposed(
    job: &Job,
    read: &Read,
    assessment: &Assessment<'_>,
    elsewhere: &[Withheld],
) -> Result<serde_json::Value, Failure> {
    let found = job.looked(elsewhere).unanswered(&read.paper, assessment);
    let mut review = Review::new(&read.digest);
    for proposal in &found {
        review.push(proposals::entry(proposal, job.today));
    }
    let mut review = written(&review)?;
    Ok(match review.get_mut("decision") {
        Some(list) => list.take(),
        None => serde_json::json!([]),
    })
}

/// What is open but for proposals, which stand in the page one by one.
fn open(package: &Package<'_>, places: &[usize], portions: &[PortionData]) -> Vec<Open> {
    let questions = package.questions().iter();
    questions
        .filter(|question| question.rule() != &PROPOSALS_OPEN)
        .map(|question| {
            let rule = question.rule();
            let of_release =
                |at: usize| (0..places.len()).filter(move |it| places.get(*it) == Some(&at));
            let named = |name: &str| portions.iter().position(|it| it.target == name);
            let portions = match (question.portion(), question.place()) {
                (Some(at), _) => of_release(at).collect(),
                (None, Some(place)) => named(place).into_iter().collect(),
                (None, None) => Vec::new(),
            };
            let shown = question
                .portion()
                .and_then(|at| package.release().portions().get(at));
            Open {
                code: rule.code,
                message: rule.message,
                citation: rule.citation.to_string(),
                place: question.place().map(ToOwned::to_owned),
                detail: question.detail().map(ToOwned::to_owned),
                portions,
                of_words: shown.is_some_and(Released::is_released),
                answer: answer(rule.code),
            }
        })
        .collect()
}

/// The key of a decision that answers a question; empty where the next run alone can say.
fn answer(code: &str) -> &'static str {
    match code {
        "exemption-undecided" | "exemption-amiss" | "old-deliberation" => "exemption",
        "no-description" => "description",
        "no-harm" => "harm",
        "no-segregability" => "segregability",
        "no-statute" => "statute",
        "no-reason" | "several-reasons" | "reason-of-another-order" => "letter",
        "no-reviewer" => "reviewer",
        _ => "",
    }
}

fn findings(
    assessment: &Assessment<'_>,
    release: &Release<'_>,
    lines: &Lines<'_>,
) -> Vec<FindingData> {
    let holds = |portion: &Portion, at: usize| assessment.span(portion).range().contains(&at);
    found(assessment, std::slice::from_ref(release))
        .iter()
        .map(|finding| {
            let rule = finding.rule();
            let at = finding.span().start();
            let mut portions = assessment.portions().iter();
            FindingData {
                code: finding.code(),
                severity: name(finding.severity()),
                line: lines.line(at),
                portion: portions.position(|portion| holds(portion, at)),
                message: match finding.detail() {
                    Some(detail) => format!("{}: {detail}", rule.message),
                    None => rule.message.to_owned(),
                },
                citation: rule.citation.to_string(),
            }
        })
        .collect()
}

/// The picture of what opens when.
fn timeline(assessment: &Assessment<'_>, reader: &Reader, job: &Job) -> Option<String> {
    let style = Style::Places(Detail::default().with_calendar());
    let release = assessment.release_in(reader, job.as_of, style);
    release.made_on(job.today).to_timeline()
}
