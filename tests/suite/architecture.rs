//! The house: data flows down one way, and sealed text opens in few places.

mod circles;

use std::fs;
use std::path::PathBuf;

use tearline::Rule;

use crate::support::root;

/// The floors, from the ground up. A module names only floors before its own in this list.
const FLOORS: [&str; 9] = [
    "text", "marking", "declass", "document", "parse", "policy", "release", "render", "audit",
];

/// Pairs on different floors that do not know each other all the same.
const STRANGERS: [(&str, &str); 3] = [
    ("policy", "parse"),
    ("render", "document"),
    ("render", "parse"),
];

/// Where sealed text may be opened: the cut, the originator's copy, the check of an output against its source, the view
/// through which a rule of one's own looks whether a text matches, and the text in which words that a decision quotes are
/// looked for: whether they stand there once has to be known before anything is released, and only their place is kept.
const OPENERS: [&str; 5] = [
    "release/cut.rs",
    "release/faithful.rs",
    "audit/source.rs",
    "policy/own/view.rs",
    "policy/words/text.rs",
];

/// What writes to a writer that the caller gives.
const WRITERS: [&str; 2] = ["audit/parts.rs", "render/write.rs"];

/// Facades that still hold something of their own; the list may only get shorter.
const FULL_FACADES: [&str; 2] = ["parse/authority/mod.rs", "parse/memo/mod.rs"];

/// Every file of the library: its path below `src`, and its code without comments and tests.
fn sources() -> Vec<(String, String)> {
    let whole = files().into_iter();
    whole.map(|(file, text)| (file, code(&text))).collect()
}

/// Every file of the library: its path below `src`, and its text.
fn files() -> Vec<(String, String)> {
    files_in("src")
}

fn files_in(folder: &str) -> Vec<(String, String)> {
    let root = root().join(folder);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(&root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// The code without comments and without its own tests.
fn code(text: &str) -> String {
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn floor(file: &str) -> Option<usize> {
    let name = file.split(['/', '.']).next()?;
    FLOORS.iter().position(|floor| *floor == name)
}

/// Every `crate::floor` that the code names, with `crate::{a, b}` taken apart.
fn named_floors(code: &str) -> Vec<usize> {
    let mut floors = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let inside = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().to_owned(),
            None => rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect(),
        };
        for name in inside.split(',') {
            let name = name.trim().split("::").next().unwrap_or_default();
            floors.extend(FLOORS.iter().position(|floor| *floor == name));
        }
    }
    floors
}

#[test]
fn no_module_names_a_floor_above_its_own() {
    for (file, code) in sources() {
        let Some(own) = floor(&file) else {
            continue;
        };
        for named in named_floors(&code) {
            assert!(
                named <= own,
                "{file} names {}, which stands above it",
                FLOORS[named]
            );
        }
    }
}

#[test]
fn no_files_take_names_from_each_other_in_a_circle() {
    let arrows = circles::arrows(&files());
    assert!(
        arrows.len() > 100,
        "hardly an arrow was seen: {}",
        arrows.len()
    );
    let found: Vec<String> = circles::circles(&arrows)
        .iter()
        .map(|circle| {
            let ties = circles::ties(&arrows, circle);
            format!("a circle of {} files:\n{ties}", circle.len())
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A `mod.rs` says what is in the room and hands it on: docs, `mod`, `pub use`.
#[test]
fn a_facade_holds_nothing_of_its_own() {
    for (file, code) in sources() {
        if !file.ends_with("mod.rs") || FULL_FACADES.contains(&file.as_str()) {
            continue;
        }
        for line in code
            .lines()
            .filter(|line| !line.starts_with([' ', '}', ')', '#']))
        {
            let mut words = line.split_whitespace();
            let handed_on = match words.next() {
                None | Some("mod") => true,
                // `pub use`, `pub(super) mod`, `pub(in crate::parse) use`.
                Some(shown) if shown.starts_with("pub") => {
                    words.take(2).any(|word| matches!(word, "use" | "mod"))
                }
                Some(_) => false,
            };
            assert!(handed_on, "{file} holds something of its own: {line}");
        }
    }
}

#[test]
fn strangers_do_not_name_each_other() {
    for (file, code) in sources() {
        for (one, other) in STRANGERS {
            let own = floor(&file).map(|floor| FLOORS[floor]);
            if own == Some(one) {
                let names = named_floors(&code)
                    .into_iter()
                    .any(|floor| FLOORS[floor] == other);
                assert!(!names, "{file} names {other}");
            }
        }
    }
}

#[test]
fn sealed_text_opens_in_the_permitted_places_only() {
    for (file, code) in sources() {
        let opens = code.contains(".open()");
        assert!(
            !opens || OPENERS.contains(&file.as_str()) || file == "document/sealed.rs",
            "{file} opens sealed text"
        );
    }
}

#[test]
fn the_library_has_no_clock_and_no_input_or_output_of_its_own() {
    for (file, code) in sources() {
        for word in [
            "std::fs",
            "std::io",
            "std::env",
            "std::net",
            "std::process",
            "std::time",
            "SystemTime",
            "::now()",
            "println!",
            "eprintln!",
        ] {
            let given = word == "std::io" && WRITERS.contains(&file.as_str());
            assert!(given || !code.contains(word), "{file} has {word}");
        }
    }
}

/// A reason that cites this library's own rules sends a reader to a place that is there.
#[test]
fn every_rule_of_its_own_that_the_library_cites_is_in_its_documentation() {
    let root = root().join("src");
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let (promises, rules) = (read("lib.rs"), read("policy/mod.rs"));
    let mut cited = 0;
    for (file, code) in sources() {
        for place in code.split("Citation::policy(").skip(1) {
            let place = place.trim_start().trim_start_matches('"');
            let place = place.split('"').next().unwrap_or_default();
            let stated = match place.rsplit_once(' ') {
                Some(("reading rule", number)) => rules.contains(&format!("//! {number}. **")),
                Some(("promise", number)) => promises.contains(&format!("//! {number}. **")),
                // One in words says all there is to say.
                Some(_) => true,
                None => rules.contains(&format!("`tearline policy {place}`")),
            };
            assert!(stated, "{file}: {place}");
            cited += 1;
        }
    }
    assert!(cited > 10);
}

#[test]
fn the_readme_and_the_changelog_name_this_version() {
    let (readme, changes) = (
        include_str!("../../README.md"),
        include_str!("../../CHANGELOG.md"),
    );
    let (version, _) = env!("CARGO_PKG_VERSION").rsplit_once('.').unwrap();
    assert!(readme.contains(&format!("tearline = \"{version}\"")));
    assert!(changes.contains(concat!("\n## ", env!("CARGO_PKG_VERSION"))));
    assert!(readme.contains(concat!("(", env!("CARGO_PKG_RUST_VERSION"), " or later)")));
}

/// Whoever adds a rule adds it to the list of its floor, and explains it.
#[test]
fn every_rule_of_the_source_is_listed_and_explained() {
    let listed: Vec<&str> = Rule::all().map(|rule| rule.code).collect();
    let mut found = 0;
    for (file, code) in sources() {
        for code in codes(&code) {
            let rule = Rule::of_code(&code);
            assert!(rule.is_some(), "{file}: {code} is not among Rule::all()");
            let explained = rule.and_then(Rule::explanation);
            assert!(explained.is_some(), "{file}: {code} is not explained");
            found += 1;
        }
    }
    assert_eq!(found, listed.len(), "{listed:?}");
}

/// The codes of the rules that a file states, each by itself (`static X: Rule = …`) or in a table of `rules!`.
fn codes(code: &str) -> Vec<String> {
    let literal = |text: &str| text.split('"').nth(1).unwrap_or_default().to_owned();
    let mut codes: Vec<String> = code
        .split(": Rule = ")
        .skip(1)
        .filter(|rest| rest.starts_with("Rule {") || rest.starts_with("rule("))
        // What a macro puts in is in its table.
        .filter_map(|rest| rest.split(';').next())
        .map(literal)
        .filter(|code| is_code(code))
        .collect();
    for table in code.split("rules! {\n").skip(1) {
        let table = table.split("\n}").next().unwrap_or_default();
        for severity in [" Note, \"", " Warning, \"", " Error, \""] {
            codes.extend(table.split(severity).skip(1).filter_map(|rest| {
                let code = rest.split('"').next().unwrap_or_default();
                is_code(code).then(|| code.to_owned())
            }));
        }
    }
    codes
}

fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Each public enum and struct of the library by its name, with what stands above it, and its body.
fn public_types() -> Vec<(String, String, String, String)> {
    let mut types = Vec::new();
    for (file, code) in sources() {
        let lines: Vec<&str> = code.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            for kind in ["enum", "struct"] {
                let Some(rest) = line.strip_prefix(&format!("pub {kind} ")) else {
                    continue;
                };
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
                let above: Vec<&str> = lines[..at]
                    .iter()
                    .rev()
                    .take_while(|line| !line.is_empty() && **line != "}")
                    .copied()
                    .collect();
                let end = lines[at..]
                    .iter()
                    .position(|line| *line == "}" || line.ends_with(");"));
                let body = &lines[at..=at + end.unwrap_or_default()];
                types.push((
                    format!("{file}: {kind} {name}"),
                    name,
                    above.join("\n"),
                    body.join("\n"),
                ));
            }
        }
    }
    types
}

/// The rule stands in the documentation of the crate; what it names as complete is all that is.
#[test]
fn what_may_grow_is_as_the_documentation_says() {
    let docs = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let section = docs
        .split("//! # ")
        .find(|text| text.starts_with("What may grow"));
    let complete: Vec<&str> = section
        .unwrap()
        .split("[`")
        .skip(1)
        .filter_map(|rest| rest.split("`]").next())
        .filter_map(|path| path.rsplit("::").next())
        .filter(|name| name.chars().any(char::is_lowercase) && name.starts_with(char::is_uppercase))
        .collect();
    let mut seen = 0;
    for (what, name, above, body) in public_types() {
        let grows = above.contains("#[non_exhaustive]");
        let is_enum = body.starts_with("pub enum");
        let open = is_enum || body.contains("\n    pub ") || body.contains("(pub ");
        if name.ends_with("Error") && is_enum {
            assert!(grows, "{what} is an error and is not non_exhaustive");
        } else if open {
            let listed = is_enum && complete.contains(&name.as_str());
            // One name may be that of two types, of which one is complete.
            assert!(grows || listed, "{what} may grow and is not non_exhaustive");
        }
        seen += usize::from(open);
    }
    assert!(seen > 40, "{seen}");
    for name in complete {
        let is = |(_, other, above, body): &(String, String, String, String)| {
            other == name && body.starts_with("pub enum") && !above.contains("#[non_exhaustive]")
        };
        assert!(
            public_types().iter().any(is),
            "{name} is listed, and may grow or is no enum"
        );
    }
}

/// Whoever adds a type to the public face shows how it is used; of the members beside the library, whoever adds a type.
#[test]
fn every_public_type_and_function_has_an_example() {
    let mut seen = 0;
    for (folder, kinds) in [
        ("src", &["enum ", "struct ", "fn ", "const ", "static "][..]),
        ("crates/tearline-files/src", &["enum ", "struct "]),
        ("crates/tearline-propose/src", &["enum ", "struct "]),
    ] {
        let kinds: Vec<String> = kinds.iter().map(|kind| format!("pub {kind}")).collect();
        for (file, text) in files_in(folder) {
            let lines: Vec<&str> = text.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                if !kinds.iter().any(|kind| line.starts_with(kind.as_str())) {
                    continue;
                }
                let above = lines[..at].iter().rev();
                let mut above = above.take_while(|line| !line.is_empty() && **line != "}");
                assert!(
                    above.any(|line| *line == "/// ```"),
                    "{folder}/{file}: {line}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
