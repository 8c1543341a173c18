//! What several tests need.

use std::path::PathBuf;

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// The folder of the repository, in which `tests` lies.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// The documents of the fixtures folder that are text, by name, in order.
pub(crate) fn fixtures() -> Vec<(String, String)> {
    let mut fixtures = Vec::new();
    for entry in std::fs::read_dir(root().join("tests/fixtures")).unwrap() {
        let path = entry.unwrap().path();
        if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            fixtures.push((name, text));
        }
    }
    fixtures.sort();
    fixtures
}

/// The folder of real documents, where this machine has it. A test that finds none says that it was left out.
pub(crate) fn corpus(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TEARLINE_CORPUS")
        .map_or_else(|| root().join("../shared/corpus"), PathBuf::from);
    let path = root.join(folder);
    if path.exists() {
        return Some(path);
    }
    println!("left out: no real documents at {}", path.display());
    None
}

/// A property over so many cases, the same ones in every run; where `PROPTEST_CASES` is set, over that many others.
/// Nothing is written beside the tests.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return config;
    }
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(1958),
        ..config
    }
}
