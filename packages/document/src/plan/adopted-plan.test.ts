import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { type AdoptedPlan, hashPlan, spellPlan } from "./adopted-plan.ts";

const plan: AdoptedPlan = {
  format: "upiao-plan/1",
  body: { name: "Barga", type: "COMUNE", istatCode: "046003", ipaCode: null },
  firstYear: 2026,
  lastYear: 2028,
  form: "FULL",
  amendment: 0,
  act: { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28", file: "00" },
  dup: null,
  peg: null,
  parts: [
    {
      number: "2.1",
      title: "Valore pubblico",
      depth: 1,
      texts: [
        {
          section: "s",
          version: "v",
          code: "2.1",
          title: "Valore pubblico",
          shared: false,
          content: {
            type: "doc",
            content: [{ type: "block", content: [{ type: "text", text: "Più «servizi» 🙂" }] }],
          },
        },
      ],
    },
  ],
};

it("has one spelling, whatever the order in which it was put together", () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : value && typeof value === "object"
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, reversed(inner)]),
          )
        : value;
  const other = reversed(plan) as AdoptedPlan;
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(plan));
  expect(spellPlan(other)).toBe(spellPlan(plan));
  expect(JSON.parse(spellPlan(plan))).toEqual(plan);
  expect(spellPlan(plan)).toMatch(/^\{"act":\{"day":"2026-01-28","file":"00",/);
});

it("[T41] is hashed in UTF-8, as any program does it, and each byte counts", async () => {
  const spelled = spellPlan(plan);
  const hex = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  expect(Buffer.from(await hashPlan(spelled)).toString("hex")).toBe(hex(spelled));
  expect(Buffer.from(await hashPlan(spelled.replace("Più", "Piu"))).toString("hex")).not.toBe(hex(spelled));
});
