//! A catalogue that reads every file once: assessments stay in a cache, and releases outlive it.
//!
//! `cargo run --example cache`
#![allow(clippy::print_stdout, reason = "a program")]

use std::collections::HashMap;

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy};
use tearline::release::Release;

/// What an archive has on its disk.
const FILES: [(&str, &str); 2] = [
    (
        "vesta-212",
        "CONFIDENTIAL PORT VESTA 212\n\nSUBJECT: (U) TIDES\n\n1. (U) The pier is open.\n\n2. (C) Ode keeps the relay.\n",
    ),
    (
        "karshavn-7",
        "UNCLAS KARSHAVN 7\n\nSUBJECT: (U) ICE\n\n1. (U) Birk measured it.\n\n2. (SBU) Alder paid for the boat.\n",
    ),
];

/// Assessments by the number of their document. Each holds its document, so that the two cannot be mixed up.
struct Catalogue {
    policy: Policy,
    known: HashMap<String, Assessment<'static>>,
}

impl Catalogue {
    /// Reads a file. Its text may go away when this returns.
    fn read(&mut self, number: &str, source: &str) {
        let document = tearline::parse(source);
        let assessment = self.policy.assess(&document).into_owned();
        self.known.insert(number.to_owned(), assessment);
    }

    /// What a reader may see of a document: a value of its own.
    fn release(&self, number: &str, reader: &Reader) -> Option<Release<'static>> {
        Some(self.known.get(number)?.release(reader, date(2010, 1, 1)))
    }
}

fn main() {
    let mut catalogue = Catalogue {
        policy: Policy::default(),
        known: HashMap::new(),
    };
    for (number, source) in FILES {
        catalogue.read(number, &format!("{source}\n"));
    }
    let found = FILES.map(|(number, _)| catalogue.release(number, &Reader::public()));
    drop(catalogue);
    for release in found.into_iter().flatten() {
        println!("{}", release.to_text());
    }
}
