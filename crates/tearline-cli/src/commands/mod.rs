//! The commands, a file each.

mod compare;
mod config;
mod corpus;
mod desk;
mod explain;
mod foia;
mod guard;
mod marking;
mod opens;
mod release;
mod review;
mod shell;
mod sql;
mod timeline;
mod verify;

use std::path::PathBuf;

use clap::Subcommand;

use crate::context::Context;
use crate::finish;

/// What the program can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Release what a reader may see of a document on a day.
    Release(release::Arguments),
    /// Report what is wrong with documents, how each portion is rated and why, and who may see it when.
    Review(review::Arguments),
    /// Answer questions about marks: canonical form, roll-up, who may read.
    Marking(marking::Arguments),
    /// Release every document in a folder or an archive, with an index.
    Corpus(corpus::Arguments),
    /// Say what of a folder or an archive opens when: as a table, JSON, a calendar or a picture.
    Opens(opens::Arguments),
    /// Make a FOIA package: releases with exemptions, and an index of what is withheld.
    Foia(foia::Arguments),
    /// Make one page for the reviewer of a case: source and release side by side, decisions, review files.
    Desk(desk::Arguments),
    /// Draw when each portion of a document opens, without any of its text.
    Timeline(timeline::Arguments),
    /// Check finished files for text that is withheld from a reader on a day.
    Verify(verify::Arguments),
    /// Compare what two readers see, or one on two days, or two versions, or two finished releases.
    Compare(compare::Arguments),
    /// Compare releases with those that a person accepted, for continuous integration.
    Guard(guard::Arguments),
    /// Ask a collection of documents in SQL, by the program `tearline-sql`.
    Sql(sql::Arguments),
    /// Show every setting, and where it comes from.
    Config(config::Arguments),
    /// Explain a finding by its code, or list all codes.
    Explain(explain::Arguments),
    /// Print completions for a shell.
    Completions(shell::Completions),
    /// Write the manual pages.
    Man(shell::Man),
}

impl Command {
    /// As it is called.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Release(_) => "release",
            Self::Review(_) => "review",
            Self::Marking(_) => "marking",
            Self::Corpus(_) => "corpus",
            Self::Opens(_) => "opens",
            Self::Foia(_) => "foia",
            Self::Desk(_) => "desk",
            Self::Timeline(_) => "timeline",
            Self::Verify(_) => "verify",
            Self::Compare(_) => "compare",
            Self::Guard(_) => "guard",
            Self::Sql(_) => "sql",
            Self::Config(_) => "config",
            Self::Explain(_) => "explain",
            Self::Completions(_) => "completions",
            Self::Man(_) => "man",
        }
    }

    /// The files and folders it reads, from which a configuration is looked for upward.
    pub(crate) fn inputs(&self) -> Vec<PathBuf> {
        match self {
            Self::Release(release::Arguments { file, .. })
            | Self::Timeline(timeline::Arguments { file, .. })
            | Self::Compare(compare::Arguments { one: file, .. }) => file.iter().cloned().collect(),
            Self::Review(review::Arguments { files, .. }) => files.clone(),
            Self::Corpus(corpus::Arguments { folder, .. }) => vec![folder.clone()],
            Self::Opens(opens::Arguments { folder, .. }) => vec![folder.clone()],
            Self::Foia(foia::Arguments { inputs, .. })
            | Self::Desk(desk::Arguments { inputs, .. }) => inputs.clone(),
            Self::Verify(verify::Arguments { source, .. }) => vec![source.clone()],
            Self::Guard(guard::Arguments { documents, .. }) => documents.clone(),
            Self::Marking(_)
            | Self::Sql(_)
            | Self::Config(_)
            | Self::Explain(_)
            | Self::Completions(_)
            | Self::Man(_) => Vec::new(),
        }
    }
}

/// Carries a command out.
pub(crate) fn run(command: Command, context: &Context) -> finish::Result {
    match command {
        Command::Release(arguments) => release::run(&arguments, context),
        Command::Review(arguments) => review::run(&arguments, context),
        Command::Marking(arguments) => marking::run(&arguments, context),
        Command::Corpus(arguments) => corpus::run(&arguments, context),
        Command::Opens(arguments) => opens::run(&arguments, context),
        Command::Foia(arguments) => foia::run(&arguments, context),
        Command::Desk(arguments) => desk::run(&arguments, context),
        Command::Timeline(arguments) => timeline::run(&arguments, context),
        Command::Verify(arguments) => verify::run(&arguments, context),
        Command::Compare(arguments) => compare::run(&arguments, context),
        Command::Guard(arguments) => guard::run(&arguments, context),
        Command::Sql(arguments) => sql::run(&arguments),
        Command::Config(arguments) => config::run(&arguments, context),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Completions(arguments) => shell::completions(&arguments),
        Command::Man(arguments) => shell::man(&arguments),
    }
}
