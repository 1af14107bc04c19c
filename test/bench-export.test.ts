import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("a plan is exported from a bundle, and what its PDF took is told beside its DOCX", async () => {
  const run = ["test/bench/run.mjs", "export", "--pages", "20", "--rounds", "2"];
  const { stdout } = await promisify(execFile)(process.execPath, run);
  const result = JSON.parse(stdout);
  expect(result.pdf.pages).toBeGreaterThan(10);
  expect(result.ratios.pdfToDocx).toBeGreaterThan(0);
});
