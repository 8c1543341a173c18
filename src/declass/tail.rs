//! What may follow an instruction without changing it: a classifier's name and office, the next field of the header.

use super::date::Written;
use super::label;
use super::lex::{Token, Tokens};

/// Words that never stand in a name: where one does, what looks like a name may be a condition.
#[rustfmt::skip]
const NOT_A_NAME: [&str; 64] = [
    "NOT", "NO", "NEVER", "UNTIL", "UNLESS", "EXCEPT", "EXCLUDING", "IF", "WHEN", "WHICHEVER", "UPON", "ON",
    "OR", "AND", "TO", "BY", "FOR", "OF", "IN", "IS", "BE", "AT", "THE", "THIS", "THAT", "WITH", "WILL",
    "MUST", "SHALL", "ONLY", "AFTER", "BEFORE", "DATE", "SEE", "PARA", "BELOW", "ABOVE", "ANNEX", "SOURCE",
    "REVIEW", "REVIEWED", "EXTEND", "EXTENDED", "EXTENSION", "EXEMPT", "EXEMPTED", "RETAIN", "REMAINS",
    "PENDING", "SUBJECT", "PART", "PORTIONS", "CLASSIFIED", "RECLASSIFIED", "DECLASSIFY", "DECL", "DOWNGRADE",
    "INDEFINITE", "EVENT", "HOLD", "MR", "WITHHOLD", "DELAY", "POSTPONE",
];

/// A name has at most so many words, an authority too.
const LONGEST_NAME: usize = 12;

/// Takes a classifier's name and office: `(EXAMPLE, JOHN Q.) OR-M`, `(EXAMPLE, JOHN Q.)`, `OR-M`, and half a pair of
/// parentheses where the rest leaves no doubt.
pub(super) fn classifier(tokens: &mut Tokens<'_>) -> bool {
    let mut ahead = *tokens;
    if office(&mut ahead) {
        *tokens = ahead;
        return true;
    }
    let opened = ahead.sign('(');
    let Some(name) = Name::read(&mut ahead) else {
        return false;
    };
    let closed = ahead.sign(')');
    let mut behind = ahead;
    behind.skip_signs(",.-;:");
    let office = office(&mut behind);
    if office {
        ahead = behind;
    }
    let whole = match name {
        Name::WithComma if office => true,
        // Cut off at the end of the line, a name in parentheses is still one.
        Name::WithComma => opened && (closed || ahead.peek().is_none()),
        Name::Plain => opened && closed && office,
    };
    if whole {
        *tokens = ahead;
    }
    whole
}

/// `OR-M`, `OR-MP`, `OR-IO/UNP`.
fn office(tokens: &mut Tokens<'_>) -> bool {
    let short = |tokens: &mut Tokens<'_>| match tokens.next() {
        Some(Token::Word(word)) => word.len() <= 3 && !forbidden(word),
        Some(Token::Number(_) | Token::Sign(_) | Token::Other) | None => false,
    };
    tokens.word("OR") && tokens.sign('-') && short(tokens) && {
        while tokens.sign('/') {
            if !short(tokens) {
                return false;
            }
        }
        true
    }
}

/// What looks like a name.
enum Name {
    /// `EXAMPLE, JOHN Q.`, as the order wanted it.
    WithComma,
    /// `EXAMPLE. JOHN Q.`, `AMBASSADOR`.
    Plain,
}

impl Name {
    fn read(tokens: &mut Tokens<'_>) -> Option<Self> {
        let mut words = 0;
        let mut comma = false;
        loop {
            let mut ahead = *tokens;
            if office(&mut ahead) {
                break;
            }
            match tokens.peek() {
                Some(Token::Word(word)) if words < LONGEST_NAME && !forbidden(word) => words += 1,
                Some(Token::Sign('.' | '\'' | '-')) if words > 0 => {}
                Some(Token::Sign(',')) if words > 0 => comma = true,
                Some(Token::Word(_) | Token::Number(_) | Token::Sign(_) | Token::Other) | None => {
                    break;
                }
            }
            tokens.next();
        }
        match words {
            0 => None,
            2.. if comma => Some(Self::WithComma),
            _ => Some(Self::Plain),
        }
    }
}

/// Takes who declassified, up to the date: `NARA`, `A. EXAMPLE, CHIEF, ON`.
pub(super) fn authority(tokens: &mut Tokens<'_>) -> bool {
    for words in 0..LONGEST_NAME {
        tokens.skip_signs(".,/-&'()\":");
        if words > 0 {
            if tokens.word("ON") {
                tokens.skip_signs(":");
                return true;
            }
            let mut ahead = *tokens;
            if Written::read(&mut ahead).is_some() {
                return true;
            }
        }
        match tokens.next() {
            Some(Token::Word(word)) if !forbidden(word) => {}
            Some(Token::Word(_) | Token::Number(_) | Token::Sign(_) | Token::Other) | None => {
                return false;
            }
        }
    }
    false
}

fn forbidden(word: &str) -> bool {
    label::is_instruction(word)
        || NOT_A_NAME
            .iter()
            .any(|condition| word.eq_ignore_ascii_case(condition))
}

/// Whether the next field of the header stands here, on the same line: `TAGS: …`, `SUBJECT: …`, `REF: …`.
pub(super) fn other_field(tokens: &Tokens<'_>) -> bool {
    let mut ahead = *tokens;
    if ahead.word("TAGS") {
        return true;
    }
    ["SUBJECT", "SUBJ", "REF", "REFS"]
        .iter()
        .any(|label| ahead.word(label))
        && ahead.sign(':')
}

/// Whether an instruction is mentioned in what is left of the line.
pub(super) fn mentions_instruction(tokens: Tokens<'_>) -> bool {
    tokens
        .into_iter()
        .any(|token| matches!(token, Token::Word(word) if label::is_mentioned(word)))
}
