// @ts-check
// The ways through a case: from portion to portion, from document to document, to what is open.

import { isProposed } from "./actions.js";
import { say } from "./dom.js";
import { Screen } from "./screen.js";

/** @typedef {import("./types").Task} Task */

/** @param {number} doc @param {number} at @param {string | null} item */
function stop(doc, at, item) {
  return `${doc} ${at} ${item ?? ""}`;
}

/** @param {Task} task @returns {string | null} */
export function proposalOf(task) {
  return task.item && isProposed(task.item.entry) ? task.item.id : null;
}

export class Ways extends Screen {
  /** @param {number} step */
  step(step) {
    if (this.view !== "text") this.show("text");
    const shown = [...this.rows].filter(([, it]) => !it.element.hidden).map(([at]) => at);
    const next = shown[shown.indexOf(this.at) + step];
    if (next === undefined) say(step > 0 ? "This is the last portion." : "This is the first portion.");
    else {
      this.item = null;
      this.open(this.doc, next, true);
    }
  }

  nextPortion() {
    this.step(1);
  }

  portionBefore() {
    this.step(-1);
  }

  /** @param {number} step */
  toDocument(step) {
    const next = this.doc + step;
    if (next < 0 || next >= this.all.documents.length) {
      say(step > 0 ? "This is the last document." : "This is the first document.");
      return;
    }
    this.item = null;
    this.open(next, 0, true);
    say(`${this.document?.number}: ${this.document?.path}`);
  }

  nextDocument() {
    this.toDocument(1);
  }

  documentBefore() {
    this.toDocument(-1);
  }

  /** @param {number} step */
  toOpen(step) {
    /** @type {Map<string, Task>} Several questions of one place are one stop, and each proposal is one. */
    const stops = new Map();
    for (const task of this.tasks.flat()) {
      const name = stop(task.doc, task.at, proposalOf(task));
      if (!task.done && !stops.has(name)) stops.set(name, task);
    }
    const open = [...stops];
    const index = open.findIndex(([name]) => name === stop(this.doc, this.at, this.item));
    const place = this.doc * 1e6 + this.at;
    const beyond = open.filter(([, it]) => (it.doc * 1e6 + it.at - place) * step > 0);
    const next = index >= 0 ? open[index + step] : beyond.at(step > 0 ? 0 : -1);
    const task = (next ?? open.at(step > 0 ? 0 : -1))?.[1];
    if (!task) say("Nothing is open.");
    else this.go(task);
  }

  nextOpen() {
    this.toOpen(1);
  }

  openBefore() {
    this.toOpen(-1);
  }
}
