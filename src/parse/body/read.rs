//! Goes over the lines of the body once.

use super::super::beginning::is_running_text;
use super::super::build::Builder;
use super::super::furniture::{is_furniture, section_head};
use super::super::lines::Line;
use super::super::look::Look;
use super::super::prose::ends_in_function_word;
use super::super::{labelled, lead, names, overall, restriction, said, sentence, tear};
use super::excised::excised;
use super::inner::{inner, is_spoken};
use super::order::in_order;
use super::running::is_sentence;
use super::section::skip_section;
use crate::document::BlockKind;

/// Reads everything from `at` on as body.
pub(in crate::parse) fn read(builder: &mut Builder<'_>, at: usize) {
    let mut at = at;
    let mut block_start = true;
    while let Some(line) = builder.survey.line(at) {
        at = line.next;
        if builder.open && !block_start && is_running_text(line) {
            at = running_text(builder, line);
            continue;
        }
        if line.is_blank() {
            builder.blank(line);
            block_start = true;
            continue;
        }
        let starts = block_start || !builder.open;
        let beside = restriction::stands(builder);
        if beside == restriction::Stands::BesideLevel || !is_sentence(line) {
            if tear::take(builder, line) {
                block_start = true;
                continue;
            }
            if let Some(end) = section_head(builder.lines, line) {
                at = skip_section(builder, line, end);
                continue;
            }
            if furniture(builder, line, starts, beside) {
                continue;
            }
        }
        block_start = false;
        if starts {
            start(builder, line);
        } else {
            inner(builder, line);
        }
    }
    builder.close();
}

/// Gives the open block a run of lines that are text beyond doubt; the offset behind them.
fn running_text<'a>(builder: &mut Builder<'a>, first: Line<'a>) -> usize {
    let last = builder.survey.last_of(Look::RUNS).unwrap_or(first);
    builder.extend(first, last);
    last.next
}

/// Whether the sentence of the block above may go on in the next.
pub(in crate::parse) fn may_go_on(builder: &Builder<'_>) -> bool {
    builder.blocks.last().is_some_and(|block| {
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        match block.kind {
            BlockKind::Field(_) | BlockKind::Subject => ends_in_function_word(text),
            BlockKind::Paragraph | BlockKind::Subparagraph | BlockKind::Plain => {
                !(sentence::may_end(text) || labelled::is_entry(text))
            }
        }
    })
}

fn start<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    let lead = in_order(builder, line.text, lead::scan_first(line));
    let lead = labelled::with_mark(line.text, lead, || may_go_on(builder));
    if let Some(bases) = excised(builder.lines, line, lead.text).filter(|_| !lead.has_mark()) {
        builder.start_body(line, lead);
        builder.excise(bases);
        return;
    }
    let text = lead.text;
    // Among entries that have a mark each, one has lost it.
    let lost = !lead.has_mark() && is_spoken(builder) && labelled::begins_entry(line.text);
    builder.start_body(line, lead);
    said::start(builder, line, text);
    if lost || labelled::behind_label(line).is_some() {
        builder.is_portion();
    }
}

fn furniture<'a>(
    builder: &mut Builder<'a>,
    line: Line<'a>,
    starts: bool,
    beside: restriction::Stands,
) -> bool {
    if is_furniture(line) {
        builder.furniture(line);
        return true;
    }
    if names::nothing(line) {
        return false;
    }
    let stands = if starts {
        overall::Stands::Below
    } else {
        overall::Stands::InText
    };
    if let Some(found) = overall::read(line.text, stands) {
        overall::take(builder, line, found, stands);
        return true;
    }
    restriction::take(builder, line, beside)
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::Lines;
    use super::super::super::survey::Survey;
    use super::*;
    use crate::random::Random;

    /// What reading `line` in full says of it, at the end of a text and behind the end of a sentence.
    fn stays_in_its_paragraph(line: &str) -> bool {
        let source = format!("1. (U) One.\n{line}\n");
        let mut builder = Builder::new(Lines::of(&source));
        let Some(first) = builder.lines.at(0) else {
            return false;
        };
        start(&mut builder, first);
        let Some(line) = builder.lines.at(first.next) else {
            return false;
        };
        let outside = is_outside(&mut builder, line, false);
        if !outside {
            inner(&mut builder, line);
        }
        !outside && builder.blocks.len() == 1
    }

    /// Whether `line` is a tear line, the head of a section or furniture.
    fn is_outside<'a>(builder: &mut Builder<'a>, line: Line<'a>, starts: bool) -> bool {
        let beside = restriction::stands(builder);
        tear::take(builder, line)
            || section_head(builder.lines, line).is_some()
            || furniture(builder, line, starts, beside)
    }

    /// A line that begins as something else than running text might.
    fn line(random: &mut Random) -> String {
        let words: Vec<&str> = "|a|iv|C|SBU|SECRET|Secret|top secret|TOP SECRET|UNCLAS|Confidential|LIMITED|SENSITIVE|CONTROLLED|FOR OFFICIAL|For one|LOU\
            |¶4. (SBU)|¶12.|¶4. SECRET|¶3|FOR AMBASSADOR|For the|Not|NOT FOR|Not for public|Contains|Considered|Province|PROPIN\
            |Restricted|Critics|Loud|PAGE|Page|SECTION|NNNN|ACTION|ORIGIN|VZCZC|ZCZC|KARSHAVN 00001234  002 OF|VOSSBERG-ILLINGWORTH|The pier|THE PIER|COMMENT|Summary|(C)|1|2.|10. (SBU)|This email is|THE FOLLOWING IS|The following is|Annex A|Enclosure|Tab B|Distribution|DISTRIBUTION STATEMENT\
            |talks.|Harbor.|exdis.|Nodis.|mild.|viii.|noforn)|2008 the|12 boats|3 a|2 Secret|1979 secret|002 of|4. (U) SECRET|4. (U) Classification: SECRET|¶2. (C) EXDIS|3. (U) BEGIN TEARLINE|1. (U) DISTRIBUTION STATEMENT B|4. (S) PAGE 02|2. (U) 00001234  002 OF 003|3. (U) SUBJECT|Classification|CLASSIFICATION SECRET|Security Classification|Document classification|Classification level|Release in|RELEASE IN PART|Restricted Data|Sensitive|Nodis|NODIS|Caveats|Official|BEGIN TEARLINE|Ts|Decret"
            .split('|')
            .collect();
        let behind = [
            "",
            ".",
            ")",
            " ",
            ". ",
            ") ",
            " (C) ",
            ": (S) ",
            "// ",
            " 02",
            " ARA-15",
            " - SECRET ",
            " = SECRET ",
            " – Secret ",
        ];
        let signs: Vec<char> = ('A'..='Z')
            .chain('a'..='z')
            .chain('0'..='9')
            .chain(" .()/:'-".chars())
            .collect();
        let (first, second) = (random.pick(&words), random.pick(&behind));
        format!("{first}{second}{}", random.text(&signs, 0, 60))
    }

    #[test]
    fn the_short_look_at_a_line_agrees_with_the_long_one() {
        let mut random = Random::new();
        for _ in 0..32_768 {
            let line = line(&mut random);
            let lines = Lines::of(&line);
            let runs = Survey::of(lines).line(0).is_some_and(is_running_text);
            assert!(!runs || stays_in_its_paragraph(&line), "{line:?}");
        }
    }

    #[test]
    fn a_sentence_is_nothing_that_stands_outside_of_a_text() {
        let mut random = Random::new();
        let mut sentences = 0;
        for round in 0..32_768 {
            let line = line(&mut random);
            let mut builder = Builder::new(Lines::of(&line));
            let Some(read) = builder.lines.at(0) else {
                continue;
            };
            let outside = is_outside(&mut builder, read, round % 2 == 0);
            assert!(!(is_sentence(read) && outside), "{line:?}");
            sentences += usize::from(is_sentence(read));
        }
        assert!(sentences > 100, "{sentences}");
    }
}
