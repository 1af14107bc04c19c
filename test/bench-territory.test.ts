import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("a Province's dashboard is asked for by HTTP, beside the same figures by hand, in as many statements as the whole country's", async () => {
  const run = [
    "test/bench/run.mjs",
    "territory",
    "--bodies",
    "5",
    "--indicators",
    "8",
    "--country",
    "40",
    "--rounds",
    "2",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, run);
  const { province, country, statements } = JSON.parse(stdout);
  expect(province).toMatchObject({
    bodies: 5,
    measuredBodies: 5,
    rows: 5,
    doorMs: expect.any(Number),
    ratio: expect.any(Number),
  });
  expect(country).toMatchObject({ bodies: 40, measuredBodies: 40, rows: 40, doorMs: expect.any(Number) });
  for (const { progress } of [province, country]) expect(progress > 0 && progress < 1).toBe(true);
  expect(statements.country).toBe(statements.province);
});
