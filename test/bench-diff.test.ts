import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("two versions are compared in a browser, and what that took is told beside what else takes time", async () => {
  const run = ["test/bench/run.mjs", "diff", "--words", "2000", "--rounds", "3"];
  const { stdout } = await promisify(execFile)(process.execPath, run);
  const result = JSON.parse(stdout);
  expect(result.words).toBeGreaterThan(1_500);
  expect(result.changedBlocks).toBeGreaterThan(3);
  expect(result.added + result.removed).toBeLessThan(result.words);
  expect(result.ratios.toJson).toBeGreaterThan(0);
});
