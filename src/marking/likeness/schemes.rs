//! How marks begin beside the spellings of levels and the names of the register.

/// What stands where a level would beside the spellings of the table.
pub(super) const OTHER_HEADS: [&str; 7] = [
    "OUO",
    "EFTO",
    "CTS",
    "CTSA",
    "CONTROLLED",
    "MOST SECRET",
    "COSMIC",
];

/// The marks of other governments and organisations.
///
/// Letters of other alphabets stand there as the Latin ones that they look like, a tilde for each that looks like none.
pub(super) const SCHEMES: [&str; 29] = [
    "OFFICIAL-SENSITIVE",
    "OFFICIAL SENSITIVE",
    "OFFICIAL:SENSITIVE",
    "OFFICIAL: SENSITIVE",
    "PROTECTED",
    "RESTRICTED",
    "RESTREINT",
    "DIFFUSION RESTREINTE",
    "CONFIDENTIEL",
    "CONFIDENCIAL",
    "RESERVADO",
    "SECRETO",
    "SEGRETO",
    "RISERVATO",
    "TRES SECRET",
    "VS-NFD",
    "VS-VERTRAULICH",
    "GEHEIM",
    "STRENG GEHEIM",
    "VERTRAULICH",
    "STRICTLY CONFIDENTIAL",
    "COMMERCIAL-IN-CONFIDENCE",
    "COMMERCIAL IN CONFIDENCE",
    "CABINET-IN-CONFIDENCE",
    "IN CONFIDENCE",
    "CLASSIFIED",
    "CEKPETHO",
    "COBEP~EHHO CEKPETHO",
    "KOH~~~EH~~A~~HO",
];

/// How all of them begin.
pub(super) fn heads() -> impl Iterator<Item = &'static str> {
    OTHER_HEADS
        .into_iter()
        .chain(SCHEMES)
        .chain(["TLP", "OFFICIAL"])
}
