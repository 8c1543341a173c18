//! What is withheld in one place, proposed in the others.

use crate::found::{Found, outermost};
use crate::outgoing::Outgoing;
use crate::proposal::Proposal;
use crate::proposer::{Proposer, quoted};
use crate::trace::Traces;
use crate::withheld::Withheld;

impl Proposer {
    /// Where what is withheld stands in what would go out: in a subject, in a heading, as a possessive, with initials, in
    /// another document of the case. The exemption is that under which it is withheld.
    ///
    /// The patterns and lists of this one say what counts in a portion that is withheld as a whole.
    #[must_use]
    pub fn spread(&self, withheld: &[Withheld], outgoing: &Outgoing<'_>) -> Vec<Proposal> {
        let traces = Traces::of(self, withheld);
        let mut proposals = Vec::new();
        for passage in outgoing.passages() {
            let traced = traces.find(passage.text()).into_iter();
            let found = traced.filter_map(|(range, index)| {
                let hint = withheld.get(index)?.hint();
                Some(Found { range, hint })
            });
            let found = outgoing.open(passage, outermost(found.collect()));
            proposals.extend(quoted(passage.target(), passage.text(), found));
        }
        proposals
    }
}
