// A reviewer at the desk, from the case folder to the package.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barrierless, caseFolder, desk, drag, exported, launched, opened, packageTexts, picture, review, right, rowOf, tearline } from "./support.mjs";

let browser;
before(async () => {
  browser = await launched();
});
after(() => browser.close());

const said = (page, text) => page.locator("#said", { hasText: text }).waitFor();

/** Fills in the dialog of a decision, and takes it. */
async function decided(page, { code, name, description, harm, segregability }) {
  const dialog = page.locator("dialog");
  if (name) await dialog.getByLabel("Your name").fill(name);
  if (code !== undefined) await dialog.getByLabel("Exemption", { exact: true }).selectOption(code);
  if (description) await dialog.getByLabel("What is withheld").fill(description);
  if (harm) await dialog.getByLabel("Harm that the release would do").fill(harm);
  if (segregability) await dialog.getByLabel("Why no part can be released").fill(segregability);
  await dialog.getByRole("button", { name: "Decide" }).click();
}

test("from the case folder to a package without the name", async () => {
  const folder = caseFolder("journey");
  const { page, wrong } = await opened(browser, desk(folder));
  await barrierless(page, "at the start");
  await picture(page, "start-1280");
  const banners = page.locator(".banner p:first-child");
  assert.deepEqual(await banners.allInnerTexts(), ["CONFIDENTIAL", "CONFIDENTIAL"]);

  // A name is excised …
  await drag(page, "paragraph 1", "Ilse Marr");
  await page.locator("#selected", { hasText: "Selected: “Ilse Marren”" }).waitFor();
  await page.keyboard.press("e");
  await barrierless(page, "in the dialog of a decision");
  await picture(page, "excise-1280");
  await decided(page, { code: "B6", name: "I. Birk", description: "the name of a private person", harm: "she would be sought out" });
  await said(page, "excised B6: “Ilse Marren” in paragraph 1");
  assert.match(await right(page, "paragraph 1"), /^\(U\) The master of pilots, \[excised: B6\], called on March 3\. She asked/);
  await picture(page, "excised-1280");

  // … and proposed wherever else it stands: over the end of a line, in capitals, in the other document.
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  const proposals = page.locator("mark.proposed");
  assert.deepEqual(await proposals.allInnerTexts(), ["Ilse\nMarren"]);
  for (let at = 0; at < 20 && !(await rowOf(page, "paragraph 4").getAttribute("class")).includes("current"); at += 1) {
    await page.keyboard.press("n");
  }
  const all = page.locator(".drawer").getByRole("button", { name: "Accept all 2" });
  assert.equal(await all.count(), 1);
  await page.keyboard.press("A");
  await said(page, "Accepted 2 times");
  assert.match(await right(page, "paragraph 4"), /open from May on, \[excised: B6\] said\. The first tug/);

  // Undone and done again as one step.
  await page.keyboard.press("u");
  await said(page, "Undone: Accepted 2 times");
  assert.doesNotMatch(await right(page, "paragraph 4"), /excised/);
  await page.keyboard.press("Control+Shift+Z");
  await said(page, "Done again: Accepted 2 times");
  assert.match(await right(page, "paragraph 4"), /excised: B6/);

  // A portion that would go out is withheld.
  await rowOf(page, "paragraph 4").locator(".pick").click();
  await page.keyboard.press("w");
  await decided(page, { code: "B5", description: "an assessment", harm: "talks would end", segregability: "no part says anything else" });
  assert.equal(await right(page, "paragraph 4"), "[withheld: B5]");
  await page.keyboard.press("u");
  await said(page, "Undone: withhold B5: paragraph 4");
  assert.match(await right(page, "paragraph 4"), /excised: B6/);

  // What is withheld anyway gets its exemption, which shows after the next run.
  await rowOf(page, "paragraph 3").locator(".pick").click();
  await page.keyboard.press("w");
  await decided(page, { code: "B5", description: "what bidders know", harm: "the tender would fail", segregability: "no part says anything else" });
  assert.match(await rowOf(page, "paragraph 3").locator("> .out").innerText(), /after the next run/);

  // The other document: one proposal is accepted, one refused.
  await page.keyboard.press("d");
  assert.match(await right(page, "paragraph 2"), /The school of \[excised: B6\] has twelve places/);
  await page.keyboard.press("n");
  await said(page, "“555-0142”");
  await page.keyboard.press("r");
  await said(page, "Refused: “555-0142” in paragraph 1");
  await page.keyboard.press("a");
  await said(page, "Accepted: “i.marren@harbor.example” in paragraph 1");
  assert.match(await right(page, "paragraph 1"), /at 555-0142, or write to \[excised: B6\]\./);

  // Only what is open.
  await page.keyboard.press("f");
  await said(page, "Only what is open is shown");
  await page.keyboard.press("k");
  const shown = await page.locator(".row:not(.heads):visible .pick").allInnerTexts();
  // The address is withheld, and nobody has said yet what it is and what harm it would do.
  assert.deepEqual(shown, ["paragraph 1"]);
  await picture(page, "filtered-1280");
  await page.keyboard.press("f");
  for (const [key, name] of [["2", "open"], ["3", "findings"], ["4", "timeline"]]) {
    await page.keyboard.press(key);
    await barrierless(page, name);
    await picture(page, `${name}-1280`);
  }
  await page.keyboard.press("1");
  await page.keyboard.press("?");
  await barrierless(page, "in the list of keys");
  await picture(page, "keys-1280");
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await barrierless(page, "in the export");
  await picture(page, "export-1280");
  await page.keyboard.press("Escape");

  // The first round is given out, and read again by the program.
  assert.deepEqual(await exported(page, folder), ["harbor.txt.review.json", "pilots.txt.review.json"]);
  const first = review(folder, "harbor.txt.review.json");
  assert.match(first.source, /^sha256:[0-9a-f]{64}$/);
  assert.equal(first.document.reviewer, "I. Birk");
  assert.deepEqual(first.decision[0].words.exact, "Ilse Marren");
  assert.equal(review(folder, "pilots.txt.review.json").decision.filter((it) => it.state === "refused").length, 1);
  assert.deepEqual(wrong, []);

  // The program finds the surname by itself. What was decided stands.
  const second = await opened(browser, desk(folder));
  assert.match(await right(second.page, "paragraph 1"), /\[excised: B6\], called/);
  await second.page.keyboard.press("d");
  assert.deepEqual(await rowOf(second.page, "paragraph 2").locator("mark.proposed").allInnerTexts(), ["Marren"]);
  await rowOf(second.page, "paragraph 2").locator(".pick").click();
  await second.page.keyboard.press("a");
  await said(second.page, "Accepted: “Marren” in paragraph 2");
  assert.deepEqual(await exported(second.page, folder), ["pilots.txt.review.json"]);
  const kept = review(folder, "pilots.txt.review.json").decision;
  assert.deepEqual(kept.map((it) => it.state), ["refused", "decided", "decided", "decided"]);
  assert.deepEqual(second.wrong, []);

  // The name is nowhere in the package.
  const done = tearline(folder, "foia", "case", "--output", "package", "--as-of", "2010-01-01", "--allow", "errors");
  assert.equal(done.status, 0, done.err);
  const texts = packageTexts(folder, "package");
  assert.ok(texts.some((it) => it.file.endsWith(".pdf")) && texts.some((it) => it.text.includes("[excised: B6]")));
  for (const { file, text } of texts) assert.doesNotMatch(text.replace(/\s+/g, " "), /marren|ilse/i, file);
  assert.doesNotMatch(done.out + done.err, /marren|ilse/i);
});

test("by keys alone", async () => {
  const folder = caseFolder("keys");
  const { page, wrong } = await opened(browser, desk(folder));
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // To the document by Tab and Enter, to the paragraph by j.
  await page.locator("body").press("Tab");
  for (let at = 0; at < 40; at += 1) {
    const where = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (where.startsWith("C00000002")) break;
    await press("Tab");
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, "solid");
  await press("Enter");
  await page.locator("h2", { hasText: "pilots.txt" }).waitFor();
  await press("j", "j", "j");
  assert.ok((await rowOf(page, "paragraph 2").getAttribute("class")).includes("current"));
  // The words "Marren has": the second word is left out again.
  await press("s", "Shift+ArrowRight", "Shift+ArrowLeft");
  await said(page, "Marren");
  assert.deepEqual(await page.locator("mark.selected").allInnerTexts(), ["Marren"]);
  await picture(page, "words-by-keys");
  await press("e");
  await page.keyboard.type("B. Alder");
  await press("Tab");
  await page.keyboard.type("B6");
  await press("Enter");
  // Enter opens the list in some browsers; the button is the way in all.
  if (await page.locator("dialog").count()) {
    await page.locator("dialog").getByRole("button", { name: "Decide" }).focus();
    await press("Enter");
  }
  await said(page, "excised B6: “Marren” in paragraph 2");
  assert.match(await right(page, "paragraph 2"), /^\(U\) \[excised: B6\] has asked/);
  // Every control can be reached.
  const controls = await page.locator("button:visible:enabled, select:visible").count();
  const reached = new Set();
  await page.locator("body").press("Tab");
  for (let at = 0; at < controls + 20; at += 1) {
    reached.add(await page.evaluate(() => [...document.querySelectorAll("button, select")].indexOf(document.activeElement)));
    await press("Tab");
  }
  reached.delete(-1);
  assert.ok(reached.size >= controls, `${reached.size} of ${controls}`);
  // Single keys can be turned off.
  await press("?");
  await page.locator("dialog input").focus();
  await press("Space", "Escape", "u");
  assert.match(await right(page, "paragraph 2"), /excised/);
  await press("Control+z");
  assert.doesNotMatch(await right(page, "paragraph 2"), /excised/);
  assert.deepEqual(wrong, []);
});

test("a paragraph is opened but for words that stay classified, and what is said of a document is said once", async () => {
  const folder = caseFolder("classified", {
    "lease.txt": `P 141530Z MAR 06
FM AMEMBASSY PORT VESTA
TO SECSTATE WASHDC
C O N F I D E N T I A L PORT VESTA 000214

E.O. 12958: DECL: 03/14/2016
SUBJECT: (U) THE LEASE

1. (U) The pier is old.

2. (C) Minister Tomas Lorne told us that the lease ends in May.

3. (SBU) The bidders have not been told.
`,
  });
  const { page, wrong } = await opened(browser, desk(folder));
  await rowOf(page, "paragraph 2").locator(".pick").click();
  await drag(page, "paragraph 2", "Tomas Lorne");
  await page.keyboard.press("e");
  const dialog = page.locator("dialog");
  assert.equal(await dialog.getByLabel("1.4(c)", { exact: false }).isVisible(), false);
  await dialog.getByLabel("Exemption", { exact: true }).selectOption("B1");
  await dialog.getByLabel("1.4(c)", { exact: false }).check();
  await barrierless(page, "in the dialog of classified words");
  await decided(page, { name: "I. Birk", description: "the name of a source", harm: "nobody would speak to us" });
  await said(page, "excised B1: “Tomas Lorne” in paragraph 2");
  await page.keyboard.press("o");
  await dialog.getByLabel("Decision").selectOption("declassified");
  await dialog.getByLabel("Which", { exact: true }).fill("2010-01-01");
  await dialog.getByLabel("By which authority").fill("Director, Office of Harbors");
  await decided(page, {});

  // Once of the whole document, undone and done again.
  await page.keyboard.press("g");
  await barrierless(page, "in the dialog of the whole document");
  await picture(page, "whole-1280");
  await dialog.getByLabel("Exemption of what is SBU").selectOption("B5");
  await dialog.getByLabel("What is withheld").fill("what bidders know");
  await dialog.getByLabel("Harm that the release would do").fill("the tender would fail");
  await dialog.getByLabel("Why no part can be released").fill("no part says anything else");
  await dialog.getByRole("button", { name: "Take" }).click();
  await said(page, "Said of C00000001 as a whole");
  const open = () => page.locator(".views button", { hasText: "Open (" }).innerText();
  const answered = await open();
  await page.keyboard.press("u");
  await said(page, "Undone: Said of C00000001 as a whole");
  assert.notEqual(await open(), answered);
  await page.keyboard.press("U");
  await said(page, "Done again");
  assert.equal(await open(), answered);

  assert.deepEqual(await exported(page, folder), ["lease.txt.review.json"]);
  const { document, decision } = review(folder, "lease.txt.review.json");
  assert.deepEqual(document, {
    reviewer: "I. Birk",
    exemptions: { SBU: "B5" },
    description: "what bidders know",
    harm: "the tender would fail",
    segregability: "no part says anything else",
  });
  assert.deepEqual(decision.map((it) => [it.action, it.letter]), [["withhold B1", "1.4(c)"], ["declassified 2010-01-01", undefined]]);

  // The next run shows what the program makes of it, and a changed mind shows in its markers.
  const second = await opened(browser, desk(folder));
  assert.match(await right(second.page, "paragraph 2"), /\[excised: B1 1\.4\(C\)\] told us that the lease ends in May\./);
  assert.equal(await right(second.page, "paragraph 3"), "[withheld: B5]");
  await drag(second.page, "paragraph 1", "old");
  await second.page.keyboard.press("e");
  await second.page.locator("dialog").getByLabel("Exemption", { exact: true }).selectOption("B1");
  await second.page.locator("dialog").getByLabel("1.4(d)", { exact: false }).check();
  await decided(second.page, { description: "the state of a pier", harm: "it would be attacked" });
  assert.match(await right(second.page, "paragraph 1"), /The pier is \[excised: B1 1\.4\(D\)\]/);
  assert.deepEqual([...wrong, ...second.wrong], []);
});

test("what is no one place is refused in words", async () => {
  const folder = caseFolder("refused", {
    "twice.txt": `UNCLAS STATE 1\n\n1. (U) ${"The tug left the pier. ".repeat(400)}\n\n2. (U) Two.\n`,
  });
  const { page, wrong } = await opened(browser, desk(folder));
  const across = () => {
    const [one, two] = document.querySelectorAll("[data-source]");
    getSelection().setBaseAndExtent(one.firstChild, 1, two.firstChild, 3);
  };
  await page.evaluate(across);
  await page.keyboard.press("e");
  await said(page, "The selection leaves the text of one portion");
  await page.evaluate(() => {
    const text = document.querySelectorAll("[data-source]")[1].firstChild;
    const at = text.data.indexOf("tug", text.data.length / 2);
    getSelection().setBaseAndExtent(text, at, text, at + 3);
  });
  await page.keyboard.press("e");
  await said(page, "These words stand more than once in the portion");
  assert.equal(await page.locator("dialog").count(), 0);
  // What opens something goes into the file, and is not shown.
  await page.keyboard.press("o");
  await page.locator("dialog").getByLabel("Decision").selectOption("declassified");
  await page.locator("dialog").getByLabel("Which", { exact: true }).fill("2009-03-01");
  await page.locator("dialog").getByLabel("By which authority").fill("Director, Office of Harbors");
  await decided(page, { name: "I. Birk" });
  assert.match(await page.locator(".row.current > .out").innerText(), /declassified 2009-03-01: after the next run/);
  assert.deepEqual(wrong, []);
});

test("text of a document is text, whatever it says", async () => {
  const subject = "</script><script>globalThis.ran = 1</script> <img src=x onerror=globalThis.ran=1>";
  const folder = caseFolder("hostile", { "a.txt": `UNCLAS STATE 1\n\nSUBJECT: (U) ${subject}\n\n1. (U) One \u202e two.\n` });
  const { page, wrong } = await opened(browser, desk(folder, "--reviewer", "</script><script>globalThis.ran = 1</script>"));
  assert.equal(await rowOf(page, "subject").locator("[data-source]").innerText(), subject);
  await drag(page, "subject", "globalThis");
  await page.keyboard.press("e");
  await decided(page, { code: "B6" });
  await page.keyboard.press("x");
  await page.locator("dialog textarea").waitFor();
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  // Nothing that the page did not bring runs in it.
  const late = await page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.text = "globalThis.ran = 1";
      document.body.append(script);
    } catch {
      return "refused";
    }
    return globalThis.ran;
  });
  assert.ok(late === "refused" || late === undefined, String(late));
  assert.ok(wrong.every((it) => it.includes("Content Security Policy") || it.includes("TrustedScript")), wrong.join());
});

test("a review that stands there is kept, and the file that it is in now has to go", async () => {
  const folder = caseFolder("kept");
  assert.equal(tearline(folder, "review", "case/pilots.txt", "--propose", "--as-of", "2010-01-01").status, 0);
  const { page, wrong } = await opened(browser, desk(folder));
  await page.keyboard.press("d");
  assert.equal(await rowOf(page, "paragraph 1").locator("mark.proposed").count(), 2);
  await page.keyboard.press("n");
  await page.keyboard.press("a");
  await page.locator("dialog").getByLabel("Your name").fill("I. Birk");
  await page.keyboard.press("Enter");
  await said(page, "Accepted: “555-0142” in paragraph 1");
  await page.keyboard.press("x");
  await page.locator("dialog", { hasText: "Take case/pilots.txt.review.toml away" }).waitFor();
  await page.keyboard.press("Escape");
  await exported(page, folder);
  const { decision } = review(folder, "pilots.txt.review.json");
  assert.deepEqual(decision.map((it) => [it.state, it.by]), [["decided", "I. Birk"], ["proposed", "tearline"]]);
  // Two files of one document are refused, so that neither is carried out unseen.
  assert.equal(tearline(folder, "release", "case/pilots.txt").status, 1);
  assert.deepEqual(wrong, []);
});

test("narrow, and in the dark", async () => {
  const url = desk(caseFolder("narrow"));
  const { page, wrong } = await opened(browser, url, { width: 800, height: 900 });
  await page.keyboard.press("n");
  await picture(page, "start-800");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false);
  await page.emulateMedia({ colorScheme: "dark" });
  await barrierless(page, "in the dark");
  await picture(page, "dark-800");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  for (const banner of await page.locator(".banner").all()) assert.ok(await banner.isVisible());
  assert.deepEqual(wrong, []);
});
