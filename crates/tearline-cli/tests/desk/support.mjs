// What the tests of the desk need: a case, the program, a browser, and what looks for barriers.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const { TEARLINE, MADE, CHROMIUM } = process.env;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fictional telegrams. One name stands in two of them, whole, by its surname, and in an address. */
const HARBOR = `P 141530Z MAR 06
FM AMEMBASSY PORT VESTA
TO SECSTATE WASHDC
C O N F I D E N T I A L PORT VESTA 000212

E.O. 12958: DECL: 03/14/2016
SUBJECT: (U) THE FUEL PIER

CLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B)

1. (U) The master of pilots, Ilse Marren, called on March 3. She
asked for two survey boats, and for the calendar.

2. (C) The minister will not renew the lease of the fuel pier.

3. (SBU) The bidders have not been told.

4. (U) The pier is open from May on, Ilse
Marren said. The first tug arrives in June.
`;
const PILOTS = `UNCLAS PORT VESTA 000213

SUBJECT: (U) PILOTS OF THE HARBOR

1. (U) Call the master of pilots at 555-0142, or write to
i.marren@harbor.example.

2. (U) Marren has asked for a school. The school of ILSE MARREN
has twelve places, and the pilots of the northern channel pay half.

3. (U) The tide tables are published by the harbor office at 555-0199.
`;

export const TEXTS = { "harbor.txt": HARBOR, "pilots.txt": PILOTS };

/** A folder with a case in it. */
export function caseFolder(name, texts = TEXTS) {
  const folder = join(MADE, name);
  mkdirSync(join(folder, "case"), { recursive: true });
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, "case", file), text);
  return folder;
}

export function tearline(folder, ...args) {
  const done = spawnSync(TEARLINE, args, { cwd: folder, encoding: "utf8" });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

export function desk(folder, ...more) {
  const done = tearline(folder, "desk", "case", "--output", "desk.html", "--as-of", "2010-01-01", "--case", "F-2010-00001", ...more);
  assert.equal(done.status, 0, done.err);
  return pathToFileURL(join(folder, "desk.html")).href;
}

export function launched() {
  const args = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run";
  return chromium.launch({ executablePath: CHROMIUM, args: args.split(" ") });
}

/** A page in which nothing may go wrong, and from which nothing may be asked of a network. */
export async function opened(browser, url, size = { width: 1280, height: 860 }) {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("request", (request) => /^(file|blob|data):/.test(request.url()) || wrong.push(`asked for ${request.url()}`));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(url);
  await page.locator(".row").first().waitFor();
  return { page, wrong };
}

/** No barrier that axe-core knows of. */
export async function barrierless(page, what) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const said = found.violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  assert.deepEqual(said, [], what);
}

export function picture(page, name) {
  return page.screenshot({ path: join(MADE, `${name}.png`) });
}

/** Selects words in the source of the portion that is looked at, with the pointer. */
export async function drag(page, target, words) {
  const box = await page.evaluate(
    ([name, wanted]) => {
      const row = [...document.querySelectorAll(".row")].find((it) => it.querySelector(".pick")?.textContent === name);
      row.scrollIntoView({ block: "center" });
      const walker = document.createTreeWalker(row.querySelector("[data-source]"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
      }
      return null;
    },
    [target, words],
  );
  assert.ok(box, `${words} in ${target}`);
  await page.mouse.move(box[0], box[1]);
  await page.mouse.down();
  await page.mouse.move(box[2], box[3], { steps: 6 });
  await page.mouse.up();
}

/** What stands on the right of a portion. */
export function right(page, target) {
  return rowOf(page, target).locator("> .out .text").innerText();
}

export function rowOf(page, target) {
  return page.locator(".row", { has: page.locator(".pick", { hasText: new RegExp(`^${target}$`) }) });
}

/** Saves every review file of the export into the case. */
export async function exported(page, folder) {
  await page.keyboard.press("x");
  const links = page.locator("dialog .files a");
  const names = [];
  for (let at = 0; at < (await links.count()); at += 1) {
    const [download] = await Promise.all([page.waitForEvent("download"), links.nth(at).click()]);
    names.push(download.suggestedFilename());
    await download.saveAs(join(folder, "case", download.suggestedFilename()));
  }
  await page.keyboard.press("Escape");
  return names.sort();
}

export function review(folder, name) {
  return JSON.parse(readFileSync(join(folder, "case", name), "utf8"));
}

/** The text of every file of a package, with that of PDFs where there is something that reads it. */
export function packageTexts(folder, name) {
  const tree = join(folder, name);
  return readdirSync(tree).map((file) => {
    const path = join(tree, file);
    if (!file.endsWith(".pdf")) return { file, text: readFileSync(path, "utf8") };
    try {
      return { file, text: execFileSync("pdftotext", [path, "-"], { encoding: "utf8" }) };
    } catch {
      console.log(`left out: the text of ${file}, because pdftotext is not installed`);
      return { file, text: "" };
    }
  });
}
