//! The FOIA package: head marks, drafts, and the index.

use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline::render::{Case, Package, index_html, index_json};

use super::{BUNDLED, DAY, shingles, spaced};

/// What a package is made of, read off one document.
struct Made {
    head: String,
    draft: bool,
    codes: Vec<&'static str>,
    html: String,
    index: String,
    table: String,
}

fn made(source: &str, exemptions: Exemptions) -> Made {
    let document = tearline::parse(source);
    let style = Style::Places(Detail::default().with_exemptions(exemptions));
    let policy = Policy::default();
    let release = policy
        .assess(&document)
        .release_in(&Reader::public(), DAY, style);
    let case = Case::new("F-2010-00017", "C00000001", DAY);
    let package = Package::new(&release, &case);
    let entry = package.entry();
    let table: Vec<String> = entry
        .rows()
        .iter()
        .map(|row| row.cells().collect::<Vec<_>>().join("|"))
        .collect();
    Made {
        head: package.head(),
        draft: package.is_draft(),
        codes: release.undecided().iter().map(|rule| rule.code).collect(),
        html: package.to_html(),
        index: index_json(std::slice::from_ref(&entry)) + &index_html(std::slice::from_ref(&entry)),
        table: table.join("\n"),
    }
}

const HEAD: &str = "O 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nC O N F I D E N T I A L PORT VESTA 000214\n\nE.O. 12958: DECL: 03/14/2016\nSUBJECT: (U) HARBOR\n\n";

#[test]
fn the_head_mark_says_how_much_and_under_what() {
    let b5 = Exemptions::default().with_sensitive(Exemption::B5);
    for (body, exemptions, head, draft, codes) in [
        (
            "1. (U) One.\n",
            Exemptions::default(),
            "RELEASED IN FULL",
            false,
            &[][..],
        ),
        (
            "1. (U) Classified by: A. Example. Reason: 1.4(d).\n\n2. (C) Two.\n",
            Exemptions::default(),
            "RELEASED IN PART  B1,1.4(D)",
            false,
            &[],
        ),
        (
            "1. (U) Classified by: A. Example. Reason: 1.4(b) and (d).\n\n2. (C) Two.\n",
            Exemptions::default(),
            "RELEASED IN PART  B1,1.4(B),1.4(D)",
            false,
            &["several-reasons"],
        ),
        (
            "1. (C) Two.\n",
            b5,
            "RELEASED IN PART  B1",
            true,
            &["no-reason"],
        ),
        (
            "1. (SBU) Two.\n",
            Exemptions::default(),
            "RELEASED IN PART",
            true,
            &["exemption-undecided"],
        ),
        ("1. (SBU) Two.\n", b5, "RELEASED IN PART  B5", false, &[]),
        (
            "1. (SBU) Two.\n\n2. (U) Classified by: A. Example. Reason: 1.5(c).\n\n3. (C) Three.\n",
            b5,
            "RELEASED IN PART  B1,1.5(C),B5",
            false,
            &[],
        ),
        // A mark that cannot be read is no matter of choice.
        (
            "1. (Q) Two.\n",
            b5,
            "RELEASED IN PART",
            true,
            &["exemption-undecided"],
        ),
    ] {
        let level = if body.contains("(C)") {
            HEAD.to_owned()
        } else {
            HEAD.replace("C O N F I D E N T I A L", "UNCLAS")
        };
        let made = made(&(level + body), exemptions);
        assert_eq!(made.head, head, "{body}");
        assert_eq!(made.draft, draft, "{body}");
        assert_eq!(made.codes, codes, "{body}");
        assert_eq!(
            made.html.matches("DRAFT - NOT FOR RELEASE").count() >= 2,
            draft,
            "{body}"
        );
        assert!(made.html.matches("Case No. F-2010-00017").count() >= 2);
    }
}

#[test]
fn the_index_says_what_a_court_asks_and_holds_nothing_withheld() {
    let made = made(BUNDLED, Exemptions::default());
    assert!(made.table.lines().all(|row| row.starts_with("C00000001|F-2010-00017|O 141630Z MAR 06|telegram|PORT VESTA 000212|AMEMBASSY PORT VESTA|SECSTATE WASHDC IMMEDIATE 0417|CONFIDENTIAL|[withheld: exemption to be decided]|RIP|yes|")), "{}", made.table);
    assert!(made.table.contains("|paragraph 5|B1|1.4(D)|foreign relations or foreign activities of the United States, including confidential sources|"));
    assert!(made.table.contains("|heading after paragraph 4|"));
    assert!(made.table.contains("which exemption applies, if any"));
    let written = spaced(&(made.index + &made.table + &made.html));
    assert!(
        shingles(BUNDLED, "U")
            .iter()
            .all(|five| !written.contains(five))
    );
}

#[test]
fn without_exemptions_in_its_style_a_package_is_a_draft() {
    let document = tearline::parse("UNCLAS STATE 1\n\n1. (SBU) One.\n");
    let release = Policy::default().release(&document, &Reader::public(), DAY);
    let case = Case::new("F", "C", DAY);
    assert!(Package::new(&release, &case).is_draft());
}
