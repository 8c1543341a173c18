//! PDF, read back by poppler, qpdf and x-ray.

use std::path::Path;

use super::{BUNDLED, folder, has_python, release, run, shingles, spaced, styles};
use crate::support::corpus;
use tearline::release::Style;

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

fn written(name: &str, source: &str, reader: &str, style: Style) -> std::path::PathBuf {
    let document = tearline::parse(source);
    let file = folder(name).join("release.pdf");
    std::fs::write(&file, release(&document, reader, style).to_pdf().unwrap()).unwrap();
    file
}

#[test]
fn poppler_reads_a_tagged_file_with_its_font_inside() {
    let file = written("pdf-tagged", BUNDLED, "U", Style::default());
    let Some(facts) = run("pdfinfo", &[path(&file)]) else {
        return;
    };
    for fact in [
        "Tagged:          yes",
        "JavaScript:      no",
        "Encrypted:       no",
        "Form:            none",
    ] {
        assert!(facts.contains(fact), "{fact} not in {facts}");
    }
    assert!(
        facts.contains("CreationDate:    Fri Jan  1 00:00:00 2010"),
        "{facts}"
    );
    let structure = run("pdfinfo", &["-struct-text", path(&file)]).unwrap();
    assert!(structure.contains("H1 \"Released in part\""), "{structure}");
    assert!(structure.contains("H2 \"SUBJECT: [withheld: sensitive]\""));
    assert!(structure.contains("\"5. [withheld: classified]\""));
    // The banner of the page is no part of the text.
    assert!(!structure.contains("\"UNCLASSIFIED\""));
    let fonts = run("pdffonts", &[path(&file)]).unwrap();
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(rows.len(), 1, "{fonts}");
    assert!(
        rows[0].contains("LiberationMono") && rows[0].contains("yes yes yes"),
        "{fonts}"
    );
}

#[test]
fn every_page_has_its_banner_at_top_and_bottom() {
    let long: String = (1..120)
        .map(|n| format!("{n}. (U) Paragraph.\n\n"))
        .collect();
    let file = written(
        "pdf-pages",
        &format!("UNCLAS STATE 1\n\n{long}"),
        "U",
        Style::default(),
    );
    let Some(text) = run("pdftotext", &["-layout", path(&file), "-"]) else {
        return;
    };
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert!(pages.len() > 3);
    for (index, page) in pages.iter().enumerate() {
        let lines: Vec<&str> = page
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(lines.first(), Some(&"UNCLASSIFIED"));
        assert_eq!(lines[lines.len() - 2], "UNCLASSIFIED");
        assert_eq!(
            lines[lines.len() - 1],
            format!("{} of {}", index + 1, pages.len())
        );
    }
}

#[test]
fn nothing_withheld_is_in_the_file_nor_in_its_streams() {
    let mut sources = vec![("bundled".to_owned(), BUNDLED.to_owned())];
    if let Some(folder) = corpus("seed") {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            sources.push((name, std::fs::read_to_string(path).unwrap()));
        }
    }
    for (name, source) in sources {
        let shingles = shingles(&source, "U");
        for (index, (style, _)) in styles().into_iter().enumerate() {
            let file = written(&format!("pdf-leak-{name}-{index}"), &source, "U", style);
            let plain = file.with_extension("qdf");
            let Some(mut text) = run("pdftotext", &[path(&file), "-"]) else {
                return;
            };
            if run(
                "qpdf",
                &[
                    "--qdf",
                    "--object-streams=disable",
                    path(&file),
                    path(&plain),
                ],
            )
            .is_some()
            {
                text.push_str(&String::from_utf8_lossy(&std::fs::read(&plain).unwrap()));
            }
            let text = spaced(&text);
            let leaked = shingles.iter().filter(|five| text.contains(*five)).count();
            assert_eq!(leaked, 0, "{name} in {style:?}");
        }
    }
}

#[test]
fn qpdf_finds_one_sound_revision() {
    let file = written("pdf-sound", BUNDLED, "U", Style::default());
    let bytes = std::fs::read(&file).unwrap();
    let ends = bytes.windows(5).filter(|five| *five == b"%%EOF").count();
    assert_eq!(ends, 1);
    if let Some(report) = run("qpdf", &["--check", path(&file)]) {
        assert!(
            report.contains("No syntax or stream encoding errors found"),
            "{report}"
        );
    }
}

#[test]
fn x_ray_finds_no_bad_redaction() {
    if !has_python("xray") {
        return;
    }
    let file = written("pdf-x-ray", BUNDLED, "U", Style::default());
    let found = run("python3", &["-m", "xray", path(&file)]).unwrap();
    assert_eq!(found.trim(), "{}");
}

#[test]
fn what_the_font_does_not_have_stands_as_its_number() {
    let source = "UNCLAS STATE 1\n\n1. (U) Tea is \u{8336} and peace \u{5d0}; na\u{ef}ve \u{2014} \u{416}.\n\n2. (U) End.\n";
    let file = written("pdf-glyphs", source, "U", Style::default());
    if let Some(text) = run("pdftotext", &[path(&file), "-"]) {
        assert!(
            text.contains("Tea is <U+8336> and peace <U+05D0>; na\u{ef}ve \u{2014} \u{416}."),
            "{text}"
        );
    }
}

#[test]
fn a_paragraph_without_words_keeps_its_number_and_mark() {
    let source = include_str!("../../fixtures/entire-text-statement.txt");
    let file = written("pdf-no-words", source, "U", Style::default());
    if let Some(structure) = run("pdfinfo", &["-struct-text", path(&file)]) {
        assert!(structure.contains("\"1. (U)\""), "{structure}");
    }
}

#[test]
fn every_glyph_stands_on_the_grid() {
    let file = written("pdf-grid", BUNDLED, "U", Style::default());
    let boxes = file.with_extension("xml");
    if run("pdftotext", &["-bbox", path(&file), path(&boxes)]).is_none() {
        return;
    }
    let boxes = std::fs::read_to_string(boxes).unwrap();
    let mut words = 0;
    for place in boxes.split("xMin=\"").skip(1) {
        let x: f64 = place.split('"').next().unwrap().parse().unwrap();
        let cells = (x - 66.0) / 6.0;
        assert!((cells - cells.round()).abs() < 0.01, "{x}");
        words += 1;
    }
    assert!(words > 50);
}
