//! What several tests need.

use std::path::PathBuf;

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
