//! The commands, a file each.

mod compare;
mod config;
mod corpus;
mod explain;
mod foia;
mod guard;
mod marking;
mod release;
mod review;
mod shell;
mod timeline;
mod verify;

use std::path::PathBuf;

use clap::Subcommand;

use crate::context::Context;
use crate::finish;

/// What the program can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Renders what a reader may see of a document on a day.
    Release(release::Arguments),
    /// Reports what is wrong with documents, what each portion counts as and why, and who sees it when.
    Review(review::Arguments),
    /// Answers questions about marks: canonical form, roll-up, who may read.
    Marking(marking::Arguments),
    /// Releases every document of a folder, with an index.
    Corpus(corpus::Arguments),
    /// Makes a FOIA package: releases with exemptions, and an index of withholdings.
    Foia(foia::Arguments),
    /// Draws what of a document opens when, without any of its text.
    Timeline(timeline::Arguments),
    /// Looks in finished files for text that is withheld from a reader on a day.
    Verify(verify::Arguments),
    /// Says what differs between two readers, two days, two versions or two finished releases.
    Compare(compare::Arguments),
    /// Keeps releases under review: compares them with those that a person accepted.
    Guard(guard::Arguments),
    /// Shows what is in force and where it comes from.
    Config(config::Arguments),
    /// Explains a finding by its code; without one, lists the codes.
    Explain(explain::Arguments),
    /// Writes completions for a shell.
    Completions(shell::Completions),
    /// Writes the manual pages into a folder.
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
            Self::Foia(_) => "foia",
            Self::Timeline(_) => "timeline",
            Self::Verify(_) => "verify",
            Self::Compare(_) => "compare",
            Self::Guard(_) => "guard",
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
            | Self::Timeline(timeline::Arguments { file, .. }) => file.iter().cloned().collect(),
            Self::Review(review::Arguments { files, .. }) => files.clone(),
            Self::Corpus(corpus::Arguments { folder, .. }) => vec![folder.clone()],
            Self::Foia(foia::Arguments { inputs, .. }) => inputs.clone(),
            Self::Verify(verify::Arguments { source, .. }) => vec![source.clone()],
            Self::Compare(compare::Arguments { one, .. }) => vec![one.clone()],
            Self::Guard(guard::Arguments { documents, .. }) => documents.clone(),
            Self::Marking(_)
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
        Command::Foia(arguments) => foia::run(&arguments, context),
        Command::Timeline(arguments) => timeline::run(&arguments, context),
        Command::Verify(arguments) => verify::run(&arguments, context),
        Command::Compare(arguments) => compare::run(&arguments, context),
        Command::Guard(arguments) => guard::run(&arguments, context),
        Command::Config(arguments) => config::run(&arguments, context),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Completions(arguments) => shell::completions(&arguments),
        Command::Man(arguments) => shell::man(&arguments),
    }
}
