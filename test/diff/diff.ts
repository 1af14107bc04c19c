import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { launchBrowser } from "../support/launch-browser.ts";
import { bundleForBrowser } from "./bundle-for-browser.ts";
import { type Measured, mostMs } from "./measured.ts";
import { twoVersions } from "./two-versions.ts";

const { values } = parseArgs({
  options: { words: { type: "string", default: "15000" }, rounds: { type: "string", default: "20" } },
});
const versions = twoVersions(Number(values.words));
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundleForBrowser() });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const measured: Measured = await page.evaluate(
    ([before, after, rounds]) => globalThis.compareVersions(before, after, rounds),
    [base64(versions.before), base64(versions.after), Number(values.rounds)] as const,
  );
  const verdict = measured.firstMs < mostMs ? "pass" : "fail";
  const ratios = {
    toJson: measured.medianMs / measured.jsonMs,
    toLines: measured.medianMs / measured.linesMs,
  };
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, chromium: browser.version() };
  const result = { machine, options: values, mostMs, verdict, ...measured, ratios };
  // At once and whole, also into a pipe: the process may end right behind it.
  writeFileSync(1, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
}
