import { expect, it } from "vitest";
import { roles } from "../access/role.ts";
import { isAuditor, isReviewer, mayTakeRecord } from "./review-access.ts";

it("[AU4] the record of observations is for who reads the body's drafts: the body and its control", () => {
  const takers = roles.filter((role) => mayTakeRecord("comune", [{ bodyId: "comune", role }]));
  expect(takers).toEqual(["EDITOR", "RTD", "REVIEWER", "AUDITOR", "SECRETARY"]);
  for (const role of roles) expect(mayTakeRecord("comune", [{ bodyId: "provincia", role }])).toBe(false);
});

it("[WF3] who can ever have to review, or to control, is told by role", () => {
  expect(roles.filter((role) => isReviewer([{ role }]))).toEqual(["RTD", "REVIEWER"]);
  expect(roles.filter((role) => isAuditor([{ role }]))).toEqual(["AUDITOR"]);
});
