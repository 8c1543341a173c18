//! `tearline foia`.

use std::fs;

use crate::support::{SECRET, clean, err, file, folder, names, out, run, status, tearline};

#[test]
fn a_package_is_whole_or_not_there_and_says_nothing_of_what_is_not_there() {
    let folder = folder("package");
    file(&folder, "in/cable.txt", clean());
    let output = run(
        &folder,
        &["foia", "in/cable.txt", "none", "--output", "out"],
    );
    assert_eq!(status(&output), 1);
    assert_eq!(out(&output), "");
    assert!(!err(&output).contains(SECRET));
    assert_eq!(names(&folder), ["in"]);

    let numbered = |first: &str| {
        let inputs = ["foia", "in/cable.txt", "in/cable.txt", "--output", "out/"];
        tearline(&folder)
            .args(inputs)
            .args(["--first", first, "--sbu-exemption", "b5"])
            .output()
            .unwrap()
    };
    assert_eq!(status(&numbered("4294967295")), 2);
    // An empty folder may be there, and a line's end completes its name with a slash.
    fs::create_dir(folder.join("out")).unwrap();
    let output = numbered("7");
    assert_eq!(status(&output), 0, "{}", err(&output));
    let lines = out(&output);
    let numbers: Vec<&str> = lines
        .lines()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(numbers, ["C00000007", "C00000008"]);
    assert_eq!(names(&folder), ["in", "out"]);
    assert_eq!(
        names(&folder.join("out")),
        [
            "C00000007.html",
            "C00000007.pdf",
            "C00000008.html",
            "C00000008.pdf",
            "index.csv",
            "index.html",
            "index.json"
        ]
    );
    assert_eq!(status(&numbered("7")), 1, "it is there already");
}

#[test]
fn what_is_undecided_is_an_error_and_denied() {
    let folder = folder("draft");
    file(&folder, "cable.txt", clean());
    let output = run(&folder, &["foia", "cable.txt", "--output", "out"]);
    assert_eq!(status(&output), 3);
    assert!(
        err(&output).contains("cable.txt: error[exemption-undecided]"),
        "{}",
        err(&output)
    );
    assert!(folder.join("out/index.csv").exists());
}

/// What lies beside the output under a like name is somebody's.
#[test]
fn nothing_that_was_there_before_is_removed() {
    let folder = folder("neighbours");
    file(&folder, "cable.txt", clean());
    fs::create_dir(folder.join("package.part")).unwrap();
    run(&folder, &["foia", "cable.txt", "--output", "package"]);
    assert_eq!(names(&folder), ["cable.txt", "package", "package.part"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_that_is_ended_leaves_nothing_behind() {
    use std::time::{Duration, Instant};
    let folder = folder("foia-ended");
    for number in 0..400 {
        file(&folder, &format!("in/{number}.txt"), clean().repeat(40));
    }
    let mut child = tearline(&folder)
        .args(["foia", "in", "--output", "out"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    // Once it writes.
    while names(&folder).len() < 2 && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let ended = std::process::Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(ended.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(names(&folder), ["in"]);
}
