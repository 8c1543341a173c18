// @ts-check
// What a reviewer does: each deed is a step, which can be undone.

import { exemptionOf, isProposed } from "./actions.js";
import { askDecision, askName, askWhole, saidOf, showExport, showKeys } from "./dialogs.js";
import { say } from "./dom.js";
import { KEYS } from "./keys.js";
import { placed, quoted, sameness } from "./quote.js";
import { line } from "./text.js";
import { Ways } from "./ways.js";

/** @typedef {import("./types").Action} Action */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Item} Item */

export class Deeds extends Ways {
  /** @param {string} said @param {Action[]} actions */
  take(said, actions) {
    this.steps.take({ said, actions });
    this.update();
    say(said);
  }

  /** @param {string} name */
  named(name) {
    this.take(`Reviewer: ${name}`, [{ do: "name", name }]);
  }

  /** Does something once a person is named. @param {(name: string) => void} then */
  asPerson(then) {
    const { reviewer } = this.now;
    if (reviewer) then(reviewer);
    else
      askName((name) => {
        this.named(name);
        then(name);
      });
  }

  undo() {
    const step = this.steps.undo();
    this.update();
    say(step ? `Undone: ${step.said}` : "There is nothing to undo.");
  }

  redo() {
    const step = this.steps.redo();
    this.update();
    say(step ? `Done again: ${step.said}` : "There is nothing to do again.");
  }

  /** @param {Item} item @returns {Item[]} Proposals of the same words, in all documents. */
  alike(item) {
    const words = item.entry.words;
    if (!words) return [item];
    const same = sameness(words.exact);
    const open = this.now.items.flat().filter((it) => isProposed(it.entry) && !it.removed);
    return open.filter((it) => it.entry.words && sameness(it.entry.words.exact) === same);
  }

  /** @param {Item} item @param {"decided" | "refused"} state @param {string | null} code */
  answer(item, state, code) {
    this.answerAll([item], state, code);
  }

  /** @param {Item} item @param {"decided" | "refused"} state */
  answerAlike(item, state) {
    this.answerAll(this.alike(item), state, null);
  }

  /** @param {Item[]} items @param {"decided" | "refused"} state @param {string | null} code */
  answerAll(items, state, code) {
    this.asPerson((by) => {
      /** @type {Action[]} */
      const actions = items.map((it) => {
        const exemption = code ?? exemptionOf(it.entry);
        const action = exemption ? `withhold ${exemption}` : "withhold";
        return { do: "put", doc: it.doc, id: it.id, entry: { ...it.entry, action, by, on: today(), state } };
      });
      const words = items[0]?.entry.words;
      const what = words ? `“${line(words.exact)}”` : "the portion";
      const done = state === "decided" ? "Accepted" : "Refused";
      this.take(items.length > 1 ? `${done} ${items.length} times: ${what}` : `${done}: ${what} in ${items[0]?.entry.target}`, actions);
    });
  }

  /** @param {"decided" | "refused"} state @param {boolean} all */
  answerCurrent(state, all) {
    const item = this.current();
    if (!item) say("No proposal is open here.");
    else if (all) this.answerAlike(item, state);
    else {
      const choice = document.querySelector(".drawer li.current select");
      this.answer(item, state, choice instanceof HTMLSelectElement ? choice.value : null);
    }
  }

  accept() {
    this.answerCurrent("decided", false);
  }

  refuse() {
    this.answerCurrent("refused", false);
  }

  acceptAlike() {
    this.answerCurrent("decided", true);
  }

  refuseAlike() {
    this.answerCurrent("refused", true);
  }

  /** @param {Entry} entry @param {string} title @param {boolean} any @param {string | null} id */
  ask(entry, title, any, id) {
    const portion = this.portion(this.at);
    if (!portion) return;
    askDecision(this.all, this.now.reviewer, portion, entry, { title, any }, (made, name) => {
      this.code = exemptionOf(made);
      const by = id === null || isProposed(entry) ? name : made.by || name;
      const put = { ...made, by, on: made.on || today() };
      /** @type {Action[]} */
      const actions = [{ do: "put", doc: this.doc, id: id ?? `${this.doc}:new:${this.steps.count}`, entry: put }];
      if (!this.now.reviewer) actions.unshift({ do: "name", name });
      this.take(saidOf(put), actions);
    });
  }

  /** @returns {Entry} */
  begun() {
    const action = this.code ? `withhold ${this.code}` : "withhold";
    return { target: this.portion(this.at)?.target ?? "", action, by: "", on: "", state: "decided" };
  }

  excise() {
    const selected = this.byKeys ? this.byKeys.selection() : this.selected;
    if (selected === null) say("Select words in the source, on the left; the key s selects words by keys.");
    else if (typeof selected === "string") say(selected);
    else {
      this.look(selected.at);
      const text = this.portion(selected.at)?.text ?? "";
      const words = quoted(text, selected.start, selected.end);
      if (!words) {
        say("These words stand more than once in the portion, with the same words around; withhold the portion, or more words.");
        return;
      }
      const taken = this.items(selected.at).some((it) => {
        const range = it.entry.words && !it.removed && !isProposed(it.entry) ? placed(text, it.entry.words) : null;
        return it.entry.state !== "refused" && range && range.start <= selected.start && selected.end <= range.end;
      });
      if (taken) say("These words are withheld already.");
      else this.ask({ ...this.begun(), words }, "Excise words", false, null);
    }
  }

  withhold() {
    this.ask(this.begun(), `Withhold ${this.portion(this.at)?.target}`, false, null);
  }

  decide() {
    this.ask(this.begun(), `Decide about ${this.portion(this.at)?.target}`, true, null);
  }

  sayOfAll() {
    const doc = this.document;
    if (!doc) return;
    this.asPerson(() =>
      askWhole(this.all, doc, this.now.whole[this.doc] ?? {}, (whole) => {
        this.take(`Said of ${doc.number} as a whole`, [{ do: "whole", doc: this.doc, whole }]);
      }),
    );
  }

  /** @param {Item} item */
  edit(item) {
    this.ask(item.entry, `Say why: ${item.entry.target}`, false, item.id);
  }

  /** @param {Item} item */
  remove(item) {
    /** @type {Action} */
    const action =
      item.entry.state === "refused"
        ? { do: "put", doc: item.doc, id: item.id, entry: { ...item.entry, state: "proposed" } }
        : { do: "remove", doc: item.doc, id: item.id };
    this.take(`Taken back: ${saidOf(item.entry)}`, [action]);
  }

  /** @param {Item} item */
  confirm(item) {
    this.asPerson((name) => {
      if (sameness(name) === sameness(item.entry.by)) {
        say("Nobody confirms what he decided himself.");
        return;
      }
      const entry = { ...item.entry, state: /** @type {const} */ ("confirmed"), confirmed_by: name, confirmed_on: today() };
      this.take(`Confirmed: ${saidOf(entry)}`, [{ do: "put", doc: item.doc, id: item.id, entry }]);
    });
  }

  filter() {
    this.turnFilter();
    say(this.onlyOpen ? "Only what is open is shown." : "Everything is shown.");
  }

  exportFiles() {
    showExport(this.all, this.now, () => {
      this.given = this.steps.count;
    });
  }

  help() {
    showKeys(KEYS.map(([key, what]) => [key, what]), this.single, (on) => {
      this.single = on;
    });
  }

  sayName() {
    askName((name) => this.named(name));
  }

  selectWords() {
    say("There is nothing to select in.");
  }

  /** @override */
  hands() {
    return this;
  }
}

/** @returns {string} The day, where the reviewer sits. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
