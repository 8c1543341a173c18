//! What the hunt found, grouped for a person to work from.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Documents of a kind, a situation and a damage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Group {
    pub(crate) situation: &'static str,
    pub(crate) damage: &'static str,
    pub(crate) kind: &'static str,
}

#[derive(Debug, Default)]
pub(crate) struct Report {
    groups: BTreeMap<Group, (usize, Vec<String>)>,
}

impl Report {
    pub(crate) fn add(&mut self, group: Group, example: impl FnOnce() -> String) {
        let (count, examples) = self.groups.entry(group).or_default();
        *count += 1;
        if examples.len() < 2 && (*count == 1 || *count % 37 == 0) {
            examples.push(example());
        }
    }

    pub(crate) fn total(&self) -> usize {
        self.groups.values().map(|(count, _)| count).sum()
    }

    /// The situations, most frequent first, and the groups of each.
    pub(crate) fn write(&self, title: &str) -> String {
        let mut situations: BTreeMap<&str, (usize, Vec<&Group>)> = BTreeMap::new();
        for (group, (count, _)) in &self.groups {
            let entry = situations.entry(group.situation).or_default();
            entry.0 += count;
            entry.1.push(group);
        }
        let mut situations: Vec<_> = situations.into_iter().collect();
        situations.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        let mut out = format!("==== {title}: {} in all\n", self.total());
        for (situation, (count, _)) in &situations {
            writeln!(out, "{count:7}  {situation}").unwrap();
        }
        let mut damages: BTreeMap<&str, usize> = BTreeMap::new();
        for (group, (count, _)) in &self.groups {
            *damages.entry(group.damage).or_default() += count;
        }
        let mut damages: Vec<_> = damages.into_iter().collect();
        damages.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (damage, count) in damages {
            writeln!(out, "{count:7}  [{damage}]").unwrap();
        }
        for (situation, (count, mut groups)) in situations {
            writeln!(out, "\n######## {count}  {situation}").unwrap();
            groups.sort_by_key(|group| std::cmp::Reverse(self.groups[group].0));
            for (index, group) in groups.into_iter().enumerate() {
                let (count, examples) = &self.groups[group];
                writeln!(out, "-- {count}  [{}]  [{}]", group.damage, group.kind).unwrap();
                for example in examples.iter().take(if index < 6 { 2 } else { 0 }) {
                    writeln!(out, "{example}").unwrap();
                }
            }
        }
        out
    }
}
