//! Text inside the page: data that no text of a document can end, modules as one script, and the digests by which a browser
//! knows what may run.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// JSON as an element of script takes it: nothing in it ends the element, begins a comment, or is no character of a page.
pub(super) fn inert(json: &str) -> String {
    json.chars().fold(String::new(), |mut out, c| {
        if matches!(c, '<' | '>' | '&') || is_unfit(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
        out
    })
}

/// What a page must not hold, or a script reads as the end of a line.
fn is_unfit(c: char) -> bool {
    let code = u32::from(c);
    let is_none = (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
    c.is_control() || is_none || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Modules as one: each is written so that its names are its own, imports only from the others, and on lines of their own.
pub(super) fn joined(modules: &[&str]) -> String {
    let lines = modules.iter().flat_map(|module| module.lines());
    lines
        .filter(|line| !line.starts_with("import "))
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .fold(String::new(), |mut out, line| {
            out.push_str(line);
            out.push('\n');
            out
        })
}

/// The digest of a script or a style, as a policy of the page names it.
pub(super) fn digest(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// As RFC 4648 section 4 has it.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let all = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let sign = (all >> (18 - 6 * at)) & 63;
            let sign = usize::try_from(sign).ok().and_then(|it| SIGNS.get(it));
            match sign.filter(|_| at <= three.len()) {
                Some(sign) => out.push(char::from(*sign)),
                None => out.push('='),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_data_ends_its_element() {
        let hostile = "</script><!--<script>&\u{2028}\u{fdd0}\u{85}\u{1fffe}";
        let json = inert(&serde_json::to_string(hostile).unwrap());
        assert!(
            json.chars().all(|c| c.is_ascii() && !"<>&".contains(c)),
            "{json}"
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
    }

    /// The examples of RFC 4648 section 10, and the empty text's digest.
    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert_eq!(digest(""), empty);
    }
}
