//! What is withheld in one place, proposed in the others.

use crate::outgoing::Outgoing;
use crate::proposal::Proposal;
use crate::proposer::Proposer;
use crate::withheld::Withheld;

impl Proposer {
    /// Where what is withheld stands in what would go out: in a subject, in a heading, as a possessive, with initials, in
    /// another document of the case. The exemption is that under which it is withheld.
    ///
    /// The patterns and lists of this one say what counts in a portion that is withheld as a whole.
    #[must_use]
    pub fn spread(&self, withheld: &[Withheld], outgoing: &Outgoing<'_>) -> Vec<Proposal> {
        self.proposed(withheld, outgoing, |_| Vec::new())
    }
}
