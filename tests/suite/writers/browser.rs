//! The page, in a real browser.

use super::{BUNDLED, folder, release, run, shingles, spaced, styles};
use tearline::release::Style;

/// Chromium prints the page to a file whose structure is its accessibility tree.
fn chromium(arguments: &[&str]) -> Option<String> {
    let common = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
    ];
    run("chromium", &[&common[..], arguments].concat())
}

#[test]
fn a_browser_shows_the_banner_on_every_page_and_announces_each_excision() {
    let folder = folder("browser");
    let document = tearline::parse(BUNDLED);
    let page = folder.join("page.html");
    std::fs::write(&page, release(&document, "U", Style::default()).to_html()).unwrap();
    let url = format!("file://{}", page.display());
    let printed = folder.join("page.pdf");
    let print = format!("--print-to-pdf={}", printed.display());
    if chromium(&["--no-pdf-header-footer", &print, &url]).is_none() {
        return;
    }
    let printed = printed.to_str().unwrap();
    let Some(text) = run("pdftotext", &["-layout", printed, "-"]) else {
        return;
    };
    for page in text.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        let lines: Vec<&str> = page
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(lines.first(), Some(&"UNCLASSIFIED"), "{page}");
        assert!(lines.last().unwrap().starts_with("UNCLASSIFIED"), "{page}");
    }
    let structure = run("pdfinfo", &["-struct-text", printed]).unwrap();
    let announced = structure.matches("[withheld: ").count();
    let withheld = release(&document, "U", Style::default())
        .portions()
        .iter()
        .filter(|portion| !portion.is_released())
        .count();
    assert_eq!(announced, withheld, "{structure}");
    assert!(structure.contains("H1 (block)"), "{structure}");
}

#[test]
fn a_browser_finds_nothing_withheld_in_the_page() {
    let folder = folder("browser-dom");
    let document = tearline::parse(BUNDLED);
    let shingles = shingles(BUNDLED, "U");
    for (index, (style, _)) in styles().into_iter().enumerate() {
        let page = folder.join(format!("{index}.html"));
        std::fs::write(&page, release(&document, "U", style).to_html()).unwrap();
        let Some(dom) = chromium(&["--dump-dom", &format!("file://{}", page.display())]) else {
            return;
        };
        assert_eq!(dom.matches("<script").count(), 0);
        assert_eq!(
            dom.matches("http").count(),
            dom.matches("http://www.w3.org/2000/svg").count()
        );
        let dom = spaced(&dom);
        assert!(shingles.iter().all(|five| !dom.contains(five)), "{style:?}");
    }
}
