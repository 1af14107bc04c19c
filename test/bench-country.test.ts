import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const delays = { p50: expect.any(Number), p99: expect.any(Number) };

it("a country of a few dozen people is measured, and its servers killed: nothing that anybody had received is lost", async () => {
  const size = ["--bodies", "12", "--sections", "16", "--connections", "40", "--typing", "50"];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...["test/bench/run.mjs", "country", ...size],
    ...["--minutes", "0.05", "--workers", "2"],
  ]);
  const { country, arrival, typing, written, memory, kill } = JSON.parse(stdout);
  expect(country).toMatchObject({ bodies: 12, offices: 1, sections: 16, people: 40, typists: 20 });
  expect(arrival).toMatchObject({ opened: 40, closed: {} });
  expect(typing).toMatchObject({
    ...{ fanOutMs: delays, durableMs: delays, caretMs: delays },
    ...{ closed: {}, askedAgain: 0, holes: 0 },
    cores: Object.fromEntries(
      ["nodes", "postgres", "load", "machine"].map((name) => [name, expect.any(Number)]),
    ),
    nodes: { connections: 40 },
  });
  expect(written.forEachEdit.walBytes).toBeGreaterThan(0);
  expect(memory.typing.nodes).toBeGreaterThan(0);
  expect(kill.letters).toBeGreaterThan(0);
  expect(kill.lost).toBe(0);
});
