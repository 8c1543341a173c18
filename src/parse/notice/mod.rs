//! Notices that a paper or a message carries about the whole of it, on a line of their own: `HANDLE VIA COMINT CHANNELS`,
//! `This document contains Restricted Data`, `WARNING NOTICE - INTELLIGENCE SOURCES AND METHODS INVOLVED` (reading rule 7).
//! One table of them; what they ask outlives the date of the document.

mod read;
mod table;

pub(super) use read::{Binds, mark, may_begin, read};
