//! Numbers of bank accounts and cards.

use crate::check;
use crate::form::Written;

/// What a government pays from is no person's account.
const FUNDS: &str = r"\b(?:fund\s+cites?|funds?\s+(?:accounts?|numbers?|no)|appropriations?|allotments?|obligations?|suspense|treasury|budget|fiscal|holding|clearing|imprest)\b(?:[^.;]|\.\d){0,40}";

pub(crate) static FORMS: [Written; 6] = [
    // From long to short, because what follows may look like a further group: `… 0130 00 THE BANK`.
    Written::new(
        r"(?i)\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?",
        check::iban,
    ),
    Written::new(
        r"\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,6}(?:\s?\d{1,3})?",
        check::iban,
    ),
    Written::new(
        r"\d{13,19}|\d{4}(?:[- ]\s?\d{4}){3}(?:[- ]\d{1,3})?|\d{4}[- ]\s?\d{6}[- ]\s?\d{5}",
        check::card,
    ),
    Written::new(
        r"(?:\b[A-Z]{1,4}[- ]?)?\d(?:[-./ ]?\d){5,20}",
        check::account,
    )
    .before(
        r"(?:\b(?:accounts?|accts?|cuenta|konto|kontonummer|kontonr|compte|iban|routing|sort\s+code|aba)\b\.?\s*(?:(?:\(|bank|no|nos|nr|num|number|numbers|numero|key|code|is|was|are|were|named|under|at|in|of|the|with|a|his|her|swiss|private)\b[.:)]*\s*){0,7}(?:[:#=]\s*)*|\b(?:a/c|acc/?t)\b\.?\s*(?:(?:no|nr|number)\b\.?\s*)?[:#]?\s*|\b(?:credit|debit|bank|charge)\s+cards?\b\s*(?:(?:no|nr|number|numbers|ending|in|is|was)\b\.?\s*){0,3}[:#]?\s*|\b(?:numbered|swiss|bank|savings|checking|deposit|secret|private|personal|escrow)\s+accounts?\b(?:[^0-9.;]|\bn[or]\.){0,50}|\baccounts?\b[^0-9.;]{0,50}\bnumber(?:ed|s)?\W{0,3})",
    )
    .never(FUNDS)
    .never_after(r"\s*(?:percent|persons|people|dollars|pesos|refugees|tons|francs|marks|pounds|votes)\b"),
    Written::new(r"\d{3,6}", check::ending)
        .before(r"\b(?:accounts?|acct|cards?)\b[^.;0-9]{0,20}\b(?:ending|ends)(?:\s+(?:in|with))?\W{0,3}")
        .never(FUNDS),
    // A name of a bank in letters and digits before its number, as numbered accounts are written: `Q-47291-LK`.
    Written::new(r"[A-Z]{1,3}-\d{4,10}(?:-[A-Z0-9]{1,4})?|\d{4,10}-[A-Z]{1,3}", check::mixed)
        .before(r"\b(?:accounts?|acct|a/c)\b\.?\s*(?:(?:no|nr|number|numbered|is|was)\b\.?\s*){0,2}[:#]?\s*")
        .never(FUNDS),
];
