//! Which file of the library takes names from which, and where the arrows run in a circle.
//!
//! The source is read as tokens. A `use` with whatever groups it has, and a path in an expression or a type
//! (`super::lead::scan(…)`, `crate::marking::Label`), is followed through modules and facades (`pub use`) to the file that
//! defines the name. A method that an upper file adds to a lower type draws no arrow: its caller names the type.

use std::collections::{BTreeMap, BTreeSet};

/// From a file to the files whose names it takes, with those names.
pub(super) type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The arrows between `files`, each its path below `src` and its text.
pub(super) fn arrows(files: &[(String, String)]) -> Arrows {
    let house = House::new(files);
    let mut arrows = Arrows::new();
    for (module, room) in &house.rooms {
        for path in &room.paths {
            let Some((file, name)) = house.defines(module, path, 0) else {
                continue;
            };
            if file != room.file {
                arrows
                    .entry(room.file.clone())
                    .or_default()
                    .entry(file)
                    .or_default()
                    .insert(name);
            }
        }
    }
    arrows
}

/// Every circle, as the files on it: the strongly connected components with more than one.
pub(super) fn circles(arrows: &Arrows) -> Vec<BTreeSet<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = arrows
        .keys()
        .map(|from| (from.as_str(), reached(arrows, from)))
        .collect();
    let mut circles: Vec<BTreeSet<String>> = Vec::new();
    for (from, to) in &reached {
        let back = |other: &&&str| reached.get(**other).is_some_and(|back| back.contains(from));
        let circle: BTreeSet<String> = to.iter().filter(back).map(|s| (*s).to_owned()).collect();
        if circle.len() > 1 && !circles.contains(&circle) {
            circles.push(circle);
        }
    }
    circles
}

/// The arrows that make a circle, a line each.
pub(super) fn ties(arrows: &Arrows, circle: &BTreeSet<String>) -> String {
    let mut lines = String::new();
    for from in circle {
        for (to, names) in arrows.get(from).into_iter().flatten() {
            if circle.contains(to) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                lines += &format!("  {from} -> {to}: {}\n", names.join(", "));
            }
        }
    }
    lines
}

fn reached<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(file) = open.pop() {
        for to in arrows.get(&file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(to.as_str()) {
                open.push(to.clone());
            }
        }
    }
    reached
}

type Path = Vec<String>;

/// One module: its file, what its `use` lines call by which name, and every path that it writes.
struct Room {
    file: String,
    imports: BTreeMap<String, Path>,
    paths: BTreeSet<Path>,
}

/// Every module by its path from the root of the crate.
struct House {
    rooms: BTreeMap<Path, Room>,
}

impl House {
    fn new(files: &[(String, String)]) -> Self {
        let rooms = files.iter().map(|(file, text)| {
            let mut room = Room {
                file: file.clone(),
                imports: BTreeMap::new(),
                paths: BTreeSet::new(),
            };
            room.read(&tokens(text));
            (module_of(file), room)
        });
        Self {
            rooms: rooms.collect(),
        }
    }

    /// The file that defines what `path` names inside `module`, and the name; `None` for what is not of this crate, and for a
    /// module.
    fn defines(
        &self,
        module: &[String],
        path: &[String],
        depth: usize,
    ) -> Option<(String, String)> {
        let (first, mut rest) = path.split_first()?;
        let mut at = module.to_vec();
        match first.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => drop(at.pop()),
            name => {
                let room = self.rooms.get(module)?;
                let whole = |import: &Path| [import, rest].concat();
                if let Some(import) = room.imports.get(name).filter(|_| depth < MOST) {
                    return self.defines(module, &whole(import), depth + 1);
                }
                at.push(name.to_owned());
                self.rooms.get(&at)?;
            }
        }
        while let Some((name, behind)) = rest.split_first() {
            if name == "super" {
                at.pop();
                rest = behind;
                continue;
            }
            let child = [at.as_slice(), std::slice::from_ref(name)].concat();
            let room = self.rooms.get(&at)?;
            if self.rooms.contains_key(&child)
                && !(behind.is_empty() && room.imports.contains_key(name))
            {
                at = child;
                rest = behind;
                continue;
            }
            // What a facade hands on is defined elsewhere; anything else is defined here.
            return match room.imports.get(name).filter(|_| depth < MOST) {
                Some(import) => self.defines(&at, &[import.as_slice(), behind].concat(), depth + 1),
                None => Some((room.file.clone(), name.clone())),
            };
        }
        // A module by itself: what is taken from it is named where it is used.
        None
    }
}

/// How often a name may be handed on.
const MOST: usize = 16;

/// `marking/mod.rs` is the module `marking`, `marking/level.rs` is `marking::level`, `lib.rs` is the crate.
fn module_of(file: &str) -> Path {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let parts = path.split('/').filter(|part| *part != "lib");
    parts.map(str::to_owned).collect()
}

impl Room {
    fn read(&mut self, tokens: &[String]) {
        let at = |place: usize| tokens.get(place).map_or("", String::as_str);
        let mut place = 0;
        while place < tokens.len() {
            match at(place) {
                // `pub(in super::super)` names no more than a place.
                "pub" if at(place + 1) == "(" => {
                    while place < tokens.len() && at(place) != ")" {
                        place += 1;
                    }
                }
                "use" => {
                    place += 1;
                    self.imported(tokens, &mut place, &[]);
                    continue;
                }
                word if is_word(word) && at(place + 1) == "::" && before(tokens, place) => {
                    let mut path = vec![word.to_owned()];
                    while at(place + 1) == "::" && is_word(at(place + 2)) {
                        path.push(at(place + 2).to_owned());
                        place += 2;
                    }
                    self.paths.insert(path);
                }
                _ => {}
            }
            place += 1;
        }
    }

    /// Reads the tree of a `use`, from `place` on, below `head`.
    fn imported(&mut self, tokens: &[String], place: &mut usize, head: &[String]) {
        let at = |place: usize| tokens.get(place).map_or("", String::as_str);
        let mut path = head.to_vec();
        loop {
            match at(*place) {
                "{" => {
                    *place += 1;
                    while at(*place) != "}" {
                        self.imported(tokens, place, &path);
                        if at(*place) == "," {
                            *place += 1;
                        }
                        assert!(*place < tokens.len(), "a `use` without an end");
                    }
                    *place += 1;
                    return;
                }
                "::" => *place += 1,
                "*" => panic!("a glob hides what it takes: {}", path.join("::")),
                word if is_word(word) && word != "as" => {
                    // `{self, b}`: the module before the braces.
                    if word != "self" || path.is_empty() {
                        path.push(word.to_owned());
                    }
                    *place += 1;
                }
                _ => break,
            }
        }
        let mut name = path.last().cloned().unwrap_or_default();
        if at(*place) == "as" {
            name = at(*place + 1).to_owned();
            *place += 2;
        }
        self.paths.insert(path.clone());
        self.imports.insert(name, path);
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Whether a path can begin at `place`.
fn before(tokens: &[String], place: usize) -> bool {
    let last = place.checked_sub(1).and_then(|place| tokens.get(place));
    !last.is_some_and(|last| last == "::" || last == ".")
}

/// Words and signs, without comments, texts, and what is compiled for tests alone.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = |place: usize| chars.get(place).copied().unwrap_or('\0');
    let mut tokens: Vec<String> = Vec::new();
    let mut place = 0;
    while place < chars.len() {
        let c = at(place);
        if c == '/' && at(place + 1) == '/' {
            while place < chars.len() && at(place) != '\n' {
                place += 1;
            }
        } else if c == '/' && at(place + 1) == '*' {
            place += 2;
            while place < chars.len() && !(at(place) == '*' && at(place + 1) == '/') {
                place += 1;
            }
            place += 2;
        } else if c == '"' {
            place = behind_text(&chars, place);
        } else if matches!(c, 'r' | 'b') && raw(&chars, place).is_some() {
            place = raw(&chars, place).unwrap_or(place + 1);
        } else if c == '\'' {
            // A character, or a lifetime.
            if at(place + 1) == '\\' {
                place += 3;
                while place < chars.len() && at(place) != '\'' {
                    place += 1;
                }
                place += 1;
            } else if at(place + 2) == '\'' {
                place += 3;
            } else {
                place += 1;
                while at(place).is_alphanumeric() || at(place) == '_' {
                    place += 1;
                }
            }
        } else if c.is_alphanumeric() || c == '_' {
            let start = place;
            while at(place).is_alphanumeric() || at(place) == '_' {
                place += 1;
            }
            tokens.push(chars[start..place].iter().collect());
        } else if c == ':' && at(place + 1) == ':' {
            tokens.push("::".to_owned());
            place += 2;
        } else {
            if !c.is_whitespace() {
                tokens.push(c.to_string());
            }
            place += 1;
        }
    }
    without_tests(tokens)
}

fn behind_text(chars: &[char], open: usize) -> usize {
    let mut place = open + 1;
    while place < chars.len() && chars[place] != '"' {
        place += if chars[place] == '\\' { 2 } else { 1 };
    }
    place + 1
}

/// Where a raw or byte text that begins here ends: `r"…"`, `br#"…"#`, `b"…"`, `b'…'`.
fn raw(chars: &[char], start: usize) -> Option<usize> {
    let at = |place: usize| chars.get(place).copied().unwrap_or('\0');
    // The last letter of a word begins no text.
    if start > 0 && (at(start - 1).is_alphanumeric() || at(start - 1) == '_') {
        return None;
    }
    let mut place = start;
    if at(place) == 'b' {
        place += 1;
        if at(place) == '"' {
            return Some(behind_text(chars, place));
        }
        if at(place) == '\'' {
            place += if at(place + 1) == '\\' { 2 } else { 1 };
            return (place + 1..chars.len())
                .find(|place| at(*place) == '\'')
                .map(|place| place + 1);
        }
    }
    if at(place) != 'r' {
        return None;
    }
    place += 1;
    let signs = chars.iter().skip(place).take_while(|c| **c == '#').count();
    place += signs;
    if at(place) != '"' {
        return None;
    }
    (place + 1..chars.len())
        .find(|end| at(*end) == '"' && (1..=signs).all(|sign| at(end + sign) == '#'))
        .map(|end| end + 1 + signs)
}

/// Leaves out every item behind `#[cfg(test)]` or `#[cfg(doctest)]`.
fn without_tests(tokens: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let is = |words: &[&str]| {
            let here = tokens.iter().skip(place).take(words.len());
            here.map(String::as_str).eq(words.iter().copied())
        };
        if is(&["#", "[", "cfg", "(", "test", ")", "]"])
            || is(&["#", "[", "cfg", "(", "doctest", ")", "]"])
        {
            place = behind_item(&tokens, place + 7);
        } else {
            kept.push(tokens[place].clone());
            place += 1;
        }
    }
    kept
}

/// Where the item that begins here ends: behind its semicolon or its braces.
fn behind_item(tokens: &[String], start: usize) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(start) {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return place + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return place + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> (Arrows, Vec<BTreeSet<String>>) {
        let files: Vec<(String, String)> = files
            .iter()
            .map(|(file, text)| ((*file).to_owned(), (*text).to_owned()))
            .collect();
        let arrows = arrows(&files);
        let circles = circles(&arrows);
        (arrows, circles)
    }

    fn takes(arrows: &Arrows, from: &str, to: &str) -> Vec<String> {
        let names = arrows.get(from).and_then(|to_all| to_all.get(to));
        names.into_iter().flatten().cloned().collect()
    }

    #[test]
    fn groups_facades_and_paths_are_followed_to_the_file_that_defines_the_name() {
        let (arrows, circles) = found(&[
            (
                "lib.rs",
                "pub mod low; mod high; mod span; pub use span::Span;",
            ),
            ("span.rs", "pub struct Span;"),
            (
                "low/mod.rs",
                "//! crate::high::Text\nmod level; mod mark; mod room; pub use mark::{Mark, inner::{self}}; pub use level::Level;",
            ),
            (
                "low/level.rs",
                "use crate::{Span as Place}; pub enum Level { A } #[cfg(test)] mod tests { use crate::high::x; }",
            ),
            (
                "low/mark.rs",
                "use super::Level; const A: &str = \"crate::high::y\"; const B: char = '\"'; fn f<'a>(x: &'a str) -> Level { super::room::deep::run(x) }",
            ),
            ("low/room/mod.rs", "pub(super) mod deep;"),
            (
                "low/room/deep.rs",
                "pub(in super::super) fn run() { crate::low::Level::A; }",
            ),
            (
                "high.rs",
                "use crate::low::{self, Mark, Level as L}; fn g() { low::Level::A; }",
            ),
        ]);
        assert_eq!(takes(&arrows, "low/level.rs", "span.rs"), ["Span"]);
        assert_eq!(takes(&arrows, "low/mark.rs", "low/level.rs"), ["Level"]);
        assert_eq!(takes(&arrows, "low/mark.rs", "low/room/deep.rs"), ["run"]);
        assert_eq!(
            takes(&arrows, "low/room/deep.rs", "low/level.rs"),
            ["Level"]
        );
        assert_eq!(takes(&arrows, "high.rs", "low/level.rs"), ["Level"]);
        assert_eq!(takes(&arrows, "high.rs", "low/mark.rs"), ["Mark"]);
        assert!(takes(&arrows, "low/level.rs", "high.rs").is_empty());
        assert!(takes(&arrows, "low/mark.rs", "high.rs").is_empty());
        assert!(takes(&arrows, "low/room/deep.rs", "low/mod.rs").is_empty());
        assert_eq!(circles, Vec::<BTreeSet<String>>::new());
    }

    #[test]
    fn a_circle_is_found_through_a_facade_and_through_a_path() {
        let (arrows, circles) = found(&[
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod one; mod two; mod three; pub use one::One;"),
            (
                "a/one.rs",
                "pub struct One; impl One { fn f() { super::two::help(); } }",
            ),
            (
                "a/two.rs",
                "use super::three; pub fn help() { three::go() }",
            ),
            ("a/three.rs", "use super::One; pub fn go() {}"),
        ]);
        assert_eq!(circles.len(), 1);
        let files: Vec<&str> = circles[0].iter().map(String::as_str).collect();
        assert_eq!(files, ["a/one.rs", "a/three.rs", "a/two.rs"]);
        assert_eq!(
            ties(&arrows, &circles[0]),
            "  a/one.rs -> a/two.rs: help\n  a/three.rs -> a/one.rs: One\n  a/two.rs -> a/three.rs: go\n"
        );
    }

    #[test]
    fn what_a_parent_defines_itself_ties_its_children_to_it() {
        let (_, circles) = found(&[
            ("lib.rs", "mod a;"),
            (
                "a/mod.rs",
                "mod one; pub use one::One; pub struct Whole(One);",
            ),
            ("a/one.rs", "pub struct One; fn f(x: super::Whole) {}"),
        ]);
        assert_eq!(circles.len(), 1);
    }
}
