//! Numbers of passports and visas.

use crate::check;
use crate::form::Written;

pub(crate) static PASSPORTS: [Written; 2] = [
    Written::new(r"\b(?:[A-Z]{1,3}[- ]?)?\d{5,10}[A-Z]?\b", check::passport)
        .before(r"(?:\b(?:passports?|pass-port|pp\s?#|ppno|pp\s+no|ppt|pasaporte|passeport|reisepass|travel\s+documents?|laissez[- ]passer)(?:\b|\s)[^0-9;]{0,60})")
        .never(r"\b(?:issued|dated|expires?|expired|expiring|valid|until|on|since|over|about|than|nearly|some|approximately|costs?|fee|applications)\W*")
        .never_after(r"\s*(?:persons|people|applications?|applicants|dollars|passports|pesos|visas|tourists|travell?ers|holders|citizens|cases|copies|blank|per|booklets|percent|km|kilomet)\b"),
    Written::new(r"\b[A-Z0-9]{8,9}\b|\b[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-\d{4,8}\b", check::mixed).before(
        r"\b(?:passports?|ppt|pasaporte|passeport|reisepass|travel\s+documents?)\b\W*(?:(?:no|nr|nos|number|numbers|num|is|was|book|bearing)\b\W*){0,4}",
    ),
];

pub(crate) static VISAS: [Written; 4] = [
    Written::new(r"\b[A-Z]{3}[- ]?\d{4}[- ]?\d{3}[- ]?\d{3}\b", check::visa_case),
    // The confirmation of an application.
    Written::new(r"\bAA00[0-9A-Z]{6}\b", check::mixed),
    Written::new(r"\b[A-Z]{0,2}\d{7,14}[A-Z]?(?: \d{3,5})?\b", check::passport).before(
        r"(?:\b(?:visas?|niv|foil|ds-?[12]60|ds-?156)\b[^0-9;.]{0,40}(?:\b(?:no|nos|nr|number|numbers|foil|control|case|application|confirmation|barcode)\b|#)[^0-9;]{0,4}\s*|\b(?:visas?|niv|foil)\b[^0-9;.]{0,30})",
    )
    .never(r"\bvisa\s+(?:cards?|credit|debit)\b[^.;]{0,40}|\b(?:issued|over|about|than|some|nearly|approximately|applications|waivers?|fees?|quota|cost|dated|reported)\W*")
    .never_after(r"\s*(?:persons|people|applications?|applicants|dollars|visas|were|tourists|percent|cases)\b"),
    // Older consular files: a letter or two of the class, a stroke, the number.
    Written::new(r"\b\d{4,7}\b", check::extension)
        .before(r"\bvisa\s+(?:foil\s+|control\s+|case\s+|application\s+|file\s+)?(?:no|nr|number)\b\W{0,3}")
        .never(r"\bvisa\s+(?:cards?|credit|debit)\b[^.;]{0,40}"),
];
