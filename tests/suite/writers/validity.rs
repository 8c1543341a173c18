//! Every page is valid HTML, by a parser that forgives nothing.

use std::fs;
use std::path::Path;

use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemptions, Style};
use tearline::render::{Case, Package, index_html};

use super::{BUNDLED, DAY, folder, has_python, release, run, styles};
use crate::fixtures::FIXTURES;

/// Reads every page of a folder, and stops at the first error in one.
const READ: &str = "
import html5lib, pathlib, sys
for page in sorted(pathlib.Path(sys.argv[1]).glob('*.html')):
    try:
        html5lib.HTMLParser(strict=True).parse(page.read_text(encoding='utf-8'))
    except Exception as error:
        sys.exit(f'{page.name}: {error!r}')
print('valid')
";

/// Text that would be markup if it were not escaped, and a table.
const HOSTILE: &str = "UNCLAS STATE 1\n\nSUBJECT: (U) </h2><script>&amp;&#0;\n\n1. (U) <!-- </p> ]]> \u{0}\u{85}\u{fdd0} & &copy\n\n2. (U) a   b   <c>\n";

fn write(folder: &Path, name: &str, source: &str) {
    let document = tearline::parse(source);
    for (index, (style, _)) in styles().into_iter().enumerate() {
        let page = release(&document, "U", style).to_html();
        fs::write(folder.join(format!("{name}-{index}.html")), page).unwrap();
    }
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let policy = Policy::default();
    let release = policy
        .assess(&document)
        .release_in(&Reader::public(), DAY, style);
    let case = Case::new("F-2010-00017", "C00000001", DAY);
    let package = Package::new(&release, &case);
    fs::write(
        folder.join(format!("{name}-package.html")),
        package.to_html(),
    )
    .unwrap();
    let index = index_html(&[package.entry()]);
    fs::write(folder.join(format!("{name}-index.html")), index).unwrap();
}

#[test]
fn a_strict_parser_reads_every_page() {
    if !has_python("html5lib") {
        return;
    }
    let folder = folder("validity");
    for (name, source) in [("bundled", BUNDLED), ("hostile", HOSTILE), ("empty", "")] {
        write(&folder, name, source);
    }
    for fixture in FIXTURES {
        write(&folder, fixture.name, &fixture.text());
    }
    let said = run("python3", &["-c", READ, folder.to_str().unwrap()]).unwrap();
    assert_eq!(said.trim(), "valid");
}
