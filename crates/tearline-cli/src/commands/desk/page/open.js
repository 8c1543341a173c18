// @ts-check
// What is open in a document, as the program counted it and as far as what was done here answers it.

import { exemptionOf, isChanged, isDecided, isProposed, withholds } from "./actions.js";
import { line } from "./text.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Derived} Derived */
/** @typedef {import("./types").Doc} Doc */
/** @typedef {import("./types").Item} Item */
/** @typedef {import("./types").Portion} Portion */
/** @typedef {import("./types").Question} Question */
/** @typedef {import("./types").Task} Task */
/** @typedef {import("./types").Whole} Whole */

/** @param {Case} all @param {Derived} now @param {number} at @returns {Task[]} */
export function tasks(all, now, at) {
  const doc = all.documents[at];
  const items = now.items[at] ?? [];
  if (!doc) return [];
  const place = (/** @type {string} */ target) => doc.portions.findIndex((it) => it.target === target);
  /** @type {Task[]} */
  const list = doc.open.map((question) => ({
    doc: at,
    at: question.portions[0] ?? -1,
    what: [asked(question, doc.portions.map((it) => it.target)), question.detail].filter(Boolean).join(": "),
    why: question.message,
    done: isAnswered(question, now, items, doc, now.whole[at] ?? {}),
    names: question.answer === "reviewer",
    item: null,
  }));
  for (const item of items) {
    const { entry } = item;
    // A proposal stays in the list when it is answered, so that the count tells how far one has come.
    if (!item.removed && (isProposed(entry) || (entry.proposed_by && isChanged(item)))) {
      list.push({
        doc: at,
        at: place(entry.target),
        what: `${entry.target}: ${entry.words ? `“${line(entry.words.exact)}”` : "all of it"}`,
        why: `proposed: ${entry.proposed_by ?? entry.by}`,
        done: !isProposed(entry),
        names: false,
        item,
      });
    }
    const missing = lacks(all, item, doc.portions[place(entry.target)]?.out.verdict === "release", now.whole[at] ?? {}, doc.letter);
    if (missing.length > 0) {
      list.push({
        doc: at,
        at: place(entry.target),
        what: `${entry.target}: ${missing.join(", ")} missing`,
        why: "the next run will ask for what a withholding has to say",
        done: false,
        names: false,
        item,
      });
    }
  }
  return list.sort((one, other) => one.at - other.at);
}

/** @param {Question} question @param {string[]} targets What it is about, as the rows call it. */
function asked(question, targets) {
  const [first, ...more] = question.portions.map((at) => targets[at] ?? "");
  if (first === undefined) return question.place;
  const words = question.of_words ? "words in " : "";
  return more.length === 0 ? `${words}${first}` : `${words}${first} and ${more.length} beside it`;
}

/** @param {Task[]} list */
export function progress(list) {
  return { done: list.filter((it) => it.done).length, all: list.length };
}

/**
 * What a withholding that was made here does not say yet, and a package will ask for.
 * @param {Case} all @param {Item} item @param {boolean} wentOut @param {Whole} whole What is said of the document.
 * @param {string} letter The category that the document's own line names.
 */
function lacks(all, item, wentOut, whole, letter) {
  const { entry } = item;
  if (item.removed || !isChanged(item) || !isDecided(entry) || !withholds(entry)) return [];
  const code = exemptionOf(entry);
  const named = all.choices.find((it) => it.code === code)?.names ?? "";
  const missing = [];
  // What is withheld for its mark has its exemption, or a question of its own.
  if (!code && (entry.words || wentOut)) missing.push("exemption");
  if (named === "Statute" && !entry.statute && !whole.statute) missing.push("statute");
  if (code === "B1" && !entry.letter && !whole.letter && !letter) missing.push("category");
  if (!entry.words && !wentOut) return missing;
  if (!entry.description && !whole.description) missing.push("description");
  if (!entry.harm && !whole.harm) missing.push("harm");
  if (!entry.words && !entry.segregability && !whole.segregability) missing.push("segregability");
  return missing;
}

/** @param {Question} question @param {Derived} now @param {Item[]} items @param {Doc} doc @param {Whole} whole */
function isAnswered(question, now, items, doc, whole) {
  const { answer } = question;
  if (answer === "") return false;
  if (answer === "reviewer") return now.reviewer !== "";
  return (
    question.portions.length > 0 &&
    question.portions.every((at) => {
      const portion = doc.portions[at];
      const before = doc.review.document ?? {};
      const ofAll = answer === "exemption" ? !question.of_words && ofLabel(portion, whole) !== ofLabel(portion, before) : whole[answer] !== before[answer];
      // Why no part of a document can be released is no reason for words in what is released.
      if (ofAll && !(question.of_words && answer === "segregability")) return true;
      return items.some((item) => {
        const { entry } = item;
        const here = !item.removed && entry.target === portion?.target && isDecided(entry) && isChanged(item);
        if (!here || Boolean(entry.words) !== question.of_words) return false;
        return answer === "exemption" ? exemptionOf(entry) !== "" : Boolean(entry[answer]);
      });
    })
  );
}

/** @param {Portion | undefined} portion @param {Whole} whole The exemption that is named for its label. */
function ofLabel(portion, whole) {
  return (portion && whole.exemptions?.[portion.label]) ?? "";
}
