// @ts-check
// What dialogs are made of: fields with their names, and those of the grounds on which something is withheld.

import { byId, h } from "./dom.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Grounds} Grounds */

/** @param {string} title @param {HTMLElement[]} content @returns {HTMLDialogElement} */
export function opened(title, ...content) {
  const heading = h("h2", { id: "dialog-title" }, title);
  const said = h("p", { class: "said", role: "status" });
  const dialog = h("dialog", { "aria-labelledby": "dialog-title" }, heading, ...content, said);
  dialog.addEventListener("close", () => dialog.remove());
  byId("said").replaceChildren();
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** How many fields have a name of their own. */
let named = 0;

/** @param {string} label @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} field @param {string} [hint] */
export function labelled(label, field, hint) {
  named += 1;
  field.id = `field-${named}`;
  if (hint) field.setAttribute("aria-describedby", `hint-${named}`);
  return h(
    "div",
    { class: "field" },
    h("label", { for: field.id }, label),
    field,
    hint && h("small", { id: `hint-${named}` }, hint),
  );
}

/** @param {string} value @param {Record<string, string | boolean>} [more] */
export function input(value, more = {}) {
  return h("input", { type: "text", value, autocomplete: "off", spellcheck: "false", ...more });
}

/** @param {string} law */
export function short(law) {
  return law.length > 60 ? `${law.slice(0, 57)}…` : law;
}

/**
 * The fields of the grounds, in their order, and what they say; a field that is hidden says nothing.
 * @param {Case} all @param {Grounds} grounds What is filled in.
 */
export function groundsFields(all, grounds) {
  const letters = all.categories.map((it) => ({
    code: it.code,
    box: h("input", { type: "checkbox", value: it.code, checked: (grounds.letter ?? "").includes(it.code) }),
    law: it.law,
  }));
  const several = input(grounds.why_several ?? "");
  const statute = input(grounds.statute ?? "");
  const description = input(grounds.description ?? "");
  const harm = input(grounds.harm ?? "");
  const segregability = input(grounds.segregability ?? "");
  const fields = {
    statute: labelled("Statute", statute),
    letters: h(
      "fieldset",
      { class: "field" },
      h("legend", {}, "Category of classified information"),
      ...letters.map((it) => h("label", { class: "box" }, it.box, ` ${it.code} ${it.law}`)),
      labelled("Why more than one holds", several),
    ),
    description: labelled("What is withheld", description, "for the index, which goes out: as far as it can be said"),
    harm: labelled("Harm that the release would do", harm),
    segregability: labelled("Why no part can be released by itself", segregability),
  };
  const of = (/** @type {HTMLElement} */ field, /** @type {string} */ value) => (field.hidden ? "" : value.trim());
  const said = () => ({
    letter: of(fields.letters, letters.filter((it) => it.box.checked).map((it) => it.code).join(", ")),
    why_several: of(fields.letters, several.value),
    statute: of(fields.statute, statute.value),
    description: of(fields.description, description.value),
    harm: of(fields.harm, harm.value),
    segregability: of(fields.segregability, segregability.value),
  });
  return { fields, said };
}
