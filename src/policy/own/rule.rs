//! A rule of one's own.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::raise::Raise;
use super::view::PortionView;
use crate::Rule;

type Judge = dyn Fn(&PortionView<'_>) -> Raise + Send + Sync;

/// A rule, and what it does to a portion. Two are equal where they are the same rule and the same function.
#[derive(Clone)]
pub(in crate::policy) struct OwnRule {
    rule: &'static Rule,
    judge: Arc<Judge>,
}

impl OwnRule {
    pub(in crate::policy) fn new(
        rule: &'static Rule,
        judge: impl Fn(&PortionView<'_>) -> Raise + Send + Sync + 'static,
    ) -> Self {
        Self {
            rule,
            judge: Arc::new(judge),
        }
    }

    pub(in crate::policy) const fn rule(&self) -> &'static Rule {
        self.rule
    }

    pub(in crate::policy) fn judge(&self, view: &PortionView<'_>) -> Raise {
        (self.judge)(view)
    }
}

impl PartialEq for OwnRule {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule && Arc::ptr_eq(&self.judge, &other.judge)
    }
}

impl Eq for OwnRule {}

impl Hash for OwnRule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rule.hash(state);
    }
}

impl fmt::Debug for OwnRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnRule").field(&self.rule.code).finish()
    }
}
