import { describe, expect, it } from "vitest";
import { bodyTypes } from "../plan/plan-form.ts";
import { citeAct } from "./act.ts";
import { actKindsOf } from "./act-kind.ts";
import { publicPlanPath, readAmendmentKey } from "./public-path.ts";

describe("the act of an adoption", () => {
  it("is cited as acts are", () => {
    const act = { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28" } as const;
    expect(citeAct(act)).toBe("Deliberazione della Giunta n. 4 del 28 gennaio 2026");
    expect(citeAct(act, "en")).toBe("Resolution of the Giunta no. 4, January 28, 2026");
  });

  it("is the Giunta's in Comuni, the President's in Provinces, which have none", () => {
    expect(bodyTypes.map((type) => actKindsOf(type)[0])).toEqual([
      "DELIBERAZIONE_GIUNTA",
      "DECRETO_PRESIDENTE",
      "DECRETO_SINDACO_METROPOLITANO",
      "DELIBERAZIONE_GIUNTA",
    ]);
  });
});

describe("the address of what is published", () => {
  const barga = { id: "b", istatCode: "046003" };

  it("is the body's, the year's, and that of one adoption", () => {
    expect(publicPlanPath(barga, 2026)).toBe("/pubblico/enti/046003/2026");
    expect(publicPlanPath(barga, 2026, 0)).toBe("/pubblico/enti/046003/2026/originale");
    expect(publicPlanPath({ id: "u", istatCode: null }, 2026, 2)).toBe(
      "/pubblico/enti/u/2026/aggiornamento-2",
    );
  });

  it("is read back, and nothing else is", () => {
    expect(["originale", "aggiornamento-12"].map(readAmendmentKey)).toEqual([0, 12]);
    expect(["", "aggiornamento-0", "aggiornamento-01", "aggiornamento-", "0"].map(readAmendmentKey)).toEqual(
      Array(5).fill(null),
    );
  });
});
