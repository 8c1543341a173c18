//! What of a withheld portion stands in one that would go out.

use std::collections::{HashMap, HashSet};
use std::fmt;

use tearline::policy::Target;
use tearline::{Citation, Rule, Severity, Span};

use crate::outgoing::Outgoing;
use crate::phrases::{Phrases, phrases};
use crate::proposer::Proposer;
use crate::trace::Traces;
use crate::withheld::Withheld;

/// Words of a portion that is withheld stand in one that would go out. Places alone, no text.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline_propose::{Echo, Outgoing, Proposer};
///
/// let cable = tearline::parse("\
/// CONFIDENTIAL PORT VESTA 12
///
/// 1. (U) Nobody will renew the lease of the northern fuel pier.
///
/// 2. (C) The lease of the fuel pier goes to another bidder.
/// ");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
/// let [] = &Proposer::default().echoes(&outgoing)[..] else { panic!("only two rare words in a row") };
/// let cable = tearline::parse("\
/// CONFIDENTIAL PORT VESTA 12
///
/// 1. (U) Nobody will renew the lease of the fuel pier, it is said.
///
/// 2. (C) The lease of the fuel pier goes to another bidder.
/// ");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
/// let [echo] = &Proposer::default().echoes(&outgoing)[..] else { panic!() };
/// assert_eq!(echo.to_string(), "paragraph 1: words of paragraph 2, which is withheld, stand in this portion");
/// assert_eq!((echo.target().to_string(), echo.source().to_string()), ("paragraph 1".into(), "paragraph 2".into()));
/// assert_eq!(Echo::RULE.code, "echo-of-withheld");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    target: Target,
    span: Span,
    source: Target,
}

/// Words of a portion that is withheld stand in one that would go out.
static ECHO: Rule = Rule::new(
    "echo-of-withheld",
    Severity::Warning,
    "a name, a number or a phrase of a portion that is withheld stands in this one, which would go out",
    Citation::new("tearline propose", "echoes"),
);

impl Echo {
    /// The rule of the finding.
    pub const RULE: &Rule = &ECHO;

    /// The portion in which they stand.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// Where that portion stands in the source.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The portion that is withheld.
    #[must_use]
    pub const fn source(&self) -> &Target {
        &self.source
    }
}

impl fmt::Display for Echo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { target, source, .. } = self;
        write!(
            f,
            "{target}: words of {source}, which is withheld, stand in this portion"
        )
    }
}

impl Proposer {
    /// Which portions that would go out hold a name, a number, an address or a phrase of a portion that is withheld. A phrase
    /// is three words in a row that carry meaning, two of which stand in few portions.
    ///
    /// That a mark withholds a portion says nothing of each of its words. So this proposes nothing: it says where to look.
    #[must_use]
    pub fn echoes(&self, outgoing: &Outgoing<'_>) -> Vec<Echo> {
        let withheld: Vec<Withheld> = outgoing
            .withheld
            .iter()
            .map(|it| Withheld::portion(it.target.clone(), it.text.to_string()))
            .collect();
        let traces = Traces::of(self, &withheld);
        let texts = || outgoing.withheld.iter().chain(&outgoing.released);
        let rare = Phrases::of(texts().map(|it| &*it.text));
        let mut sources: HashMap<[&str; 3], Vec<usize>> = HashMap::new();
        let folded: Vec<String> = outgoing
            .withheld
            .iter()
            .map(|it| it.text.to_lowercase())
            .collect();
        for (index, text) in folded.iter().enumerate() {
            for phrase in phrases(text).filter(|phrase| rare.are_in(phrase)) {
                let of = sources.entry(phrase).or_default();
                if of.last() != Some(&index) {
                    of.push(index);
                }
            }
        }
        let mut echoes = Vec::new();
        for passage in &outgoing.released {
            let text = passage.text.to_lowercase();
            let traced = traces.find(&passage.text).into_iter();
            let traced = traced.filter(|(range, _)| {
                let words = passage.text.get(range.clone());
                words.is_some_and(|words| rare.hold_few(words))
            });
            let traced = traced.map(|(_, index)| index);
            let told = phrases(&text)
                .filter_map(|phrase| sources.get(&phrase))
                .flatten()
                .copied();
            let found: HashSet<usize> = traced.chain(told).collect();
            let mut found: Vec<usize> = found.into_iter().collect();
            found.sort_unstable();
            echoes.extend(found.into_iter().filter_map(|index| {
                Some(Echo {
                    target: passage.target.clone(),
                    span: passage.span,
                    source: outgoing.withheld.get(index)?.target.clone(),
                })
            }));
        }
        echoes
    }
}
