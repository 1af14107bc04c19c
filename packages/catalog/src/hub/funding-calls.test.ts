import { mayApply } from "@upiao/domain";
import { expect, it } from "vitest";
import { fundingCalls } from "./funding-calls.ts";

const calls = fundingCalls();

it("the 27 calls of PA digitale 2026 have each a code of its own, that an objective can name", () => {
  expect(calls).toHaveLength(27);
  expect(new Set(calls.map(({ code }) => code)).size).toBe(27);
  for (const { code } of calls) expect(code).toMatch(/^PAD2026-[A-Z0-9-]+$/);
});

it("say for whom they are, when, for how much and from where", () => {
  const call = calls.find(({ title }) => title.includes("Province e città metropolitane"))!;
  expect(call).toMatchObject({
    amount: 91_293_782,
    opens: "2025-04-15",
    deadline: "2025-06-13",
    verified: true,
  });
  expect(call.source).toContain("padigitale2026-opendata");
  expect(mayApply(call.recipients, "PROVINCIA")).toBe(true);
  expect(mayApply(call.recipients, "COMUNE")).toBe(false);
});
