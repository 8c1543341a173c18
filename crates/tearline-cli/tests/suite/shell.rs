//! Completions, manual pages, the version, and the program for SQL.

use crate::support::{assert_fails, file, folder, names, out, run, status, tearline};

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

#[test]
fn a_missing_program_for_sql_is_named_with_how_to_install_it() {
    let folder = folder("sql-missing");
    let mut program = tearline(&folder);
    let done = program
        .args(["sql", "SELECT 1"])
        .env("PATH", &folder)
        .output()
        .unwrap();
    let error = assert_fails(&done);
    assert!(
        error.contains("cargo install --locked --path crates/tearline-datafusion"),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn sql_is_handed_over_with_its_options_and_its_status() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder("sql");
    let script = file(&folder, "tearline-sql", "#!/bin/sh\necho \"$@\"\nexit 7\n");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    for (given, shown) in [
        (
            &["sql", "--output", "a.csv", "SELECT 1"][..],
            "--output a.csv SELECT 1\n",
        ),
        (&["sql", "--help"], "--help\n"),
    ] {
        let done = tearline(&folder)
            .args(given)
            .env("PATH", &path)
            .output()
            .unwrap();
        assert_eq!((status(&done), out(&done).as_str()), (7, shown));
    }
}
