//! A guide: which call does which job, how a text is read, how a label comes about, how a release is reviewed.
//!
//! - [`jobs`]: what a program wants to do, and the calls that do it
//! - [`reading`]: every reading rule, with an example that runs
//! - [`labels`]: from a mark to a verdict
//! - [`reviewing`]: how to look at a release before it goes out
//! - [`archives`]: how to add releases to an archive that exists
//! - [`formats`]: how to write a format of one's own
//! - [`stability`]: what stays, and what may change

#[doc = include_str!("jobs.md")]
pub mod jobs {}

#[doc = include_str!("reading.md")]
pub mod reading {}

#[doc = include_str!("labels.md")]
pub mod labels {}

#[doc = include_str!("reviewing.md")]
pub mod reviewing {}

#[doc = include_str!("archives.md")]
pub mod archives {}

#[doc = include_str!("formats.md")]
pub mod formats {}

#[doc = include_str!("stability.md")]
pub mod stability {}
