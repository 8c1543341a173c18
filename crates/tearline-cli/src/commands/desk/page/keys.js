// @ts-check
// The keys, in the order in which the page lists them. Each is also a control that Tab reaches.

/** @type {[string, string, string][]} Key, what it does, and the name of what it calls. */
export const KEYS = [
  ["j", "next portion", "nextPortion"],
  ["k", "portion before", "portionBefore"],
  ["n", "next thing that is open, in this document and the next", "nextOpen"],
  ["p", "open thing before", "openBefore"],
  ["d", "next document", "nextDocument"],
  ["D", "document before", "documentBefore"],
  ["a", "accept the proposal", "accept"],
  ["r", "refuse the proposal", "refuse"],
  ["A", "accept all that are alike, in all documents", "acceptAlike"],
  ["R", "refuse all that are alike, in all documents", "refuseAlike"],
  ["e", "excise the selected words", "excise"],
  ["s", "select words by keys: arrows move, Shift and arrows select, e excises, Escape ends", "selectWords"],
  ["w", "withhold the portion", "withhold"],
  ["o", "another decision on the portion", "decide"],
  ["g", "what is said of the whole document: grounds, exemptions", "sayOfAll"],
  ["u", "undo (also Ctrl+Z)", "undo"],
  ["U", "do again (also Ctrl+Shift+Z and Ctrl+Y)", "redo"],
  ["f", "show only what is open, or everything", "filter"],
  ["1", "text", "viewText"],
  ["2", "what is open", "viewOpen"],
  ["3", "findings", "viewFindings"],
  ["4", "timeline", "viewTimeline"],
  ["x", "export the review files", "exportFiles"],
  ["?", "these keys", "help"],
];

/** @param {KeyboardEvent} event @param {boolean} single @returns {string | null} The name of what is called. */
export function called(event, single) {
  if (document.querySelector("dialog[open]")) return null;
  const { target } = event;
  const types = target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (types) return null;
    const key = event.key.toLowerCase();
    if (key === "z") return event.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : null;
  }
  if (event.altKey || types || (!single && event.key !== "?")) return null;
  return KEYS.find(([key]) => key === event.key)?.[2] ?? null;
}
