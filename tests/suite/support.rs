//! What several tests need.

use std::path::PathBuf;

use proptest::prelude::ProptestConfig;

/// The folder of real documents, where this machine has it. A test that finds none says that it was left out.
pub(crate) fn corpus(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TEARLINE_CORPUS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    let path = root.join(folder);
    if path.exists() {
        return Some(path);
    }
    println!("left out: no real documents at {}", path.display());
    None
}

/// A property over so many cases, or more where `PROPTEST_CASES` asks for more. Nothing is written beside the tests.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig {
        cases: config.cases.max(cases),
        failure_persistence: None,
        ..config
    }
}
