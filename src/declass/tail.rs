//! What may follow an instruction without changing it: a classifier's name and office, the next field of the header.

use super::date::Written;
use super::lex::{Token, Tokens};

/// Words that never stand in a name: where one does, what looks like a name may be a condition.
const NOT_A_NAME: [&str; 40] = [
    "NOT",
    "NO",
    "NEVER",
    "UNTIL",
    "UNLESS",
    "EXCEPT",
    "EXCLUDING",
    "IF",
    "WHEN",
    "WHICHEVER",
    "UPON",
    "ON",
    "OR",
    "AFTER",
    "BEFORE",
    "REVIEW",
    "REVIEWED",
    "EXTEND",
    "EXTENDED",
    "EXTENSION",
    "EXEMPT",
    "EXEMPTED",
    "RETAIN",
    "REMAINS",
    "PENDING",
    "SUBJECT",
    "PART",
    "PORTIONS",
    "CLASSIFIED",
    "RECLASSIFIED",
    "DECLASSIFY",
    "DECL",
    "DOWNGRADE",
    "INDEFINITE",
    "OADR",
    "GDS",
    "XGDS",
    "RDS",
    "XDS",
    "EVENT",
];

/// A name has at most so many words, an authority too.
const LONGEST_NAME: usize = 12;

/// Takes a classifier's name and office: `(EXAMPLE, JOHN Q.) OR-M`, `OR-P`, and the name without its parentheses where
/// the office follows.
pub(super) fn classifier(tokens: &mut Tokens<'_>) -> bool {
    let mut ahead = *tokens;
    if office(&mut ahead) {
        *tokens = ahead;
        return true;
    }
    let opened = ahead.sign('(');
    if !name(&mut ahead) {
        return false;
    }
    let closed = ahead.sign(')');
    let mut behind = ahead;
    behind.skip_signs(",.-;:");
    let office = office(&mut behind);
    if office {
        ahead = behind;
    }
    // Cut off at the end of the line, a name in parentheses is still one.
    let whole = office || (opened && (closed || ahead.peek().is_none()));
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

/// `EXAMPLE, JOHN Q.`: words of letters, a comma among them.
fn name(tokens: &mut Tokens<'_>) -> bool {
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
    words >= 2 && comma
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
    NOT_A_NAME
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
    const WORDS: [&str; 9] = [
        "DECL",
        "DECLAS",
        "DECLASS",
        "DECLASSIFY",
        "OADR",
        "GDS",
        "XGDS",
        "RDS",
        "XDS",
    ];
    tokens.into_iter().any(|token| {
        matches!(token, Token::Word(word) if WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
    })
}
