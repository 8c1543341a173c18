// @ts-check
// What can be done about the portion that is looked at: its facts, its proposals, its decisions.

import { exemptionOf, isChanged, isDecided, isProposed, withholds } from "./actions.js";
import { button, h } from "./dom.js";
import { sameness } from "./quote.js";
import { line } from "./text.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Item} Item */
/** @typedef {import("./types").Portion} Portion */
/** @typedef {import("./types").Task} Task */

/**
 * What the drawer asks of the page.
 * @typedef {object} Hands
 * @property {(item: Item, state: "decided" | "refused", code: string | null) => void} answer
 * @property {(item: Item, state: "decided" | "refused") => void} answerAlike
 * @property {(item: Item) => Item[]} alike
 * @property {() => void} excise
 * @property {() => void} withhold
 * @property {() => void} decide
 * @property {() => void} selectWords
 * @property {(item: Item) => void} edit
 * @property {(item: Item) => void} remove
 * @property {(item: Item) => void} confirm
 */

/**
 * @param {Case} all @param {Portion} portion @param {Item[]} items @param {Task[]} tasks @param {Item | null} current
 * @param {Hands} hands
 */
export function drawer(all, portion, items, tasks, current, hands) {
  const proposals = items.filter((it) => isProposed(it.entry) && !it.removed);
  const others = items.filter((it) => !isProposed(it.entry) || it.removed);
  const open = tasks.filter((it) => !it.done && !(it.item && isProposed(it.item.entry)));
  return h(
    "div",
    { class: "drawer", role: "group", "aria-label": `Decide about ${portion.target}` },
    facts(portion),
    proposals.length > 0 &&
      h(
        "div",
        { class: "part" },
        h("h4", {}, "Proposed"),
        h("ul", {}, ...proposals.map((item) => proposal(all, item, item === current, hands))),
      ),
    others.length > 0 &&
      h(
        "div",
        { class: "part" },
        h("h4", {}, "Decided"),
        h("ul", {}, ...others.map((item) => decision(all, item, hands))),
      ),
    open.length > 0 &&
      h(
        "div",
        { class: "part" },
        h("h4", {}, "Open"),
        h("ul", {}, ...open.map((task) => h("li", {}, h("span", {}, task.item ? task.what : task.why), task.item && missing(task, hands)))),
      ),
    portion.text !== null &&
      h(
        "div",
        { class: "acts" },
        h("span", { id: "selected", class: "selected" }, ""),
        button("Excise selected words", hands.excise, { key: "e" }),
        button("Select words by keys", hands.selectWords, { key: "s" }),
        button("Withhold portion", hands.withhold, { key: "w" }),
        button("Another decision", hands.decide, { key: "o" }),
      ),
  );
}

/** @param {Portion} portion */
function facts(portion) {
  const list = [
    ["Counts as", portion.counts_as],
    ["Because", portion.because],
    ["Opens to the public", portion.opens],
  ];
  const reasons = portion.reasons.map((reason) => h("span", {}, reason));
  return h(
    "dl",
    {},
    ...list.map(([term, text]) => h("div", {}, h("dt", {}, term), h("dd", {}, text))),
    reasons.length > 0 && h("div", {}, h("dt", {}, "Withheld"), h("dd", {}, ...reasons)),
  );
}

/** @param {Entry} entry */
function quotedWords(entry) {
  return entry.words ? `“${line(entry.words.exact)}”` : "the whole portion";
}

/** @param {Case} all @param {Item} item @param {boolean} isCurrent @param {Hands} hands */
function proposal(all, item, isCurrent, hands) {
  const { entry } = item;
  const alike = hands.alike(item).length;
  const said = quotedWords(entry);
  const choice = h(
    "select",
    { "aria-label": `Exemption for ${said}` },
    ...all.choices.map((it) => h("option", { value: it.code, selected: it.code === exemptionOf(entry) }, it.code || "no exemption yet")),
  );
  const answer = (/** @type {"decided" | "refused"} */ state) => () => hands.answer(item, state, choice.value);
  return h(
    "li",
    { class: isCurrent ? "current" : "", "data-item": item.id },
    h("span", { class: "quote" }, said),
    h("span", { class: "cause" }, entry.proposed_by ?? entry.by),
    h(
      "span",
      { class: "acts" },
      choice,
      button("Accept", answer("decided"), isCurrent ? { key: "a" } : {}),
      button("Refuse", answer("refused"), isCurrent ? { key: "r" } : {}),
      alike > 1 && button(`Accept all ${alike}`, () => hands.answerAlike(item, "decided"), isCurrent ? { key: "A" } : {}),
      alike > 1 && button(`Refuse all ${alike}`, () => hands.answerAlike(item, "refused"), isCurrent ? { key: "R" } : {}),
    ),
  );
}

/** @param {Case} all @param {Item} item @param {Hands} hands */
function decision(all, item, hands) {
  const { entry } = item;
  const state = item.removed ? "taken out" : (entry.state ?? "decided");
  const opens = !withholds(entry) && !entry.action.startsWith("exemption");
  const other = sameness(entry.by);
  return h(
    "li",
    { "data-item": item.id },
    h("span", { class: "quote" }, `${entry.action}: ${quotedWords(entry)}`),
    h("span", { class: "cause" }, `${state}${isChanged(item) ? " here" : ""}, ${entry.by}, ${entry.on}`),
    !item.removed &&
      h(
        "span",
        { class: "acts" },
        isDecided(entry) && button("Say why", () => hands.edit(item), {}),
        all.second_person && opens && entry.state !== "confirmed" && other !== "" && button("Confirm", () => hands.confirm(item), {}),
        button(isDecided(entry) ? "Take out" : "Ask again", () => hands.remove(item), {}),
      ),
  );
}

/** @param {Task} task @param {Hands} hands */
function missing(task, hands) {
  const { item } = task;
  return item && h("span", { class: "acts" }, button("Say why", () => hands.edit(item), {}));
}
