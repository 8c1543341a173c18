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

/// Measures the page in a copy of it: role, top, bottom and text of every banner and excision, and the page's height.
const MEASURE: &str = r"<script>
const line = (kind, e) => {
  const box = e.getBoundingClientRect();
  return [kind, e.computedRole, Math.round(box.top + scrollY), Math.round(box.bottom + scrollY),
    Math.round(box.width), e.innerText.trim()].join('|');
};
const lines = [...document.querySelectorAll('.banner')].map(e => line('banner', e))
  .concat([...document.querySelectorAll('.excision')].map(e => line('excision', e)));
lines.push('page|' + document.documentElement.scrollHeight);
document.body.innerHTML = '<pre>' + lines.join('\n') + '</pre>';
</script></body>";

#[test]
fn a_browser_lays_the_banner_out_at_both_ends_and_has_a_role_for_every_excision() {
    let folder = folder("browser-layout");
    let document = tearline::parse(BUNDLED);
    let html = release(&document, "U", Style::default()).to_html();
    let page = folder.join("measured.html");
    std::fs::write(&page, html.replace("</body>", MEASURE)).unwrap();
    let url = format!("file://{}", page.display());
    let accessibility = "--enable-blink-features=ComputedAccessibilityInfo";
    let Some(dom) = chromium(&[accessibility, "--dump-dom", &url]) else {
        return;
    };
    let measured = dom.split("<pre>").nth(1).unwrap().split("</pre>").next();
    let lines: Vec<Vec<&str>> = measured
        .unwrap()
        .lines()
        .map(|line| line.split('|').collect())
        .collect();
    let of =
        |kind: &str| -> Vec<&Vec<&str>> { lines.iter().filter(|line| line[0] == kind).collect() };
    let height = of("page")[0][1];
    let banners = of("banner");
    assert_eq!(banners.len(), 2);
    assert_eq!(banners[0][1..3], ["banner", "0"]);
    assert_eq!((banners[1][1], banners[1][3]), ("contentinfo", height));
    for banner in banners {
        assert_eq!(banner[5], "UNCLASSIFIED");
        assert_ne!(banner[2], banner[3], "a banner that takes no room");
    }
    let excisions = of("excision");
    assert!(!excisions.is_empty());
    for one in &excisions {
        assert_eq!(one[1], "note", "{one:?}");
        assert!(one[5].starts_with("[withheld: "), "{one:?}");
        for other in excisions.iter().filter(|other| other[5] == one[5]) {
            assert_eq!(one[4], other[4], "the same reason, another width");
        }
    }
}
