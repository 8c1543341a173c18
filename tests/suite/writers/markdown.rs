//! Markdown, read by a parser of its own.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{BUNDLED, release};
use tearline::release::Style;

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else the parser finds is what the tests look for"
)]
/// The tags of a text with every extension on but curled quotes, and what a reader of the page would see.
fn read(markdown: &str) -> (Vec<String>, String) {
    let extensions = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut tags = Vec::new();
    let mut text = String::new();
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Start(tag) => tags.push(match tag {
                Tag::Paragraph => "paragraph".to_owned(),
                Tag::Heading { level, .. } => level.to_string(),
                Tag::Strong => "strong".to_owned(),
                Tag::CodeBlock(_) => "code".to_owned(),
                other => format!("{other:?}"),
            }),
            Event::Text(run) => text.push_str(&run),
            Event::HardBreak | Event::SoftBreak | Event::End(_) => text.push('\n'),
            other => tags.push(format!("{other:?}")),
        }
    }
    (tags, text)
}

fn only_ours(tags: &[String]) -> bool {
    tags.iter()
        .all(|tag| ["paragraph", "h1", "h2", "strong", "code"].contains(&tag.as_str()))
}

#[test]
fn a_release_reads_as_headings_paragraphs_and_excisions() {
    let document = tearline::parse(BUNDLED);
    let (tags, text) = read(&release(&document, "U", Style::default()).to_markdown());
    assert!(only_ours(&tags), "{tags:?}");
    assert_eq!(tags.iter().filter(|tag| *tag == "h1").count(), 1);
    assert!(text.starts_with("UNCLASSIFIED\n"));
    assert!(text.trim_end().ends_with("UNCLASSIFIED"));
    assert!(text.contains("5. [withheld: classified]"));
    assert!(text.contains("7. (U) The next round is set for April 4 in Port Vesta."));
}

#[test]
fn a_released_paragraph_cannot_become_markup() {
    for hostile in [
        "# not a heading",
        "*not* _so_ **strong** ~~gone~~ `code`",
        "[link](http://example.org) ![image](x) <http://example.org> www.example.org a@example.org",
        "<script>alert(1)</script> <!-- no --> &amp; &#65;",
        "a\n---\nb\n===\nc",
        "a\n- b\n+ c\n* d\n1. e\n2) f\n> g\n| h | i |\n| - | - |",
        "$x$ $$y$$ [^1] [^1]: note :smile: {#id .class} term\n: definition",
        "\\* \\\\ trailing \\",
        "```\nfence\n```",
        "a   b   `c` ```` d",
        "\ttab\tand `tick`",
    ] {
        let source = format!("UNCLAS STATE 1\n\n1. (U) Begin {hostile}\n\n2. (U) End.\n");
        let document = tearline::parse(&source);
        let (tags, _) = read(&release(&document, "all", Style::default()).to_markdown());
        assert!(only_ours(&tags), "{hostile:?}: {tags:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_is_released_is_text_and_all_of_it_is_there(text in "[ -~\n\t\u{e9}]{0,80}") {
        let source = format!("UNCLAS STATE 1\n\n1. (U) Begin {text}\n\n2. (U) End.\n");
        let document = tearline::parse(&source);
        let release = release(&document, "all", Style::default());
        let (tags, shown) = read(&release.to_markdown());
        prop_assert!(only_ours(&tags), "{:?}", tags);
        let shown: String = shown.split_whitespace().collect();
        for text in release.portions().iter().filter_map(|portion| portion.text()) {
            let text: String = text.split_whitespace().collect();
            prop_assert!(shown.contains(&text), "{:?} not in {:?}", text, shown);
        }
    }
}
