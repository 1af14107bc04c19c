import { expect, it } from "vitest";
import { callStateOn, mayApply, suggestedTextFor } from "./funding-call.ts";

it("[HU3] a call is for the kinds of body that it names", () => {
  expect(mayApply(["Comuni"], "COMUNE")).toBe(true);
  expect(mayApply(["Comuni"], "PROVINCIA")).toBe(false);
  expect(mayApply(["Province", "Citta Metropolitane"], "CITTA_METROPOLITANA")).toBe(true);
  expect(mayApply([], "COMUNE")).toBe(false);
});

it.each([
  ["2026-01-10", "2026-02-10", "2026-01-09", "COMING"],
  ["2026-01-10", "2026-02-10", "2026-01-10", "OPEN"],
  ["2026-01-10", "2026-02-10", "2026-02-10", "OPEN"],
  ["2026-01-10", "2026-02-10", "2026-02-11", "CLOSED"],
  [null, null, "2026-02-11", "OPEN"],
])("[HU4] a call from %s to %s is, on %s, %s", (opens, deadline, today, state) => {
  expect(callStateOn({ opens, deadline }, today)).toBe(state);
});

it("[HU5] the suggested text names the call, and a deadline where there is one", () => {
  const call = { title: "SUAP", issuer: "Dipartimento", code: "SUAP-1", deadline: "10 marzo 2027" };
  expect(suggestedTextFor(call)).toContain("«SUAP» di Dipartimento (scadenza 10 marzo 2027)");
  expect(suggestedTextFor({ ...call, deadline: null })).not.toContain("scadenza");
});
