// @ts-check
// The portions of a document, source on the left and release on the right, a row each.

import { isChanged, isDecided, isProposed } from "./actions.js";
import { counted, h } from "./dom.js";
import { shown } from "./preview.js";
import { placed } from "./quote.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Doc} Doc */
/** @typedef {import("./types").Item} Item */
/** @typedef {import("./types").Portion} Portion */
/** @typedef {import("./types").Selection} Selection */
/** @typedef {import("./types").Task} Task */

/** @param {Doc} doc @param {number} at */
export function between(doc, at) {
  return doc.between
    .filter((it) => it.before === at)
    .map((it) =>
      h(
        "div",
        { class: "between" },
        h("pre", { class: "text" }, it.text),
        h("p", { class: "out" }, "never part of a release"),
      ),
    );
}

/**
 * @param {Case} all @param {Doc} doc @param {number} at @param {Item[]} items Those of the portion.
 * @param {string} letter The category of what names none. @param {Task[]} tasks Those of the portion.
 * @param {(at: number) => void} pick
 */
export function row(all, doc, at, items, letter, tasks, pick) {
  const portion = /** @type {Portion} */ (doc.portions[at]);
  const name = `portion-${at}`;
  return h(
    "section",
    { class: `row ${portion.kind}`, "data-at": at, "aria-labelledby": name },
    h(
      "h3",
      { id: name },
      h("button", { type: "button", class: "pick", click: () => pick(at) }, portion.target),
      h("span", { class: "mark" }, portion.mark === "none" ? "unmarked" : portion.mark),
      h("span", { class: "line" }, `line ${portion.line}`),
      ...flags(tasks),
    ),
    h("div", { class: "source" }, source(portion, items, null)),
    h("div", { class: "out" }, ...out(all, portion, items, letter)),
  );
}

/** @param {Task[]} tasks */
function flags(tasks) {
  const open = tasks.filter((it) => !it.done);
  const proposals = open.filter((it) => it.item && isProposed(it.item.entry)).length;
  const questions = open.length - proposals;
  return [
    proposals > 0 && h("span", { class: "flag proposal" }, counted(proposals, "proposal")),
    questions > 0 && h("span", { class: "flag" }, `${questions} open`),
    open.length === 0 && tasks.length > 0 && h("span", { class: "flag done" }, "answered"),
  ];
}

/**
 * The text of the source, and in it what is proposed, decided, refused and selected. The text of the element is the text of
 * the portion, sign for sign, so that a selection in it is a place in the portion.
 * @param {Portion} portion @param {Item[]} items @param {Selection | null} selected
 */
export function source(portion, items, selected) {
  const { text } = portion;
  if (text === null) return h("p", { class: "text gone" }, "withheld by an earlier release");
  /** @type {{ start: number, end: number, is: string }[]} */
  const ranges = items.flatMap((item) => {
    const range = item.entry.words && !item.removed ? placed(text, item.entry.words) : null;
    return range ? [{ ...range, is: look(item) }] : [];
  });
  if (selected) ranges.push({ start: selected.start, end: selected.end, is: "selected" });
  const edges = new Set([0, text.length, ...ranges.flatMap((it) => [it.start, it.end])]);
  const places = [...edges].sort((one, other) => one - other);
  const whole = items.some((it) => !it.removed && !it.entry.words && isDecided(it.entry) && it.entry.action.startsWith("withhold"));
  const element = h("div", { class: whole ? "text whole" : "text", "data-source": true });
  places.slice(0, -1).forEach((start, index) => {
    const end = places[index + 1] ?? text.length;
    const here = ranges.filter((it) => it.start <= start && end <= it.end).map((it) => it.is);
    const part = text.slice(start, end);
    element.append(here.length > 0 ? h("mark", { class: [...new Set(here)].join(" ") }, part) : part);
  });
  return element;
}

/** @param {Item} item */
function look(item) {
  if (isProposed(item.entry)) return "proposed";
  return isDecided(item.entry) ? "decided" : "refused";
}

/** @param {Case} all @param {Portion} portion @param {Item[]} items @param {string} letter */
function out(all, portion, items, letter) {
  const { mark, pieces, notes, changed, joined } = shown(all, portion, items, letter);
  const text = joined
    ? h("p", { class: "text joined" }, "one with the place above")
    : h(
        "p",
        { class: "text" },
        mark && h("span", { class: "mark" }, `${mark} `),
        ...pieces.map((piece) =>
          piece.excised ? h("strong", { class: "excision", role: "note" }, piece.text) : h("span", {}, piece.text),
        ),
      );
  const kept = items.filter((it) => isChanged(it) && !isProposed(it.entry)).length;
  return [
    text,
    changed && h("p", { class: "note" }, "as decided here"),
    ...notes.map((note) => h("p", { class: "note" }, note)),
    !changed && notes.length === 0 && kept > 0 && h("p", { class: "note" }, "answered here"),
  ];
}
