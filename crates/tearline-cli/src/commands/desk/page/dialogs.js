// @ts-check
// Dialogs: a decision, what is said of a document, the keys, the export.

import { exemptionOf, withholds } from "./actions.js";
import { button, counted, h, say } from "./dom.js";
import { groundsFields, input, labelled, opened, short } from "./fields.js";
import { fileText, isTouched, reviewOf } from "./review.js";
import { line } from "./text.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Derived} Derived */
/** @typedef {import("./types").Doc} Doc */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Portion} Portion */
/** @typedef {import("./types").Whole} Whole */

/** What is decided of a portion by itself: how it is written, what it is called, and whether it takes more. */
const ACTIONS = /** @type {const} */ ([
  ["withhold", "Withhold"],
  ["exemption", "Name the exemption of what is withheld anyway"],
  ["release", "Release"],
  ["mark", "Say its mark"],
  ["no mark", "What could not be read is no mark"],
  ["declassified", "Declassified"],
]);

/**
 * Asks for a decision; `take` gets it with the name of the person.
 * @param {Case} all @param {string} name @param {Portion} portion @param {Entry} entry What is filled in.
 * @param {{ title: string, any: boolean }} how Whether any action may be chosen.
 * @param {(entry: Entry, name: string) => void} take
 */
export function askDecision(all, name, portion, entry, how, take) {
  const action = h("select", {}, ...ACTIONS.map(([value, label]) => h("option", { value, selected: entry.action.startsWith(value) }, label)));
  const more = input(/^(?:mark|declassified) (.+)$/u.exec(entry.action)?.[1] ?? "");
  const choice = h(
    "select",
    {},
    ...all.choices.map((it) =>
      h("option", { value: it.code, selected: it.code === exemptionOf(entry) }, it.code ? `${it.code} ${short(it.law)}` : "none yet"),
    ),
  );
  const grounds = groundsFields(all, entry);
  const authority = input(entry.authority ?? "");
  const note = input(entry.note ?? "");
  const person = input(name, { required: true });
  const fields = {
    person: labelled("Your name", person, "it stands beside every decision, and is asked once"),
    action: labelled("Decision", action),
    more: labelled("Which", more, "a mark as C//NF, or a day as 2012-03-01"),
    choice: labelled("Exemption", choice),
    ...grounds.fields,
    authority: labelled("By which authority", authority, "what protects less needs one"),
    note: labelled("Note for the record", note),
  };
  const isClassified = /^(?:C|S|TS)\b/u.test(portion.counts_as) && !entry.words;
  const isLate = h("p", { class: "note" }, "It opens something: it goes into the review file, and shows after the next run.");
  const before = ACTIONS.find(([value]) => entry.action.startsWith(value))?.[0] ?? "withhold";
  const decided = () => (how.any ? action.value : before);
  const set = () => {
    const kind = decided();
    const closes = kind === "withhold" || kind === "exemption";
    const asks = all.choices.find((it) => it.code === choice.value)?.names ?? "";
    fields.action.hidden = !how.any;
    fields.more.hidden = kind !== "mark" && kind !== "declassified";
    fields.choice.hidden = !closes;
    fields.statute.hidden = !closes || asks === "";
    /** @type {HTMLElement} */ (fields.statute.firstChild).textContent = asks;
    fields.letters.hidden = !closes || !(isClassified || choice.value === "B1");
    fields.description.hidden = !closes;
    fields.harm.hidden = !closes;
    fields.segregability.hidden = !closes;
    fields.authority.hidden = closes;
    isLate.hidden = closes;
    more.required = !fields.more.hidden;
  };
  action.addEventListener("change", set);
  choice.addEventListener("change", set);
  fields.person.hidden = name !== "";
  set();
  const refused = h("p", { class: "refused", role: "alert" });
  const written = () => {
    const kind = decided();
    const code = choice.value;
    if (kind === "exemption" && !code) return "an exemption has to be named";
    const tail = fields.more.hidden ? (fields.choice.hidden ? "" : code) : more.value.trim();
    return entryOf(entry, {
      action: [kind, tail].filter(Boolean).join(" "),
      ...grounds.said(),
      authority: fields.authority.hidden ? "" : authority.value.trim(),
      note: note.value.trim(),
    });
  };
  const form = h(
    "form",
    {
      submit: (event) => {
        event.preventDefault();
        const made = written();
        const by = person.value.trim();
        if (typeof made === "string") refused.textContent = made;
        else if (!by) refused.textContent = "a decision needs the name of the person who makes it";
        else {
          dialog.close();
          take(made, by);
        }
      },
    },
    entry.words && h("p", { class: "quote" }, `“${line(entry.words.exact)}”`),
    isLate,
    ...Object.values(fields),
    refused,
    h("p", { class: "acts" }, h("button", { type: "submit", class: "first" }, "Decide"), button("Cancel", () => dialog.close(), {})),
  );
  const dialog = opened(how.title, form);
  const first = name === "" ? person : how.any ? action : choice;
  first.focus();
}

/** @param {Entry} entry @param {Partial<Entry>} said @returns {Entry} */
function entryOf(entry, said) {
  const all = { ...entry, ...said };
  const full = Object.entries(all).filter(([, value]) => value !== "" && value !== undefined);
  return /** @type {Entry} */ (/** @type {unknown} */ (Object.fromEntries(full)));
}

/**
 * Asks for what is said of a whole document: the grounds of whatever names none, and the exemption of each label.
 * @param {Case} all @param {Doc} doc @param {Whole} whole What is filled in. @param {(whole: Whole) => void} take
 */
export function askWhole(all, doc, whole, take) {
  const grounds = groundsFields(all, whole);
  /** @type {HTMLElement} */ (grounds.fields.statute.firstChild).textContent = "Statute of (b)(3), or privilege of (b)(5)";
  const labels = [...new Set([...doc.labels, ...Object.keys(whole.exemptions ?? {})])];
  const exemptions = labels.map((label) => ({
    label,
    choice: h(
      "select",
      {},
      ...all.choices
        .filter((it) => it.code !== "B1")
        .map((it) => h("option", { value: it.code, selected: it.code === (whole.exemptions?.[label] ?? "") }, it.code ? `${it.code} ${short(it.law)}` : "none yet")),
    ),
  }));
  const form = h(
    "form",
    {
      submit: (event) => {
        event.preventDefault();
        const { exemptions: _, ...rest } = whole;
        const named = Object.fromEntries(exemptions.map((it) => [it.label, it.choice.value]).filter(([, code]) => code !== ""));
        const said = Object.entries({ ...rest, ...grounds.said() }).filter(([, value]) => value !== "");
        dialog.close();
        take({ ...Object.fromEntries(said), ...(Object.keys(named).length > 0 ? { exemptions: named } : {}) });
      },
    },
    h("p", { class: "note" }, "It holds for whatever is withheld and says nothing of its own."),
    ...exemptions.map((it) => labelled(`Exemption of what is ${it.label}`, it.choice)),
    ...Object.values(grounds.fields),
    h("p", { class: "acts" }, h("button", { type: "submit", class: "first" }, "Take"), button("Cancel", () => dialog.close(), {})),
  );
  const dialog = opened(`Of the whole document: ${doc.path}`, form);
}

/** @param {(name: string) => void} take */
export function askName(take) {
  const person = input("", { required: true });
  const form = h(
    "form",
    {
      submit: (event) => {
        event.preventDefault();
        const name = person.value.trim();
        if (!name) return;
        dialog.close();
        take(name);
      },
    },
    labelled("Your name", person, "it stands beside every decision, and is asked once"),
    h("p", { class: "acts" }, h("button", { type: "submit", class: "first" }, "Go on"), button("Cancel", () => dialog.close(), {})),
  );
  const dialog = opened("Who reviews?", form);
  person.focus();
}

/** @param {[string, string][]} keys @param {boolean} single @param {(on: boolean) => void} turn */
export function showKeys(keys, single, turn) {
  const box = h("input", { type: "checkbox", checked: single, change: () => turn(box.checked) });
  const dialog = opened(
    "Keys",
    h("dl", { class: "keys" }, ...keys.map(([key, what]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)))),
    h("label", { class: "box" }, box, " single keys act (all but ?; turn them off where you speak to your computer)"),
    h("p", { class: "acts" }, button("Close", () => dialog.close(), { class: "first" })),
  );
}

/** @param {Case} all @param {Derived} now @param {() => void} given Called once something was given out. */
export function showExport(all, now, given) {
  const files = all.documents.flatMap((doc, at) =>
    isTouched(all, now, at) ? [{ doc, text: fileText(reviewOf(all, now, at)) }] : [],
  );
  /** @type {string[]} */
  const made = [];
  const links = files.map(({ doc, text }) => {
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    made.push(url);
    const name = doc.file.split(/[\\/]/u).at(-1) ?? "review.json";
    return h("a", { href: url, download: name, click: given }, name);
  });
  const together = JSON.stringify(files.map(({ doc, text }) => ({ file: doc.file, review: JSON.parse(text) })), null, 2);
  const area = h("textarea", { readonly: true, rows: 5, "aria-label": "All review files as one text" });
  area.value = together;
  const dialog = opened(
    "Export",
    h(
      "p",
      {},
      files.length === 0
        ? "Nothing was decided here yet."
        : `${counted(files.length, "review file")}. Put each beside its document, and run tearline again: what stands in it is carried out then.`,
    ),
    h(
      "ul",
      { class: "files" },
      ...files.map(({ doc }, index) =>
        h(
          "li",
          {},
          links[index],
          h("small", {}, ` belongs at ${doc.file}`),
          doc.instead && h("strong", { class: "refused" }, ` Take ${doc.instead} away: what it decides stands in the new file, and two are refused.`),
        ),
      ),
    ),
    files.length > 0 ? area : h("span", {}),
    h(
      "p",
      { class: "acts" },
      files.length > 1 && button("Download all", () => links.forEach((it) => it.click()), { class: "first" }),
      files.length > 0 &&
        button("Copy all as one text", () => {
          area.select();
          // The older way works in a page from a file as well.
          const copied = document.execCommand("copy");
          if (copied) given();
          say(copied ? "Copied." : "The browser did not copy; the text is selected.");
        }),
      button("Close", () => dialog.close()),
    ),
  );
  dialog.addEventListener("close", () => made.forEach((url) => URL.revokeObjectURL(url)));
}

/** @param {Entry} entry What is said when it is taken. */
export function saidOf(entry) {
  const what = entry.words ? `“${line(entry.words.exact)}” in ${entry.target}` : entry.target;
  return `${withholds(entry) && entry.words ? entry.action.replace("withhold", "excised") : entry.action}: ${what}`;
}
