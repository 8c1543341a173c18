//! Consistency over a collection: near-equal paragraphs with different verdicts.

use crate::support::{SECRET, rows, with};

const PIER: &str = "The port authority has told the embassy that the quicksilver lease of the fuel pier will not be \
                    renewed when it runs out in the autumn of next year";

fn cable(mark: &str, text: &str) -> String {
    // Nothing but a compilation has a level above all its portions.
    let level = if mark == "U" {
        "UNCLAS"
    } else {
        "CONFIDENTIAL"
    };
    format!(
        "{level} ZENDA 1\n\n1. (U) Tides are high on Monday and low on Thursday.\n\n2. ({mark}) {text}.\n"
    )
}

#[tokio::test]
async fn near_equal_paragraphs_with_different_verdicts_are_found_and_no_text_is_shown() {
    let near = PIER.replace("autumn", "spring");
    let table = with(&[
        ("a", Some(&cable("C", PIER))),
        ("b", Some(&cable("U", &near))),
        ("c", Some(&cable("C", PIER))),
        (
            "d",
            Some(&cable(
                "U",
                "The pilots have asked for a second vessel and for a school of their own by May",
            )),
        ),
    ]);
    let query = format!(
        "WITH sketches AS (SELECT id, unnest(tearline_sketches(text, 'U', '2010-01-01', 'a secret of the archive')) AS s FROM {table}), \
         bands AS (SELECT id, s['portion'] AS portion, s['verdict'] AS verdict, s['sketch'] AS sketch, unnest(s['bands']) AS band FROM sketches) \
         SELECT DISTINCT w.id, w.portion, r.id, r.portion FROM bands w JOIN bands r ON w.band = r.band \
         WHERE w.verdict = 'withhold' AND r.verdict = 'release' AND tearline_likeness(w.sketch, r.sketch) > 0.4 ORDER BY 1, 3"
    );
    assert_eq!(
        rows(&query).await,
        [
            ["a", "paragraph 2", "b", "paragraph 2"],
            ["c", "paragraph 2", "b", "paragraph 2"]
        ]
    );
}

#[tokio::test]
async fn a_sketch_holds_no_word_and_depends_on_the_key() {
    let table = with(&[("a", Some(&cable("C", PIER)))]);
    let sketch = |key: &str| {
        let query = format!(
            "SELECT unnest(tearline_sketches(text, 'U', '2010-01-01', '{key}')) FROM {table}"
        );
        async move { rows(&query).await }
    };
    let (one, other) = (
        sketch("one key of sixteen").await,
        sketch("two key of sixteen").await,
    );
    assert_eq!(one.len(), 2);
    assert_ne!(one, other);
    assert!(!one.concat().concat().contains(SECRET));
}
