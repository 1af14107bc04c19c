import { closeCodes } from "@upiao/domain";
import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay.ts";

it("after a restart the first attempt comes within a fifth of a second, spread by chance", () => {
  expect(retryDelay(0, closeCodes.restarting, 0)).toBe(100);
  expect(retryDelay(0, closeCodes.restarting, 1)).toBe(200);
});

it("later attempts wait longer, but never more than ten seconds", () => {
  expect(retryDelay(3, 1006, 1)).toBe(1_600);
  expect(retryDelay(6, 1006, 1)).toBe(10_000);
  expect(retryDelay(1_000_000, 1006, 1)).toBe(10_000);
});

it("who was told to wait does not come back at once", () => {
  expect(retryDelay(0, closeCodes.tryAgainLater, 0)).toBe(2_500);
  expect(retryDelay(0, closeCodes.tooMany, 1)).toBe(5_000);
});
