// @ts-check
// What stands in the place of a portion in the release: as the program wrote it, and with what was withheld here since. What
// would open is not shown: the next run says whether it does.

import { exemptionOf, isChanged, isDecided, withholds } from "./actions.js";
import { placed } from "./quote.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Item} Item */
/** @typedef {import("./types").Piece} Piece */
/** @typedef {import("./types").Portion} Portion */
/** @typedef {import("./types").Shown} Shown */

const LATER = "after the next run";

/**
 * @param {Case} all @param {Portion} portion @param {Item[]} items Those of the portion.
 * @param {string} letter The category of what is classified and names none. @returns {Shown}
 */
export function shown(all, portion, items, letter) {
  const changed = items.filter((item) => isChanged(item) && (isDecided(item.entry) || wasDecided(item)));
  const notes = changed.flatMap((item) => later(portion, item, letter));
  const { out } = portion;
  if (out.verdict === "withhold") {
    const pieces = [{ text: out.marker, excised: true }];
    return { mark: "", pieces, notes, changed: false, joined: out.joined };
  }
  const raised = changed.filter((item) => !item.removed && isDecided(item.entry) && withholds(item.entry));
  const whole = raised.find((item) => !item.entry.words);
  if (whole) {
    const pieces = [{ text: marker(all, whole.entry, letter), excised: true }];
    return { mark: "", pieces, notes, changed: true, joined: false };
  }
  if (raised.length === 0 || portion.text === null) {
    return { mark: out.mark, pieces: out.pieces, notes, changed: false, joined: false };
  }
  const before = items.flatMap((item) => (item.base && isDecided(item.base) ? [item.base] : []));
  const entries = [...before, ...raised.map((item) => item.entry)];
  const pieces = without(all, portion.text, entries, letter);
  return { mark: out.mark, pieces, notes, changed: true, joined: false };
}

/** @param {Item} item */
function wasDecided(item) {
  return item.base !== null && isDecided(item.base);
}

/** @param {Case} all @param {Entry} entry @param {string} letter */
function marker(all, entry, letter) {
  const code = exemptionOf(entry);
  const choice = all.choices.find((it) => it.code === code) ?? all.choices[0];
  const said = choice?.lettered.find((it) => it.letter === (entry.letter ?? letter)) ?? choice;
  return (entry.words ? said?.words : said?.portion) ?? "";
}

/** @param {Portion} portion @param {Item} item @param {string} letter @returns {string[]} What of it cannot be shown. */
function later(portion, item, letter) {
  const { entry } = item;
  if (wasDecided(item) && (item.removed || !isDecided(entry))) return [`${item.base?.action} taken back: ${LATER}`];
  if (!isDecided(entry)) return [];
  if (!withholds(entry)) return [`${entry.action}: ${LATER}`];
  if (portion.out.verdict === "withhold") return [`${entry.action}: ${LATER}`];
  const several = exemptionOf(entry) === "B1" && (entry.letter ?? letter).includes(",");
  return several ? [`its categories: ${LATER}`] : [];
}

/**
 * A text without the words of these entries, on one line, as the library leaves it.
 * @param {Case} all @param {string} text @param {Entry[]} entries @param {string} letter @returns {Piece[]}
 */
function without(all, text, entries, letter) {
  const ranges = entries
    .flatMap((entry) => {
      const range = entry.words && withholds(entry) ? placed(text, entry.words) : null;
      return range ? [{ ...range, marker: marker(all, entry, letter) }] : [];
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const range of ranges) {
    const between = text.slice(at, Math.max(at, range.start)).replace(/\s+/gu, " ");
    const last = pieces.at(-1);
    // Words with nothing but blanks between them are one place.
    const joins = last?.excised && between.trim() === "" && last.text === range.marker;
    if (range.start < at && last?.text === range.marker) {
      at = Math.max(at, range.end);
      continue;
    }
    if (!joins) {
      if (between) pieces.push({ text: between, excised: false });
      pieces.push({ text: range.marker, excised: true });
    }
    at = Math.max(at, range.end);
  }
  const rest = text.slice(at).replace(/\s+/gu, " ").trimEnd();
  if (rest) pieces.push({ text: rest, excised: false });
  const first = pieces[0];
  if (first && !first.excised) first.text = first.text.trimStart();
  return pieces;
}
