import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { launchBrowser } from "../support/launch-browser.ts";
import { giveIndicators } from "./give-indicators.ts";
import { sheetOfValues } from "./sheet-of-values.ts";

// A spreadsheet is imported as a person does it: in a real browser, from the choice of the file to the last value written. It
// fills the demonstration on a platform that runs (`--url`, and its database in DATABASE_URL).
const { values } = parseArgs({
  options: {
    values: { type: "string", default: "20000" },
    url: { type: "string", default: "http://localhost:4000" },
  },
});
const mostMs = 10_000;
const count = Number(values.values);
const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) throw new Error("DATABASE_URL names the platform's database");
const { bodyId, indicators } = await giveIndicators(databaseUrl, Math.ceil(count / 2));
const file = await sheetOfValues(indicators, count);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ locale: "it-IT" });
  await page.goto(values.url);
  await page.getByRole("button", { name: /^Paolo/ }).click();
  await page.getByRole("heading", { level: 1, name: "Scrivania" }).waitFor();
  await page.goto(`${values.url}/misure/${bodyId}?anno=2026`);
  const field = page.getByLabel("Foglio di calcolo (XLSX o CSV)");
  await field.waitFor({ timeout: 60_000 });
  const begun = performance.now();
  await field.setInputFiles({ name: "misure.xlsx", mimeType: "application/octet-stream", buffer: file });
  await page.getByText("celle").first().waitFor();
  const confirm = page.getByRole("button", { name: /^Scrivi / });
  await confirm.waitFor({ timeout: 120_000 });
  const previewMs = performance.now() - begun;
  await confirm.click();
  await page.getByText(/^Importazione conclusa/).waitFor({ timeout: 120_000 });
  const allMs = performance.now() - begun;
  const verdict = allMs < mostMs ? "pass" : "fail";
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, chromium: browser.version() };
  const result = {
    machine,
    values: count,
    fileBytes: file.length,
    mostMs,
    verdict,
    previewMs,
    writeMs: allMs - previewMs,
    allMs,
  };
  // At once and whole, also into a pipe: the process may end right behind it.
  writeFileSync(1, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
}
