//! The index of withholdings: what it says, where its links lead, and how it prints.

use tearline::render::{Row, index_html, index_json};

use super::{Asked, asked, head, made, said, table};
use crate::writers::{BUNDLED, folder, run, shingles, spaced};

#[test]
fn the_index_says_what_a_court_asks_and_holds_nothing_withheld() {
    let made = made(
        BUNDLED,
        &Asked {
            case: asked().case.with_pages(3),
            ..asked()
        },
    );
    let rows = table(&made.entry);
    assert!(rows.lines().all(|row| row.starts_with("C00000001|F-2010-00017|U.S. Department of State||2010-01-01|I. Birk|March 14, 2006|O 141630Z MAR 06|telegram|PORT VESTA 000212|AMEMBASSY PORT VESTA|SECSTATE WASHDC IMMEDIATE 0417|3|CONFIDENTIAL|[withheld: exemption to be decided]|RIP|yes|")), "{rows}");
    assert!(rows.contains("|B1|1.4(D)|B1: (A) specifically authorized under criteria established by an Executive order"));
    assert!(rows.contains("1.4(D): foreign relations or foreign activities of the United States, including confidential sources|"));
    assert!(rows.contains("heading after paragraph 4"));
    // Withholdings of which the same is said are one row.
    assert_eq!(made.entry.rows().len(), 2, "{rows}");
    let entry = std::slice::from_ref(&made.entry);
    let written = spaced(&(index_json(entry) + &index_html(entry) + &rows + &made.html));
    assert!(
        shingles(BUNDLED, "U")
            .iter()
            .all(|five| !written.contains(five))
    );
}

/// Every place has a name of its own, and its link leads to it.
#[test]
fn places_are_unambiguous_and_linked() {
    let body = "1. (U) One.\n\n2. (SBU) Two.\n\n1. (U) One.\n\n2. (SBU) Two.\n";
    let made = made(&(head(body) + body), &asked());
    let page = index_html(std::slice::from_ref(&made.entry));
    for (id, name) in [
        ("paragraph-2", "paragraph 2"),
        ("paragraph-2-again-1", "paragraph 2 #2"),
    ] {
        let link = format!(r##"<a href="C00000001-DRAFT.html#{id}">{name}</a>"##);
        assert!(page.contains(&link), "{page}");
        assert!(
            made.html.contains(&format!(r#"role="note" id="{id}">"#)),
            "{}",
            made.html
        );
    }
}

#[test]
fn limited_official_use_is_no_unclassified_document() {
    for (line, classification) in [
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("UNCLAS SENSITIVE", "SENSITIVE BUT UNCLASSIFIED"),
        ("UNCLAS", "UNCLASSIFIED"),
        ("S E C R E T", "SECRET"),
    ] {
        let source = format!(
            "P 141630Z MAR 84\nFM AMEMBASSY PORT VESTA\n{line} PORT VESTA 000214\n\nSUBJECT: (U) HARBOR\n\n1. (U) One.\n"
        );
        let made = made(&source, &asked());
        let rows = made.entry.rows();
        let cells: Vec<&str> = rows[0].cells().collect();
        let at = Row::COLUMNS
            .iter()
            .position(|name| *name == "classification");
        assert_eq!(cells[at.unwrap()], classification);
    }
}

/// A real browser prints the index on both papers, and every cell is on it.
#[test]
fn the_index_prints_whole_on_letter_and_a4() {
    let folder = folder("index");
    let long = "an account of talks that goes on and on, with harborunderwatersurveydepartments and others ".repeat(6);
    let grounds = said().with_description(long.trim());
    let made = made(BUNDLED, &Asked { grounds, ..asked() });
    let page = index_html(std::slice::from_ref(&made.entry));
    for (paper, size) in [("letter", "letter"), ("a4", "A4")] {
        let file = folder.join(format!("{paper}.html"));
        let sized = page.replace("@page{size:auto;", &format!("@page{{size:{size};"));
        assert_ne!(sized, page);
        std::fs::write(&file, sized).unwrap();
        let printed = folder.join(format!("{paper}.pdf"));
        let print = format!("--print-to-pdf={}", printed.display());
        let url = format!("file://{}", file.display());
        let common = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-pdf-header-footer",
        ];
        if run("chromium", &[&common[..], &[&print, &url]].concat()).is_none() {
            return;
        }
        let Some(text) = run("pdftotext", &["-layout", printed.to_str().unwrap(), "-"]) else {
            return;
        };
        let Some(plain) = run("pdftotext", &["-raw", printed.to_str().unwrap(), "-"]) else {
            return;
        };
        for page in text.split('\u{c}').filter(|page| !page.trim().is_empty()) {
            assert!(page.contains("DRAFT - NOT FOR RELEASE"), "{page}");
        }
        // Words break where they must, and a cell where its page ends.
        let printed = plain.split_whitespace().collect::<String>();
        let pages = plain.matches('\u{c}').count();
        let cells = cells(&page);
        assert!(cells.len() > 20, "{page}");
        let mut broken = 0;
        for cell in cells {
            let words: Vec<&str> = cell.split_whitespace().collect();
            for word in &words {
                assert!(printed.contains(word), "{word} on {paper}\n{plain}");
            }
            let runs = words.chunks(4).map(<[&str]>::concat);
            broken += runs.filter(|run| !printed.contains(run)).count();
        }
        // A page ends in each of six columns at most once.
        assert!(
            broken <= pages * 6,
            "{broken} of {pages} pages on {paper}\n{plain}"
        );
    }
}

/// The texts of the cells and terms of a page.
fn cells(page: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for tag in ["td", "th", "dd"] {
        for rest in page.split(&format!("<{tag}")).skip(1) {
            let Some((_, rest)) = rest.split_once('>') else {
                continue;
            };
            let inside = rest.split(&format!("</{tag}>")).next().unwrap();
            let texts = inside
                .split('<')
                .map(|part| part.split_once('>').map_or(part, |it| it.1));
            let text = texts.collect::<Vec<_>>().join(" ");
            cells.push(text.replace("&amp;", "&").replace("&quot;", "\""));
        }
    }
    cells
}
