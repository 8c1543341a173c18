// @ts-check
// What stands beside the rows: the documents of the case, and the other views of one.

import { button, counted, h } from "./dom.js";
import { progress } from "./open.js";

/** @typedef {import("./types").Case} Case */
/** @typedef {import("./types").Doc} Doc */
/** @typedef {import("./types").Task} Task */

/** @param {{ done: number, all: number }} count @param {string} label */
function meter(count, label) {
  const element = h("progress", { max: Math.max(1, count.all), value: count.all === 0 ? 1 : count.done, "aria-label": label });
  return element;
}

/** @param {{ done: number, all: number }} count */
function came(count) {
  if (count.all === 0) return "nothing open";
  return count.done === count.all ? "all answered" : `${count.done} of ${count.all} answered`;
}

/**
 * @param {Case} all @param {Task[][]} tasks @param {number} current @param {boolean} onlyOpen @param {(at: number) => void} pick
 */
export function documents(all, tasks, current, onlyOpen, pick) {
  const whole = progress(tasks.flat());
  return h(
    "div",
    { class: "documents" },
    h("p", { class: "whole" }, came(whole)),
    meter(whole, "Progress of the case"),
    h(
      "ul",
      {},
      ...all.documents.map((doc, at) => {
        const count = progress(tasks[at] ?? []);
        if (onlyOpen && count.done === count.all && at !== current) return null;
        return h(
          "li",
          {},
          h(
            "button",
            { type: "button", "aria-current": at === current ? "true" : null, click: () => pick(at) },
            h("b", {}, doc.number),
            h("span", { class: "path" }, doc.path),
            h("small", {}, came(count)),
          ),
          meter(count, `Progress of ${doc.number}`),
        );
      }),
    ),
    all.failed.length > 0 &&
      h(
        "div",
        { class: "failed" },
        h("h3", {}, "Could not be processed"),
        h("ul", {}, ...all.failed.map((it) => h("li", {}, h("b", {}, it.path), ` ${it.error}`))),
      ),
  );
}

/** @param {Task[]} tasks @param {boolean} onlyOpen @param {(task: Task) => void} go */
export function openView(tasks, onlyOpen, go) {
  const list = tasks.filter((it) => !onlyOpen || !it.done);
  if (list.length === 0) return h("p", { class: "plain" }, tasks.length === 0 ? "Nothing is open." : "All of it is answered.");
  /** @type {Map<string, Task[]>} */
  const groups = new Map();
  for (const task of list) groups.set(task.why, [...(groups.get(task.why) ?? []), task]);
  return h(
    "div",
    { class: "list" },
    ...[...groups].map(([why, some]) =>
      h(
        "section",
        {},
        h("h3", {}, why),
        h(
          "ul",
          {},
          ...some.map((task) =>
            h(
              "li",
              { class: task.done ? "done" : "" },
              button(task.what || "the document", () => go(task)),
              task.done && h("span", { class: "flag done" }, "answered; the next run counts"),
            ),
          ),
        ),
      ),
    ),
  );
}

/** @param {Doc} doc @param {(at: number) => void} go */
export function findingsView(doc, go) {
  if (doc.findings.length === 0) return h("p", { class: "plain" }, "No findings.");
  return h(
    "div",
    { class: "list" },
    h("p", { class: "plain" }, counted(doc.findings.length, "finding")),
    h(
      "ul",
      {},
      ...doc.findings.map((it) =>
        h(
          "li",
          {},
          h("span", { class: `severity ${it.severity}` }, it.severity),
          button(`line ${it.line}`, () => go(it.portion ?? 0)),
          h("span", {}, ` ${it.message} `),
          h("small", {}, `${it.code}, ${it.citation}`),
        ),
      ),
    ),
  );
}

/** @param {Doc} doc @param {number} at */
export function timelineView(doc, at) {
  const template = document.getElementById(`timeline-${at}`);
  if (!doc.has_timeline || !(template instanceof HTMLTemplateElement)) {
    return h("p", { class: "plain" }, "No portion of it could be drawn.");
  }
  const figure = h("figure", { class: "timeline" });
  figure.append(template.content.cloneNode(true));
  return figure;
}
