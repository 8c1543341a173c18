//! The rule of an outcome as a file holds it: by its code.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use super::basis::Basis;

pub(crate) fn serialize<S: Serializer>(basis: &Basis, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(basis.code())
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<&'static Basis, D::Error> {
    Basis::of_code(&String::deserialize(deserializer)?)
        .ok_or_else(|| D::Error::custom("no rule of declassification has this code"))
}
