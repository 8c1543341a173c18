// @ts-check
// A text as quotes are compared in it: letters and digits alone, each with its place. The program compares more closely, so
// that what is found once here is found once there.

/** @typedef {{ letters: string, starts: number[], ends: number[] }} Folded */

const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });
const COUNTS = /[\p{L}\p{N}]/u;

/** @param {string} text @returns {Folded} */
export function folded(text) {
  const out = { letters: "", starts: /** @type {number[]} */ ([]), ends: /** @type {number[]} */ ([]) };
  let at = 0;
  for (const sign of text) {
    for (const c of sign.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD")) {
      if (!COUNTS.test(c)) continue;
      for (let unit = 0; unit < c.length; unit += 1) {
        out.starts.push(at);
        out.ends.push(at + sign.length);
      }
      out.letters += c;
    }
    at += sign.length;
  }
  return out;
}

/** @param {string} text @returns {{ start: number, end: number }[]} The words of a text. */
export function words(text) {
  const found = [];
  for (const part of SEGMENTER.segment(text)) {
    if (part.isWordLike) found.push({ start: part.index, end: part.index + part.segment.length });
  }
  return found;
}

/**
 * A selection as far as its words go, without blanks at its ends; null where it holds no word.
 * @param {string} text @param {number} start @param {number} end
 */
export function whole(text, start, end) {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  let any = false;
  for (const word of words(text)) {
    if (word.start < to && from < word.end) {
      from = Math.min(from, word.start);
      to = Math.max(to, word.end);
      any = true;
    }
  }
  return any ? { start: from, end: to } : null;
}

/** @param {string} text In one line. */
export function line(text) {
  return text.replace(/\s+/gu, " ").trim();
}
