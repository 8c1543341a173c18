//! The bundled cable as each format has it, for a person to read in review.

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Style};

use super::{BUNDLED, folder, release, run};

#[test]
fn the_bundled_cable_in_every_format() {
    let document = tearline::parse(BUNDLED);
    let folder = folder("snapshots");
    for (name, reader, day) in [
        ("public-2010", "U", date(2010, 1, 1)),
        ("public-2020", "U", date(2020, 1, 1)),
        ("sbu-2010", "SBU", date(2010, 1, 1)),
        ("sbu-2020", "SBU", date(2020, 1, 1)),
    ] {
        let reader: Reader = reader.parse().unwrap();
        let release = Policy::default().release(&document, &reader, day);
        let file = folder.join(name).with_extension("pdf");
        std::fs::write(&file, release.to_pdf().unwrap()).unwrap();
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}.txt"), release.to_text());
            insta::assert_snapshot!(format!("{name}.md"), release.to_markdown());
            insta::assert_snapshot!(format!("{name}.json"), release.to_json());
            insta::assert_snapshot!(format!("{name}.html"), release.to_html().replace("<p", "\n<p").replace("<div", "\n<div"));
            // As text and structure: the bytes of a file say nothing to a reader.
            if let Some(structure) = run("pdfinfo", &["-struct-text", file.to_str().unwrap()]) {
                insta::assert_snapshot!(format!("{name}.pdf"), structure);
            }
        });
    }
}

/// `examples/pictures/make` keeps the page that it takes the picture of.
#[test]
fn the_pictures_show_what_the_bundled_cable_gives_today() {
    let document = tearline::parse(BUNDLED);
    let page = release(&document, "U", Style::default()).to_html();
    let calendar = Style::Places(Detail::default().with_calendar());
    let timeline = release(&document, "U", calendar).to_timeline().unwrap();
    let again = "not as it was; run examples/pictures/make and look at the pictures";
    assert!(
        page == include_str!("../../../examples/pictures/page.html"),
        "the page is {again}"
    );
    assert!(
        timeline == include_str!("../../../examples/pictures/timeline.svg"),
        "the timeline is {again}"
    );
}
