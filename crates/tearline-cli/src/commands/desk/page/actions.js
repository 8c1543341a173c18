// @ts-check
// What a reviewer did, as a list of steps, and what it comes to. A step is undone by leaving it out.

import { placed, quoted, sameness, standing } from "./quote.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Doc} Doc */
/** @typedef {import("./types").Derived} Derived */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Item} Item */
/** @typedef {import("./types").Step} Step */

/** Who proposes, where no person does. */
const PROPOSER = "tearline";

/** The steps, and how many of them hold. */
export class Steps {
  /** @param {Case} all */
  constructor(all) {
    this.all = all;
    /** @type {Step[]} */
    this.list = [];
    this.count = 0;
  }

  /** @param {Step} step */
  take(step) {
    this.list.length = this.count;
    this.list.push(step);
    this.count += 1;
  }

  /** @returns {Step | null} What was undone. */
  undo() {
    if (this.count === 0) return null;
    this.count -= 1;
    return this.list[this.count] ?? null;
  }

  /** @returns {Step | null} What was done again. */
  redo() {
    const step = this.list[this.count];
    if (!step) return null;
    this.count += 1;
    return step;
  }

  /** @returns {Derived} */
  derived() {
    return derived(this.all, this.list.slice(0, this.count));
  }
}

/** @param {Entry} entry */
export function isDecided(entry) {
  return entry.state !== "proposed" && entry.state !== "refused";
}

/** @param {Entry} entry */
export function isProposed(entry) {
  return entry.state === "proposed";
}

/** @param {Entry} entry */
export function withholds(entry) {
  return /^withhold( |$)/u.test(entry.action);
}

/** @param {Entry} entry The code of the exemption that it names, or nothing. */
export function exemptionOf(entry) {
  return /^(?:withhold|exemption) (.+)$/u.exec(entry.action)?.[1] ?? "";
}

/** @param {Item} item Whether it is not as the file has it. */
export function isChanged(item) {
  if (item.removed) return true;
  if (!item.base) return !isProposed(item.entry) || !item.id.includes(":found:");
  return JSON.stringify(item.base) !== JSON.stringify(item.entry);
}

/** @param {Case} all @param {Step[]} steps @returns {Derived} */
function derived(all, steps) {
  const items = all.documents.map((doc, at) => begun(doc, at));
  const whole = all.documents.map((doc) => doc.review.document ?? {});
  let reviewer = all.reviewer ?? all.documents.map((doc) => doc.review.document?.reviewer).find(Boolean) ?? "";
  for (const action of steps.flatMap((step) => step.actions)) {
    if (action.do === "name") {
      reviewer = action.name;
      continue;
    }
    if (action.do === "whole") {
      whole[action.doc] = action.whole;
      continue;
    }
    const list = items[action.doc] ?? [];
    const item = list.find((it) => it.id === action.id);
    if (action.do === "remove") {
      if (item?.base) item.removed = true;
      else if (item) list.splice(list.indexOf(item), 1);
    } else if (item) {
      item.entry = action.entry;
    } else {
      list.push({ id: action.id, doc: action.doc, entry: action.entry, base: null, removed: false });
    }
  }
  addAlike(all, items);
  return { reviewer, whole, items };
}

/** @param {Doc} doc @param {number} at @returns {Item[]} What is there before anything is done. */
function begun(doc, at) {
  const inFile = (doc.review.decision ?? []).map((entry, index) => ({
    id: `${at}:file:${index}`,
    doc: at,
    entry,
    base: entry,
    removed: false,
  }));
  const found = doc.proposals.map((entry, index) => ({
    id: `${at}:found:${index}`,
    doc: at,
    entry,
    base: null,
    removed: false,
  }));
  return [...inFile, ...found];
}

/**
 * Proposes what is withheld in one place wherever else it would go out.
 * @param {Case} all @param {Item[][]} items
 */
function addAlike(all, items) {
  /** @type {Map<string, Item>} */
  const sources = new Map();
  for (const item of items.flat()) {
    const { entry } = item;
    if (item.removed || !entry.words || !withholds(entry) || !isDecided(entry) || !isChanged(item)) continue;
    const same = sameness(entry.words.exact);
    if (!sources.has(same)) sources.set(same, item);
  }
  if (sources.size === 0) return;
  all.documents.forEach((doc, at) => {
    const list = items[at] ?? [];
    for (const portion of doc.portions) {
      const { text, target } = portion;
      if (text === null || portion.out.verdict === "withhold") continue;
      const here = list.filter((it) => !it.removed && it.entry.target === target);
      if (here.some((it) => !it.entry.words && withholds(it.entry) && isDecided(it.entry))) continue;
      const taken = here.flatMap((it) => (it.entry.words && placed(text, it.entry.words)) || []);
      for (const source of sources.values()) {
        for (const range of standing(text, source.entry.words?.exact ?? "")) {
          if (taken.some((it) => it.start < range.end && range.start < it.end)) continue;
          const id = `${at}:alike:${target}:${range.start}`;
          if (list.some((it) => it.id === id)) continue;
          taken.push(range);
          list.push({ id, doc: at, entry: alike(all, source, at, text, target, range), base: null, removed: false });
        }
      }
    }
  });
}

/**
 * @param {Case} all @param {Item} source @param {number} at @param {string} text @param {string} target
 * @param {{ start: number, end: number }} range @returns {Entry}
 */
function alike(all, source, at, text, target, range) {
  const words = quoted(text, range.start, range.end);
  const other = source.doc === at ? "" : ` of ${all.documents[source.doc]?.number}`;
  const { action, letter, statute, description, harm } = source.entry;
  return {
    target,
    // Where no surroundings tell one place from the other the whole portion is to be looked at.
    ...(words ? { words } : {}),
    action,
    by: PROPOSER,
    on: source.entry.on,
    ...(letter ? { letter } : {}),
    ...(statute ? { statute } : {}),
    ...(description ? { description } : {}),
    ...(harm ? { harm } : {}),
    state: "proposed",
    proposed_by: `withheld in ${source.entry.target}${other}`,
  };
}
