// @ts-check
// Elements. Whatever is text is set as text: no text of a document is ever read as markup.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string | number | boolean | null | ((event: any) => void)>} set @param {Child[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, set = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(set)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null) element.setAttribute(key, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** @param {string} label @param {(event: any) => void} click @param {Record<string, string | boolean | null>} set */
export function button(label, click, set = {}) {
  const { key, ...rest } = set;
  const shown = typeof key === "string" ? [label, " ", h("kbd", { "aria-hidden": "true" }, key)] : [label];
  const keys = typeof key === "string" ? (/[A-Z]/u.test(key) ? `Shift+${key}` : key) : null;
  return h("button", { type: "button", click, "aria-keyshortcuts": keys, ...rest }, ...shown);
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let gone;

/** Says what happened, to eyes and ears. @param {string} text */
export function say(text) {
  // Behind an open dialog nothing is heard.
  const said = document.querySelector("dialog[open] .said") ?? byId("said");
  said.textContent = "";
  clearTimeout(gone);
  // The same words again are said again.
  requestAnimationFrame(() => {
    said.textContent = text;
  });
  gone = setTimeout(() => said.replaceChildren(), 12_000);
}

/** @param {number} count @param {string} what */
export function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
