// @ts-check
// The desk: selections and keys, and the page begun.

import { Deeds } from "./deeds.js";
import { say } from "./dom.js";
import { called } from "./keys.js";
import { source } from "./rows.js";
import { VIEWS } from "./screen.js";
import { ByKeys, pointed } from "./select.js";
import { line } from "./text.js";

class Desk extends Deeds {
  /** Whether a selection is being made: nothing may move under the pointer then. */
  pointing = false;

  begin() {
    this.build();
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("selectionchange", () => this.pointedAt());
    document.addEventListener("pointerdown", () => {
      this.pointing = true;
    });
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => {
        this.pointing = false;
        this.pointedAt();
      });
    }
  }

  /** @override */
  selectWords() {
    const text = this.portion(this.at)?.text;
    if (!text) return;
    this.byKeys = new ByKeys(this.at, text);
    this.showByKeys();
    say("Select words: arrows move, Shift and arrows select, e excises, Escape ends.");
  }

  showByKeys() {
    const here = this.rows.get(this.at)?.element;
    const portion = this.portion(this.at);
    if (!here || !portion) return;
    this.selected = this.byKeys?.selection() ?? null;
    const selected = typeof this.selected === "object" ? this.selected : null;
    here.querySelector(".source")?.replaceChildren(source(portion, this.items(this.at), selected));
    this.showSelected();
    if (selected) say(line((portion.text ?? "").slice(selected.start, selected.end)));
  }

  /** @override */
  excise() {
    // The browser tells of a selection some time after it was made.
    this.pointedAt();
    super.excise();
  }

  pointedAt() {
    if (this.pointing || this.byKeys || this.view !== "text" || !this.document) return;
    const found = pointed(this.document);
    // A click on a control takes the selection away, and not what was selected.
    if (found === null && document.activeElement !== document.body) return;
    this.selected = found;
    if (typeof found === "object" && found && found.at !== this.at) {
      this.look(found.at);
      this.renderDrawer();
    }
    this.showSelected();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.byKeys && !document.querySelector("dialog[open]")) {
      if (event.key === "Escape") {
        this.byKeys = null;
        this.showByKeys();
        say("No words are selected.");
        return;
      }
      if (this.byKeys.take(event)) {
        event.preventDefault();
        this.showByKeys();
        return;
      }
    }
    const name = called(event, this.single);
    if (name === null) return;
    event.preventDefault();
    this.call(name);
  }

  /** @override @param {string} name */
  call(name) {
    const view = { viewText: VIEWS[0], viewOpen: VIEWS[1], viewFindings: VIEWS[2], viewTimeline: VIEWS[3] }[name];
    if (view) this.show(view);
    else this[/** @type {"undo"} */ (name)]();
  }
}

new Desk().begin();
