//! What a declassification line can have wrong.

use super::explanation::Example::Document;
use super::explanation::{Explanation, row};

/// A telegram of 14 March 2006 with that declassification line.
macro_rules! telegram {
    ($line:literal) => {
        Document(concat!(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\n",
            $line,
            "\n\n1. (C) One.\n"
        ))
    };
}

/// What is to be done about a line that cannot be followed.
const CORRECT: &str = "Correct the line as the original has it; a line opens something only if it is understood to its last word.";

pub(super) static ALL: &[Explanation] = &[
    row(
        "missing-instruction",
        telegram!("SUBJECT: (U) PILOTS"),
        "The document is classified and nothing says when it is declassified. No date opens it.",
        "Add the instruction if the original has one.",
    ),
    row(
        "incomplete-instruction",
        telegram!("E.O. 12958: DECL:"),
        "The declassification instruction ends before it says when. Nothing opens by date.",
        CORRECT,
    ),
    row(
        "unreadable-instruction",
        telegram!("E.O. 12958: DECL: 03/14/2016 %"),
        "The declassification instruction cannot be read to its end; what follows the date may take it back. Nothing opens by date.",
        CORRECT,
    ),
    row(
        "event-instruction",
        telegram!("E.O. 12958: DECL: AFTER THE ELECTIONS"),
        "The document is declassified on an event. This library knows no events; the portion is due for review and nothing opens.",
        "Find out whether the event has come, and release by hand.",
    ),
    row(
        "impossible-date",
        telegram!("E.O. 12958: DECL: 02/30/2016"),
        "The calendar has no such day. The level is held.",
        CORRECT,
    ),
    row(
        "date-not-after-origin",
        telegram!("E.O. 12958: DECL: 03/14/2005"),
        "The document would have been declassified before it was written. The level is held.",
        CORRECT,
    ),
    row(
        "no-century",
        telegram!("E.O. 12958: DECL: 03/14/70"),
        "The year has two digits, and no century makes a day of it that an instruction of this date could name. The level is held.",
        CORRECT,
    ),
    row(
        "day-month-order",
        Document(
            "P 011530Z NOV 79\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12065: GDS 1/11/85\n\n1. (C) One.\n",
        ),
        "Read with the day first, the date would be an anniversary of the document, which is what classifiers choose. The later of the two days counts.",
        "Nothing; write days that cannot be read in two ways.",
    ),
    row(
        "date-beyond-25-years",
        telegram!("E.O. 12958: DECL: 03/14/2040"),
        "The date lies more than 25 years after the document, which needs an exemption. At 25 years it is due for review.",
        "Look whether an exemption was approved.",
    ),
    row(
        "date-beyond-schedule",
        Document(
            "P 141530Z MAR 80\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12065: GDS 3/14/90\n\n1. (C) One.\n",
        ),
        "A general declassification schedule ran for six years at most. A later date asks for review and opens nothing.",
        "Look whether the letters RDS were meant.",
    ),
    row(
        "date-beyond-exemption",
        telegram!("E.O. 12958: DECL: 25X1 03/14/2099"),
        "The date lies beyond what the exemption allows. It is due for review.",
        CORRECT,
    ),
    row(
        "origin-unknown",
        Document("CONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 10 YEARS\n\n1. (C) One.\n"),
        "The instruction counts from the date of the document, and that is not known. The level is held.",
        "Add the date-time group or the date line.",
    ),
    row(
        "order-not-yet-signed",
        Document(
            "P 141530Z MAR 80\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/1990\n\n1. (C) One.\n",
        ),
        "The line names an order that was signed after the date of the document. One of the two is wrong; the date of origin is taken as unknown.",
        "Correct the date or the order.",
    ),
    row(
        "unknown-order",
        telegram!("E.O. 12598: DECL: 03/14/2016"),
        "No order on classification has this number. Nothing opens by date.",
        CORRECT,
    ),
    row(
        "damaged-order-number",
        telegram!("E.O. 129588: DECL: 03/14/2016"),
        "The number of the order has a digit too many. It is read without the last.",
        "Nothing, unless another order was meant.",
    ),
    row(
        "retired-exemption-code",
        telegram!("E.O. 12958: DECL: X1"),
        "The codes X1 to X8 could not be used any more for a document of this date. It is due for review at 25 years.",
        "Nothing, unless the date is wrong.",
    ),
    row(
        "several-instructions",
        telegram!("E.O. 12958: DECL: 03/14/2016\nDECLASSIFY ON: 20120314"),
        "Several declassification instructions differ. The longest governs.",
        "Nothing, unless one of them belongs to another document.",
    ),
];
