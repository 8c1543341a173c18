//! Declassification instructions of every era, and what stands on a given day.
