// @ts-check
// The review files that the page gives out.

import { isChanged } from "./actions.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Derived} Derived */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Review} Review */

/** The order in which an entry is written. */
const ORDER = /** @type {const} */ ([
  "target",
  "words",
  "action",
  "by",
  "on",
  "authority",
  "note",
  "letter",
  "why_several",
  "statute",
  "description",
  "harm",
  "segregability",
  "state",
  "confirmed_by",
  "confirmed_on",
  "proposed_by",
]);

/** @param {Case} all @param {Derived} now @param {number} at Whether anything was done in a document. */
export function isTouched(all, now, at) {
  const before = all.documents[at]?.review.document ?? {};
  const named = now.reviewer !== "" && (before.reviewer ?? "") === "" && all.reviewer === null;
  const said = JSON.stringify(before) !== JSON.stringify(now.whole[at] ?? {});
  return named || said || (now.items[at] ?? []).some((item) => isChanged(item));
}

/**
 * The review of a document: what its file has, as it is now, and what came to it. Proposals that nobody has answered are
 * in it as proposals, so that nothing that is open here is closed there.
 * @param {Case} all @param {Derived} now @param {number} at @returns {Review}
 */
export function reviewOf(all, now, at) {
  const before = all.documents[at]?.review ?? { version: 1, source: "" };
  const document = { ...now.whole[at] };
  if (!document.reviewer && now.reviewer) document.reviewer = now.reviewer;
  const decision = (now.items[at] ?? []).filter((item) => !item.removed).map((item) => written(item.entry));
  return {
    version: before.version,
    source: before.source,
    ...(Object.keys(document).length > 0 ? { document } : {}),
    ...(decision.length > 0 ? { decision } : {}),
  };
}

/** @param {Entry} entry @returns {Entry} Without what it does not say. */
function written(entry) {
  const said = ORDER.flatMap((key) => {
    const value = entry[key];
    return value === undefined || value === "" ? [] : [[key, value]];
  });
  return Object.fromEntries(said);
}

/** @param {Review} review */
export function fileText(review) {
  return `${JSON.stringify(review, null, 2)}\n`;
}
