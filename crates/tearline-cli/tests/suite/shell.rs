//! Completions, manual pages, the version.

use crate::support::{folder, names, out, run, status};

#[test]
fn a_shell_can_be_told_of_the_program() {
    let folder = folder("shell");
    for shell in ["bash", "zsh", "fish"] {
        assert!(
            out(&run(&folder, &["completions", shell])).contains("tearline"),
            "{shell}"
        );
    }
    assert_eq!(status(&run(&folder, &["man", "man1"])), 0);
    let pages = names(&folder.join("man1"));
    assert!(
        pages.contains(&"tearline.1".to_owned())
            && pages.contains(&"tearline-release.1".to_owned()),
        "{pages:?}"
    );
    assert_eq!(
        out(&run(&folder, &["--version"])),
        format!("tearline {}\n", env!("CARGO_PKG_VERSION"))
    );
}
