// @ts-check
// Words that are selected in the source: with a pointer, or by keys alone.

import { whole, words } from "./text.js";

/** @typedef {import("./types").Doc} Doc */
/** @typedef {import("./types").Selection} Selection */

/**
 * What is selected with a pointer; a text says why that is nothing that can be excised, and null that there is nothing.
 * @param {Doc} doc @returns {Selection | string | null}
 */
export function pointed(doc) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [from, to] = [sourceOf(range.startContainer), sourceOf(range.endContainer)];
  if (!from && !to) return null;
  if (!from || from !== to) return "The selection leaves the text of one portion; select inside one, on the left.";
  const row = from.closest(".row");
  const at = row instanceof HTMLElement ? Number(row.dataset.at) : -1;
  const text = doc.portions[at]?.text;
  if (text === null || text === undefined) return null;
  const before = document.createRange();
  before.setStart(from, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const found = whole(text, start, start + range.toString().length);
  return found ? { at, ...found } : "There is no word in the selection.";
}

/** @param {Node} node */
function sourceOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[data-source]") ?? null;
}

/** Words that are selected by keys: the first and the last, by their place among the words of the portion. */
export class ByKeys {
  /** @param {number} at @param {string} text */
  constructor(at, text) {
    this.at = at;
    this.text = text;
    this.words = words(text);
    this.anchor = 0;
    this.head = 0;
  }

  /** @param {KeyboardEvent} event @returns {boolean} Whether the key was for this. */
  take(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return false;
    const last = this.words.length - 1;
    this.head = Math.max(0, Math.min(last, this.head + step));
    if (!event.shiftKey) this.anchor = this.head;
    return true;
  }

  /** @returns {Selection | null} */
  selection() {
    const first = this.words[Math.min(this.anchor, this.head)];
    const last = this.words[Math.max(this.anchor, this.head)];
    return first && last ? { at: this.at, start: first.start, end: last.end } : null;
  }
}
