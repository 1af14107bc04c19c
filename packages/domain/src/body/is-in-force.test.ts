import { expect, it } from "vitest";
import { isInForce } from "./is-in-force.ts";

it("a body is in force until the day on which it is no more", () => {
  expect(isInForce({ endedOn: null }, "2026-01-01")).toBe(true);
  expect(isInForce({ endedOn: "2026-01-01" }, "2025-12-31")).toBe(true);
  expect(isInForce({ endedOn: "2026-01-01" }, "2026-01-01")).toBe(false);
});
