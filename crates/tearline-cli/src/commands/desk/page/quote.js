// @ts-check
// Words of a portion with so much of what stands around them that they are found once (W3C TextQuoteSelector).

import { folded, whole } from "./text.js";

/** @typedef {import("./types").Quote} Quote */
/** @typedef {import("./text.js").Folded} Folded */

/** How many letters on each side are tried. Behind the last the portion repeats itself for longer than anybody reads. */
const AROUND = [16, 64, 256, 1024];

/** @type {Map<string, Folded>} Portions are looked through again and again. */
const known = new Map();

/** @param {string} text @returns {Folded} */
function foldedOnce(text) {
  const before = known.get(text);
  if (before) return before;
  const now = folded(text);
  known.set(text, now);
  return now;
}

/** @param {string} text @param {string} part @returns {number[]} Every place, overlapping ones as well. */
function places(text, part) {
  const found = [];
  for (let at = text.indexOf(part); part && at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/**
 * The words between two places as a quote; null where no reasonable surroundings make them one.
 * @param {string} text @param {number} start @param {number} end @returns {Quote | null}
 */
export function quoted(text, start, end) {
  const { letters, starts, ends } = foldedOnce(text);
  const from = starts.findIndex((at) => at >= start);
  const to = ends.filter((at) => at <= end).length;
  if (from < 0 || from >= to) return null;
  const others = places(letters, letters.slice(from, to)).filter((at) => at !== from);
  for (const size of AROUND) {
    const before = letters.slice(Math.max(0, from - size), from);
    const behind = letters.slice(to, to + size);
    const alike = others.some(
      (at) => letters.slice(0, at).endsWith(before) && letters.startsWith(behind, at + to - from),
    );
    if (alike) continue;
    const first = from - before.length;
    const last = to + behind.length;
    let head = first === 0 ? 0 : (starts[first] ?? 0);
    while (head > 0 && !/\s/u.test(text.charAt(head - 1))) head -= 1;
    let tail = last >= letters.length ? text.length : (ends[last - 1] ?? text.length);
    while (tail < text.length && !/\s/u.test(text.charAt(tail))) tail += 1;
    return {
      exact: text.slice(start, end),
      prefix: text.slice(Math.min(head, start), start),
      suffix: text.slice(end, Math.max(tail, end)),
    };
  }
  return null;
}

/**
 * Where a quote stands; null where it stands nowhere or more than once.
 * @param {string} text @param {Quote} quote @returns {{ start: number, end: number } | null}
 */
export function placed(text, quote) {
  const all = foldedOnce(text);
  const before = folded(quote.prefix ?? "").letters;
  const exact = folded(quote.exact).letters;
  const found = places(all.letters, before + exact + folded(quote.suffix ?? "").letters);
  const at = found[0];
  if (at === undefined || found.length > 1 || !exact) return null;
  const first = at + before.length;
  return whole(text, all.starts[first] ?? 0, all.ends[first + exact.length - 1] ?? 0);
}

/**
 * Where the same words stand in a text, each as far as its words go.
 * @param {string} text @param {string} exact @returns {{ start: number, end: number }[]}
 */
export function standing(text, exact) {
  const all = foldedOnce(text);
  const wanted = folded(exact).letters;
  const letter = /[\p{L}\p{N}]/u;
  const found = [];
  for (const at of places(all.letters, wanted)) {
    const start = all.starts[at] ?? 0;
    const end = all.ends[at + wanted.length - 1] ?? 0;
    // A part of a longer word is another word.
    if (letter.test(text.charAt(start - 1)) || letter.test(text.charAt(end))) continue;
    const range = whole(text, start, end);
    if (range) found.push(range);
  }
  return found;
}

/** @param {string} exact Words as they are compared: equal for what is the same. */
export function sameness(exact) {
  return folded(exact).letters;
}
