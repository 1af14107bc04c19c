import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("readers of a plan all get it whole, or word that they have it, and both are counted", async () => {
  const run = ["test/bench/run.mjs", "portal", "--readers", "20", "--seconds", "1", "--pages", "20"];
  const { stdout } = await promisify(execFile)(process.execPath, run);
  const { whole, known, ratio, htmlBytes } = JSON.parse(stdout);
  expect(htmlBytes).toBeGreaterThan(40_000);
  expect(whole.statuses).toEqual({ 200: whole.answers });
  expect(known.statuses).toEqual({ 304: known.answers });
  expect(known.bytesEach).toBe(0);
  expect(ratio).toBeCloseTo(known.perSecond / whole.perSecond);
});
