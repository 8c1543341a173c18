//! A case at its end: index, log, and everything under its name.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tearline::render::{Entry, Row, index_html, index_json, index_pdf, log_html, log_rows};

use super::job::Kept;
use crate::commands::corpus::error::Error;
use crate::commands::corpus::finish::put;
use crate::commands::corpus::index::Failed;
use crate::commands::corpus::ledger::{Ledger, sync, sync_folder};
use crate::commands::corpus::page::lines;
use crate::commands::corpus::sink::TREE;
use crate::commands::corpus::target::{FAILURES, INDEX};

/// What the case was made of, in the folder of a run in the making.
const CASE: &str = "case";
const OLD: &str = "old";

/// The folder in which a package is made until it is whole.
pub(super) fn part(target: &Path) -> PathBuf {
    let mut part = target.as_os_str().to_owned();
    part.push(".part");
    PathBuf::from(part)
}

/// Refuses an output that is there, and not empty.
pub(super) fn may_be_written(target: &Path) -> Result<(), Error> {
    let there = match fs::read_dir(target) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => fs::symlink_metadata(target).is_ok(),
    };
    match there {
        true => Err(Error::There {
            path: target.to_owned(),
        }),
        false => Ok(()),
    }
}

/// Whether the run that is gone on with was of the same documents; a new one is from now on.
pub(super) fn is_case(ledger: &Ledger, stamp: u64) -> Result<bool, Error> {
    let path = ledger.part.join(CASE);
    let stamp = stamp.to_string();
    match fs::read_to_string(&path) {
        Ok(before) => Ok(before == stamp),
        Err(_) => {
            fs::write(&path, stamp).map_err(Error::write(&path))?;
            Ok(ledger.state.taken == 0)
        }
    }
}

/// Writes index and log, gives everything its name, and says what was made.
pub(super) fn finish(mut ledger: Ledger, target: &Path) -> Result<String, Error> {
    let part = ledger.part.clone();
    ledger.flush().map_err(Error::write(&part))?;
    finished(&part, target).map_err(Error::write(&part))
}

fn finished(part: &Path, target: &Path) -> io::Result<String> {
    let failures = part.join(FAILURES);
    for failed in lines::<Failed>(&failures)? {
        let Failed { path, error } = failed?;
        // A name may hold what steers a terminal.
        let path = path.replace(char::is_control, "\u{fffd}");
        eprintln!("{path}: {error}");
    }
    let kept: Vec<Kept> = lines::<Kept>(&part.join(INDEX))?.collect::<io::Result<_>>()?;
    let tree = part.join(TREE);
    if fs::metadata(&failures)?.len() > 0 {
        fs::copy(&failures, tree.join(FAILURES))?;
    }
    let text = said(&kept);
    let entries: Vec<Entry> = kept.into_iter().map(|kept| kept.entry).collect();
    let open = entries.iter().any(|entry| entry.open() > 0);
    let draft = if open { "-DRAFT" } else { "" };
    let write = |name: &str, bytes: &[u8]| fs::write(tree.join(name), bytes);
    let rows = entries.iter().flat_map(Entry::rows);
    let rows = rows.map(|row| row.cells().map(str::to_owned).collect());
    write(&format!("index{draft}.csv"), &table(Row::COLUMNS, rows)?)?;
    write(
        &format!("index{draft}.json"),
        index_json(&entries).as_bytes(),
    )?;
    write(
        &format!("index{draft}.html"),
        index_html(&entries).as_bytes(),
    )?;
    let pdf = index_pdf(&entries).map_err(io::Error::other)?;
    write(&format!("index{draft}.pdf"), &pdf)?;
    let (columns, rows) = log_rows(&entries);
    write(
        &format!("disclosure-log{draft}.csv"),
        &table(columns, rows.into_iter())?,
    )?;
    write(
        &format!("disclosure-log{draft}.html"),
        log_html(&entries).as_bytes(),
    )?;
    sync(&tree)?;
    put(&tree, target, &part.join(OLD))?;
    sync_folder(target.parent().unwrap_or(Path::new("")))?;
    fs::remove_dir_all(part)?;
    Ok(text)
}

/// A line for each document, and the totals.
fn said(kept: &[Kept]) -> String {
    let mut text = String::new();
    let (mut drafts, mut open, mut slips) = (0, 0, 0);
    for Kept {
        path,
        entry,
        has_slip,
    } in kept
    {
        let path = path.replace(char::is_control, "\u{fffd}");
        let state = match entry.open() {
            0 => "FINAL".to_owned(),
            questions => {
                drafts += 1;
                open += questions;
                format!("DRAFT, {questions} open")
            }
        };
        slips += usize::from(*has_slip);
        text += &format!("{}  {state}  {}  {path}\n", entry.document(), entry.head());
    }
    if !kept.is_empty() {
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let (all, finals) = (kept.len(), kept.len() - drafts);
        let slips = match slips {
            0 => String::new(),
            slips => format!(", {slips} slip sheet{}", s(slips)),
        };
        text += &format!(
            "{all} document{}: {finals} final, {drafts} draft{} with {open} open question{}{slips}\n",
            s(all),
            s(drafts),
            s(open)
        );
    }
    text
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).map_err(io::Error::other)?;
    for row in rows {
        let row = row.iter().map(|cell| inert(cell));
        writer.write_record(row).map_err(io::Error::other)?;
    }
    writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
