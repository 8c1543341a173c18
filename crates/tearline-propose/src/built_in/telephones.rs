//! Telephone numbers.

use crate::check;
use crate::form::Written;

const OTHER: &str = r"\b(?:funds?|stock|nsn|contract|order|invoice|part|grant|account|acct|a/c|passport|ppt|requisition|serial|case|file|docket|license|licence|visa)\b\W{0,3}(?:(?:no|number|nr|cite)\W{0,3})?";

pub(crate) static FORMS: [Written; 8] = [
    Written::new(
        r"(?i)(?:\+?1[-. ]\s?)?(?:\(\d{3}\)\s?|\d{3}[-\u{2010}-\u{2013}./]\s?)\d{3}[-\u{2010}-\u{2013}.]\s?\d{4}(?:\s*,?\s*(?:x|ext\.?|extension)\s*\d{2,5})?",
        check::north_american,
    )
    .never(OTHER),
    Written::new(
        r"\+\s?\d{1,3}(?:[-. ()/\u{2010}-\u{2013}]{1,3}\d{1,8}){1,6}|\+\d{8,15}|\b011[-. ]\d{1,3}(?:[-. ]\d{1,5}){2,5}",
        check::international,
    )
    .never(OTHER),
    Written::new(
        r"(?:\(?\+?\d{1,5}\)?[-./ ]\s?){0,5}\d{2,9}(?:\s*,?\s*(?:x|ext\.?)\s*\d{2,5})?|\b[A-Z]{2}\s?\d-?\d{4}",
        check::dialled,
    )
    .before(
        r"(?:\b(?:tele?phones?|tel|tels|tlf|telefono|teléfono|telefon|telefax|phones?|fax|facsimile|cellphone|cell|cellular|mobile|handy|pager|beeper|ivg|dsn|stu-?(?:iii|3)|ste|vosip|secure|comm|landline|voice|autovon|switchboard|hotline|whatsapp|voicemail)\b\.?\s*(?:\(?(?:no|nos|nr|num|number|numbers|line|is|was|are|at|on|home|office|work|residence|direct|secure|unclassified|new|his|her|the|or|and|fax|phone|mobile|cell|private|duty|for|contact|ext)\b[.):,]*\s*){0,5}(?:[:#=(-]\s*)*|\b(?:reached|contacted|call(?:ed)?|calling|dial|dialled|dialed|ring|rang|phoned|telephoned|faxed)\s+(?:\w+\s+){0,4}(?:at|on|number)\s*[:#]?\s*|\bdial(?:led|ed)?\s+)",
    )
    .after(r"\s*\((?:home|office|work|cell|mobile|fax|tel|phone|telephone)\b|\s*,\s*(?:home|cell|mobile)\s+phone\b")
    .never_after(r"\s*(?:hours|hrs|local|percent|persons|people|dollars|calls|subscribers|lines|telephones|phones|km|kilomet|a\.?m\.?\b|p\.?m\.?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"),
    // The shape of a number, with a word for it in the same passage.
    Written::new(r"(?:\d{3}[-. ])?\d{3}[-.]\d{4}", check::dialled)
        .before(r"\b(?:tele?phones?|phones?|tel|fax|cell|mobile|poc|contacts?)\b[^;]{0,80}|\b(?:his|her|their|my|our|your)\s+(?:\w+\s+)?numbers?\b[^;]{0,30}")
        .never(OTHER),
    // A letter for a word, as cards have it: `T: … F: …`.
    Written::new(r"(?:\(?\+?\d{1,5}\)?[-./ ]\s?){1,5}\d{2,9}", check::lettered).before(r"(?:^|\s|[,;(])[tfmpohwc]:\s*"),
    // An exchange by its name: `NAtional 8-1414`.
    Written::new(r"\b[A-Z]{2}[a-z]{2,9}\s\d-\d{4}", check::ending),
    Written::new(r"(?i)\b(?:ext\.?|extension)\s*(?:no\.?\s*)?(?P<x>\d{3,5})", check::extension),
    // The line of a telegram that says who drafted it: `EB/OIA:JSMITH:X22345`.
    Written::new(r"\b[A-Z]+:\s?(?P<x>[Xx]\d{5})", check::extension),
];
