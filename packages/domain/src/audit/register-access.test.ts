import { expect, it } from "vitest";
import { roles } from "../access/role.ts";
import { mayReadRegister } from "./register-access.ts";

it("[RE1] the register of a body is read by who answers for it and who controls it, there alone", () => {
  const readers = roles.filter((role) => mayReadRegister("alfa", [{ bodyId: "alfa", role }]));
  expect(readers).toEqual(["RTD", "AUDITOR", "SECRETARY", "ADMIN"]);
  expect(roles.filter((role) => mayReadRegister("alfa", [{ bodyId: "beta", role }]))).toEqual([]);
});
