// @ts-check
// What is looked at, and how it is shown; shown again where it may have changed.

import { Steps, isProposed } from "./actions.js";
import { button, byId, counted, h, say } from "./dom.js";
import { drawer } from "./drawer.js";
import { tasks } from "./open.js";
import { between, row } from "./rows.js";
import { line } from "./text.js";
import { documents, findingsView, openView, timelineView } from "./views.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Item} Item */
/** @typedef {import("./types").Selection} Selection */
/** @typedef {import("./types").Task} Task */
/** @typedef {import("./drawer.js").Hands} Hands */
/** @typedef {import("./select.js").ByKeys} ByKeys */

export const VIEWS = /** @type {const} */ (["text", "open", "findings", "timeline"]);

/** The page, as far as it shows things. What is done is done by what is built on it. */
export class Screen {
  constructor() {
    /** @type {Case} */
    this.all = JSON.parse(byId("case").textContent ?? "");
    this.steps = new Steps(this.all);
    this.now = this.steps.derived();
    this.tasks = this.all.documents.map((_, at) => tasks(this.all, this.now, at));
    this.doc = 0;
    this.at = 0;
    /** @type {string | null} The proposal that a and r answer. */
    this.item = null;
    /** @type {(typeof VIEWS)[number]} */
    this.view = "text";
    this.onlyOpen = false;
    this.single = true;
    this.code = "";
    /** How many steps were given out. */
    this.given = 0;
    /** @type {ByKeys | null} */
    this.byKeys = null;
    /** @type {Selection | string | null} */
    this.selected = null;
    /** @type {Map<number, { element: HTMLElement, was: string }>} */
    this.rows = new Map();
  }

  build() {
    const bar = h(
      "div",
      { class: "bar", role: "toolbar", "aria-label": "What to do" },
      button("Undo", () => this.call("undo"), { key: "u", id: "undo" }),
      button("Redo", () => this.call("redo"), { key: "U", id: "redo" }),
      button("Only what is open", () => this.call("filter"), { key: "f", id: "filter", "aria-pressed": "false" }),
      button("Next open", () => this.call("nextOpen"), { key: "n" }),
      button("Of the whole document", () => this.call("sayOfAll"), { key: "g" }),
      button("Export", () => this.call("exportFiles"), { key: "x", class: "first" }),
      button("Keys", () => this.call("help"), { key: "?" }),
    );
    const { number, agency, as_of } = this.all;
    byId("desk").replaceChildren(
      h(
        "nav",
        { class: "side", "aria-label": "Documents of the case" },
        h("h1", {}, `Case ${number}`),
        agency && h("p", { class: "plain" }, agency),
        h("p", { class: "plain" }, "For the public as of ", h("b", {}, as_of)),
        h("p", { class: "plain", id: "reviewer" }),
        h("div", { id: "documents" }),
      ),
      h("main", {}, bar, h("div", { id: "head" }), h("div", { id: "view" })),
    );
    addEventListener("beforeunload", (event) => {
      if (this.given < this.steps.count) event.preventDefault();
    });
    const banner = document.querySelector("header.banner");
    if (banner) {
      const under = () => document.documentElement.style.setProperty("--under", `${banner.clientHeight}px`);
      new ResizeObserver(under).observe(banner);
    }
    this.open(0, 0, false);
  }

  get document() {
    return this.all.documents[this.doc];
  }

  /** @param {number} at */
  portion(at) {
    return this.document?.portions[at];
  }

  /** @param {number} at @returns {Item[]} */
  items(at) {
    const target = this.portion(at)?.target;
    return (this.now.items[this.doc] ?? []).filter((it) => it.entry.target === target);
  }

  /** @param {number} at @returns {Task[]} */
  tasksAt(at) {
    return (this.tasks[this.doc] ?? []).filter((it) => it.at === at);
  }

  /** Looks at a portion. @param {number} doc @param {number} at @param {boolean} focus */
  open(doc, at, focus) {
    const other = doc !== this.doc || this.rows.size === 0;
    this.doc = doc;
    this.at = at;
    this.byKeys = null;
    this.selected = null;
    if (other) this.renderAll();
    else this.renderDrawer();
    if (focus) this.focus();
  }

  renderAll() {
    this.rows.clear();
    this.renderSide();
    const view = byId("view");
    view.replaceChildren();
    const doc = this.document;
    if (!doc) return;
    if (this.view === "open") {
      view.append(openView(this.tasks[this.doc] ?? [], this.onlyOpen, (task) => this.go(task)));
    } else if (this.view === "findings") {
      view.append(findingsView(doc, (at) => this.text(at)));
    } else if (this.view === "timeline") {
      view.append(timelineView(doc, this.doc));
    } else {
      view.append(h("div", { class: "row heads" }, h("p", {}, "Source"), h("p", {}, "Release")));
      doc.portions.forEach((_, at) => {
        if (!this.onlyOpen) view.append(...between(doc, at));
        const element = this.rowOf(at);
        this.rows.set(at, { element, was: this.signature(at) });
        view.append(element);
      });
      if (!this.onlyOpen) view.append(...between(doc, doc.portions.length));
      this.hideAnswered();
      this.renderDrawer();
    }
  }

  /** @param {number} at */
  rowOf(at) {
    const doc = /** @type {import("./types").Doc} */ (this.document);
    const letter = this.now.whole[this.doc]?.letter ?? doc.letter;
    return row(this.all, doc, at, this.items(at), letter, this.tasksAt(at), (it) => this.open(this.doc, it, false));
  }

  /** @param {number} at What a row hangs on. */
  signature(at) {
    return JSON.stringify([this.items(at), this.now.whole[this.doc]?.letter, this.tasksAt(at).map((it) => it.done)]);
  }

  hideAnswered() {
    for (const [at, { element }] of this.rows) {
      const open = this.tasksAt(at).some((it) => !it.done);
      element.hidden = this.onlyOpen && !open && at !== this.at;
    }
  }

  renderSide() {
    const doc = this.document;
    const { reviewer } = this.now;
    byId("reviewer").replaceChildren(
      reviewer ? `Reviewer: ${reviewer}` : button("Say who reviews", () => this.call("sayName")),
    );
    byId("documents").replaceChildren(
      documents(this.all, this.tasks, this.doc, this.onlyOpen, (at) => this.open(at, 0, true)),
    );
    byId("undo").toggleAttribute("disabled", this.steps.count === 0);
    byId("redo").toggleAttribute("disabled", this.steps.count === this.steps.list.length);
    byId("filter").setAttribute("aria-pressed", String(this.onlyOpen));
    if (!doc) return;
    const open = (this.tasks[this.doc] ?? []).filter((it) => !it.done).length;
    const names = { text: "Text", open: `Open (${open})`, findings: `Findings (${doc.findings.length})`, timeline: "Timeline" };
    byId("head").replaceChildren(
      h("h2", {}, `${doc.number}: ${doc.path}`),
      h("p", { class: "plain" }, h("b", {}, doc.banner), `  ${doc.head}; foia counts ${counted(doc.counted, "open question")}`),
      h(
        "div",
        { class: "views", role: "group", "aria-label": "Views of the document" },
        ...VIEWS.map((view, index) =>
          button(names[view], () => this.show(view), { key: String(index + 1), "aria-pressed": String(this.view === view) }),
        ),
      ),
    );
  }

  renderDrawer() {
    const top = () => this.rows.get(this.at)?.element.getBoundingClientRect().top ?? 0;
    const before = top();
    for (const old of document.querySelectorAll(".drawer")) old.remove();
    for (const [at, { element }] of this.rows) element.classList.toggle("current", at === this.at);
    const here = this.rows.get(this.at);
    const portion = this.portion(this.at);
    const hands = this.hands();
    if (!here || !portion || !hands) return;
    here.element.append(drawer(this.all, portion, this.items(this.at), this.tasksAt(this.at), this.current(), hands));
    this.hideAnswered();
    this.showSelected();
    // What is looked at stays where it is.
    scrollBy(0, top() - before);
  }

  /** Shows again what may have changed. */
  update() {
    this.now = this.steps.derived();
    this.tasks = this.all.documents.map((_, at) => tasks(this.all, this.now, at));
    this.selected = null;
    this.byKeys = null;
    if (this.view !== "text") {
      this.renderAll();
      return;
    }
    const within = document.activeElement?.closest(".row") !== null;
    for (const [at, kept] of this.rows) {
      const is = this.signature(at);
      if (is === kept.was) continue;
      const element = this.rowOf(at);
      kept.element.replaceWith(element);
      this.rows.set(at, { element, was: is });
    }
    this.renderSide();
    this.renderDrawer();
    if (within || document.activeElement === document.body) this.focus();
  }

  focus() {
    const here = this.rows.get(this.at)?.element;
    const pick = here?.querySelector(".pick");
    if (pick instanceof HTMLElement) pick.focus({ preventScroll: true });
    here?.scrollIntoView({ block: "nearest" });
  }

  /** Makes a portion the one that is looked at, without showing it. @param {number} at */
  look(at) {
    this.at = at;
  }

  turnFilter() {
    this.onlyOpen = !this.onlyOpen;
    this.renderAll();
  }

  /** @param {(typeof VIEWS)[number]} view */
  show(view) {
    this.view = view;
    this.renderAll();
    say(`${this.document?.number}: ${{ text: "source and release", open: "what is open", findings: "findings", timeline: "what opens when" }[view]}`);
  }

  /** @param {number} at */
  text(at) {
    this.view = "text";
    this.at = at;
    this.renderAll();
    this.focus();
  }

  /** @param {Task} task */
  go(task) {
    if (task.names) {
      this.call("sayName");
      return;
    }
    const other = this.view !== "text" || task.doc !== this.doc;
    this.view = "text";
    this.doc = task.doc;
    this.at = Math.max(0, task.at);
    this.item = task.item && isProposed(task.item.entry) ? task.item.id : null;
    this.byKeys = null;
    if (other) this.renderAll();
    else this.renderDrawer();
    this.focus();
    say(`${task.what || "the document"}: ${task.why}`);
  }

  /** The proposal that is looked at: the one that was gone to, else the first of the portion. */
  current() {
    const open = this.items(this.at).filter((it) => isProposed(it.entry) && !it.removed);
    return open.find((it) => it.id === this.item) ?? open[0] ?? null;
  }

  showSelected() {
    const place = document.getElementById("selected");
    if (!place) return;
    const { selected } = this;
    if (typeof selected === "string") place.textContent = selected;
    else if (selected === null) place.textContent = "";
    else place.textContent = `Selected: “${line((this.portion(selected.at)?.text ?? "").slice(selected.start, selected.end))}”`;
  }

  /** Does what a key or a control is for, by its name. @param {string} name */
  call(name) {
    throw new Error(`nothing is called ${name}`);
  }

  /** @returns {Hands | null} What the drawer asks for. */
  hands() {
    return null;
  }
}
