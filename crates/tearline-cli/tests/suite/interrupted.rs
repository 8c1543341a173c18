//! A run of `tearline corpus` that ends before its end: by a signal, by a full disk, by documents that vanish.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{clean, err, file, folder, names, out, rows, run, status, tearline};

const DAY: [&str; 2] = ["--as-of", "2010-01-01"];

/// Documents enough that a run takes a while.
fn documents(folder: &Path, count: usize) {
    for number in 0..count {
        let name = format!("in/{:02}/{number}.txt", number % 20);
        file(folder, &name, clean().repeat(1 + number % 3));
    }
    file(folder, "in/07/none.txt", "");
}

fn started(folder: &Path, output: &str) -> Child {
    tearline(folder)
        .args(["corpus", "in", "--output", output])
        .args(DAY)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn whole(folder: &Path, output: &str) -> std::process::Output {
    run(
        folder,
        &[&["corpus", "in", "--output", output], &DAY[..]].concat(),
    )
}

fn taken(part: &Path) -> u64 {
    let state = fs::read(part.join("state.json")).unwrap_or_default();
    let state: serde_json::Value = serde_json::from_slice(&state).unwrap_or_default();
    state["taken"].as_u64().unwrap_or(0)
}

/// Ends a run once it has kept how far it came.
fn ended_by(signal: &str, folder: &Path, output: &str) -> Option<i32> {
    let part = folder.join(format!("{output}.part"));
    let before = taken(&part);
    let mut child = started(folder, output);
    let begun = Instant::now();
    while taken(&part) <= before && begun.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(2));
    }
    let killed = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    child.wait().unwrap().code()
}

/// Every file below a folder with what it holds; the folder or file itself where it is one.
fn held(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut paths = vec![path.to_owned()];
    while let Some(next) = paths.pop() {
        if next.is_dir() {
            paths.extend(fs::read_dir(&next).unwrap().map(|it| it.unwrap().path()));
            files.push((next.strip_prefix(path).unwrap().to_owned(), Vec::new()));
        } else {
            let within = next.strip_prefix(path).unwrap().to_owned();
            files.push((within, fs::read(&next).unwrap()));
        }
    }
    files.sort();
    files
}

#[cfg(unix)]
#[test]
fn a_killed_run_goes_on_and_comes_to_the_same() {
    let folder = folder("interrupted");
    documents(&folder, 2200);
    for (output, beside) in [
        ("tree", None),
        ("all.jsonl", Some("all.")),
        ("all2.jsonl.zst", Some("all2.")),
        ("all3.zip", Some("all3.")),
    ] {
        let straight = format!("straight-{output}");
        let expected = whole(&folder, &straight);
        assert_eq!(status(&expected), 1, "{}", err(&expected));
        assert_eq!(ended_by("-KILL", &folder, output), None);
        assert!(!folder.join(output).exists(), "nothing half made");
        let part = folder.join(format!("{output}.part"));
        assert!(part.exists());
        // Other arguments are another run, also while this one lies there.
        let other = run(&folder, &["corpus", "in", "--output", output]);
        assert_eq!(status(&other), 1);
        assert!(err(&other).contains("other arguments"), "{}", err(&other));
        if output == "tree" {
            // Ended by a person it keeps all that it has.
            assert_eq!(ended_by("-TERM", &folder, output), Some(130));
        }
        let before = taken(&part);
        let done = whole(&folder, output);
        assert_eq!(status(&done), 1);
        assert!(
            err(&done).contains(&format!("goes on behind the first {before} of a run")),
            "{before} {}",
            err(&done)
        );
        assert!(before > 0 && before < 2201, "{before}");
        assert_eq!(out(&done), out(&expected));
        assert!(
            err(&done).ends_with("corpus: 1 of 2201 could not be processed; the others were\n")
        );
        assert!(!part.exists());
        assert!(
            held(&folder.join(output)) == held(&folder.join(&straight)),
            "{output}"
        );
        for name in [
            "index.jsonl",
            "failures.jsonl",
            "index.html",
            "index-2.html",
        ] {
            let of = |stem: &str| match beside {
                None => fs::read(folder.join(format!("{stem}{output}")).join(name)).unwrap(),
                Some(beside) => fs::read(folder.join(format!("{stem}{beside}{name}"))).unwrap(),
            };
            let same = |one: Vec<u8>, other: Vec<u8>| {
                let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
                text(one) == text(other).replace("straight-", "")
            };
            assert!(same(of(""), of("straight-")), "{output} {name}");
        }
    }
    assert!(names(&folder).iter().all(|name| !name.ends_with(".part")));
}

#[cfg(unix)]
#[test]
fn a_run_whose_documents_have_changed_begins_again() {
    let folder = folder("interrupted-changed");
    documents(&folder, 3000);
    assert_eq!(ended_by("-KILL", &folder, "out"), None);
    // The first of all is gone, and so may be what lies behind the last that was taken in.
    fs::remove_file(folder.join("in/00/0.txt")).unwrap();
    for number in 2000..3000 {
        let _ = fs::remove_file(folder.join(format!("in/{:02}/{number}.txt", number % 20)));
    }
    let done = whole(&folder, "out");
    assert!(err(&done).contains("it begins again"), "{}", err(&done));
    whole(&folder, "straight");
    assert!(held(&folder.join("out")) == held(&folder.join("straight")));

    // Only what was not taken in yet is gone: nothing of it stays.
    assert_eq!(ended_by("-KILL", &folder, "late"), None);
    fs::remove_dir_all(folder.join("in/19")).unwrap();
    fs::remove_dir_all(folder.join("in/18")).unwrap();
    assert_eq!(status(&whole(&folder, "late")), 1);
    whole(&folder, "late-straight");
    assert!(held(&folder.join("late")) == held(&folder.join("late-straight")));
    assert!(!folder.join("late/19").exists());
}

#[cfg(unix)]
#[test]
fn two_runs_do_not_write_the_same() {
    let folder = folder("interrupted-twice");
    documents(&folder, 3000);
    let mut first = started(&folder, "out");
    let begun = Instant::now();
    while !folder.join("out.part/state.json").exists() && begun.elapsed() < Duration::from_secs(60)
    {
        std::thread::sleep(Duration::from_millis(2));
    }
    let second = whole(&folder, "out");
    assert_eq!(status(&second), 1);
    assert!(
        err(&second).contains("another run is writing there"),
        "{}",
        err(&second)
    );
    first.kill().unwrap();
    first.wait().unwrap();
    // A folder of that name which no run has left is nobody's to write over.
    file(&folder, "mine.part/letter.txt", "mine");
    let third = whole(&folder, "mine");
    assert_eq!(status(&third), 1);
    assert_eq!(names(&folder.join("mine.part")), ["letter.txt"]);
}

/// A small disk, where this user may make one.
#[cfg(target_os = "linux")]
struct Disk(PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    fn new(path: PathBuf, size: &str) -> Option<Self> {
        fs::create_dir_all(&path).unwrap();
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(&path)
            .output();
        made.is_ok_and(|made| made.status.success())
            .then_some(Self(path))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_on_a_full_disk_goes_on_when_there_is_room() {
    let folder = folder("interrupted-full");
    documents(&folder, 2000);
    let Some(disk) = Disk::new(folder.join("disk"), "1m") else {
        println!("left out: this user may not make a disk (mount -t tmpfs)");
        return;
    };
    for output in ["disk/out", "disk/all.jsonl", "disk/all.zip"] {
        let stopped = whole(&folder, output);
        assert_eq!(status(&stopped), 1, "{output}");
        let said = err(&stopped);
        assert!(
            said.contains("No space left on device") && said.contains("goes on from there"),
            "{output}: {said}"
        );
        assert!(!folder.join(output).exists(), "{output}");
        let larger = Command::new("mount")
            .args(["-o", "remount,size=64m"])
            .arg(&disk.0)
            .status()
            .unwrap();
        assert!(larger.success());
        let done = whole(&folder, output);
        assert!(
            err(&done).ends_with("1 of 2001 could not be processed; the others were\n"),
            "{output}: {}",
            err(&done)
        );
        let straight = format!("straight-{}", output.replace('/', "-"));
        whole(&folder, &straight);
        assert!(
            held(&folder.join(output)) == held(&folder.join(straight)),
            "{output}"
        );
        fs::remove_dir_all(folder.join(output)).unwrap_or_default();
        for name in names(&disk.0) {
            let _ = fs::remove_file(disk.0.join(name));
        }
        let smaller = Command::new("mount")
            .args(["-o", "remount,size=1m"])
            .arg(&disk.0)
            .status()
            .unwrap();
        assert!(smaller.success());
    }
}

/// What may not be read is a failure, and so is what is there in the listing and gone when it is read.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_read_is_listed() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder("unreadable");
    file(&folder, "in/good.txt", clean());
    file(&folder, "in/shut/a.txt", clean());
    file(&folder, "in/shut.txt", clean());
    file(&folder, "outside/b.txt", clean());
    symlink("gone.txt", folder.join("in/link.txt")).unwrap();
    symlink("../outside", folder.join("in/round")).unwrap();
    symlink("good.txt", folder.join("in/same.txt")).unwrap();
    let pipe = Command::new("mkfifo")
        .arg(folder.join("in/pipe.zip"))
        .status();
    assert!(pipe.unwrap().success());
    for name in ["in/shut", "in/shut.txt"] {
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    // Root may read everything.
    let everything = fs::read(folder.join("in/shut.txt")).is_ok();
    let output = if everything {
        let setpriv = Command::new("setpriv")
            .args(["--reuid=65534", "--clear-groups", "--bounding-set=-all"])
            .arg("true")
            .status();
        if !setpriv.is_ok_and(|status| status.success()) {
            println!("left out: root may read everything, and there is no setpriv");
            return;
        }
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
        Command::new("setpriv")
            .args(["--reuid=65534", "--clear-groups", "--bounding-set=-all"])
            .arg(env!("CARGO_BIN_EXE_tearline"))
            .args(["corpus", "in", "--output", "out"])
            .args(DAY)
            .current_dir(&folder)
            .output()
            .unwrap()
    } else {
        whole(&folder, "out")
    };
    for name in ["in/shut", "in/shut.txt"] {
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    assert_eq!(status(&output), 1, "{}", err(&output));
    let failures: Vec<String> = rows(&folder.join("out/failures.jsonl"))
        .iter()
        .map(|row| {
            format!(
                "{}: {}",
                row["path"].as_str().unwrap(),
                row["error"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        failures,
        [
            "link.txt: No such file or directory (os error 2)",
            "pipe.zip: not a file",
            "round: not a file",
            "shut: Permission denied (os error 13)",
            "shut.txt: Permission denied (os error 13)",
        ]
    );
    assert!(folder.join("out/same.txt").is_file());
}
