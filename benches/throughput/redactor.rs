//! What one would write in an afternoon: regular expressions, and nothing else. It knows no overall classification, no
//! captions, no dates, no lists, no damaged marks and no reasons.

use regex::Regex;

pub(crate) struct Redactor {
    paragraph: Regex,
    subject: Regex,
    furniture: Regex,
    /// The number and mark of a paragraph, at the start of any line of a text.
    anywhere: Regex,
    /// The same at the start of a block, and of a subject.
    block: Regex,
    cleared: &'static [&'static str],
}

impl Redactor {
    pub(crate) fn new(clearance: &str) -> Self {
        Self {
            paragraph: Regex::new(r"^\s*¶?\s*(\d{1,3})\.\s*\(([^)]{1,40})\)").unwrap(),
            subject: Regex::new(r"(?i)^\s*SUBJ(?:ECT)?:\s*\(([^)]{1,40})\)").unwrap(),
            furniture: Regex::new(r"^(?:N{3,4}|PAGE \d+.*|.* \d{3} OF \d{3})$").unwrap(),
            anywhere: Regex::new(r"(?m)^¶?(\d{1,3})\.\s*\(([^)\n]{1,40})\)").unwrap(),
            block: Regex::new(r"^(?:¶?(\d{1,3})\.|SUBJECT:)\s*\(([^)\n]{1,40})\)").unwrap(),
            cleared: match clearance {
                "U" => &["U"],
                _ => &["U", "SBU"],
            },
        }
    }

    /// Line by line, with one question: is the paragraph that this line belongs to released?
    pub(crate) fn redact(&self, cable: &str) -> String {
        let mut out = String::with_capacity(cable.len());
        let mut released = true;
        for line in cable.lines() {
            if self.furniture.is_match(line) {
                continue;
            }
            if let Some(paragraph) = self.paragraph.captures(line) {
                released = self.cleared.contains(&&paragraph[2]);
                if !released {
                    out.push_str(&format!("{}. [withheld]\n\n", &paragraph[1]));
                }
            } else if let Some(subject) = self.subject.captures(line) {
                released = self.cleared.contains(&&subject[1]);
                if !released {
                    out.push_str("SUBJECT: [withheld]\n\n");
                }
            } else if line.starts_with("REF") {
                released = true;
            }
            if released {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }

    /// Block by block, as blank lines part them; what stands between two marked blocks goes with the first.
    pub(crate) fn redact_blocks(&self, cable: &str) -> String {
        let mut out = String::with_capacity(cable.len());
        let mut released = true;
        for block in cable.split("\n\n") {
            if let Some(found) = self.block.captures(block) {
                released = self.cleared.contains(&&found[2]);
                if !released {
                    out.push_str(found.get(1).map_or("SUBJECT:", |number| number.as_str()));
                    out.push_str(" [withheld]\n\n");
                }
            }
            if released {
                out.push_str(block);
                out.push_str("\n\n");
            }
        }
        out
    }

    /// Over the whole text at once, where only numbered paragraphs count: the fastest that regular expressions can do.
    pub(crate) fn redact_paragraphs(&self, cable: &str) -> String {
        let mut out = String::with_capacity(cable.len());
        let mut from = 0;
        let mut released = true;
        for paragraph in self.anywhere.captures_iter(cable) {
            let (start, mark) = (paragraph.get(0).unwrap().start(), &paragraph[2]);
            if released {
                out.push_str(&cable[from..start]);
            }
            (from, released) = (start, self.cleared.contains(&mark));
            if !released {
                out.push_str(&paragraph[1]);
                out.push_str(". [withheld]\n\n");
            }
        }
        if released {
            out.push_str(&cable[from..]);
        }
        out
    }
}
