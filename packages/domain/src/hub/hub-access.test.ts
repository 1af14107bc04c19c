import { describe, expect, it } from "vitest";
import { type Role, roles } from "../access/role.ts";
import { type HubBody, type HubRecordKind, leadsHub, mayReadHub, whyNotKeep } from "./hub-access.ts";

const office = ["lucca", "barga", "gallicano"];
const barga: HubBody = { bodyId: "barga", leadBodyIds: ["lucca"], officeBodyIds: office };
const lucca: HubBody = { bodyId: "lucca", leadBodyIds: ["lucca"], officeBodyIds: office };
const pisa: HubBody = { bodyId: "pisa", leadBodyIds: [], officeBodyIds: [] };
const at = (bodyId: string, role: Role) => [{ bodyId, role }];

const ofTheLead: HubRecordKind[] = ["SERVICE", "ADHESION", "CALL", "CONTRACT"];
const ofTheBody: HubRecordKind[] = ["ADHESION_REQUEST", "APPLICATION", "PURCHASE"];

describe("[HU1] the register of the hub", () => {
  it.each(roles)("is read by everybody of the office, as %s too, and by nobody else", (role) => {
    for (const bodyId of office) expect(mayReadHub(barga, at(bodyId, role))).toBe(true);
    expect(mayReadHub(barga, at("pisa", role))).toBe(false);
    expect(mayReadHub(barga, [])).toBe(false);
  });

  it("of a body without an office is its own", () => {
    expect(mayReadHub(pisa, at("pisa", "EDITOR"))).toBe(true);
    expect(mayReadHub(pisa, at("lucca", "RTD"))).toBe(false);
  });
});

describe("[HU2] of the hub", () => {
  it.each(ofTheLead)("%s is kept by editors and RTD of the body that leads it", (kind) => {
    const body = kind === "SERVICE" || kind === "CALL" ? lucca : barga;
    for (const role of roles) {
      const writes = role === "EDITOR" || role === "RTD";
      expect(whyNotKeep(kind, body, at("lucca", role))).toBe(writes ? null : "NOT_YOUR_ROLE");
    }
    expect(whyNotKeep(kind, barga, at("barga", "RTD"))).toBe("NOT_YOUR_ROLE");
    expect(whyNotKeep(kind, barga, at("pisa", "RTD"))).toBe("NOT_FOUND");
  });

  it.each(ofTheBody)("%s is kept by editors and RTD of the body itself", (kind) => {
    for (const role of roles) {
      const writes = role === "EDITOR" || role === "RTD";
      expect(whyNotKeep(kind, barga, at("barga", role))).toBe(writes ? null : "NOT_YOUR_ROLE");
    }
    expect(whyNotKeep(kind, barga, at("lucca", "RTD"))).toBe("NOT_YOUR_ROLE");
    expect(whyNotKeep(kind, lucca, at("lucca", "RTD"))).toBeNull();
    expect(whyNotKeep(kind, barga, at("gallicano", "EDITOR"))).toBe("NOT_YOUR_ROLE");
    expect(whyNotKeep(kind, barga, at("pisa", "EDITOR"))).toBe("NOT_FOUND");
  });

  it("services are offered by who leads one", () => {
    expect(leadsHub(lucca)).toBe(true);
    expect(leadsHub(barga)).toBe(false);
    expect(whyNotKeep("SERVICE", barga, at("lucca", "RTD"))).toBe("NOT_YOUR_ROLE");
    expect(whyNotKeep("SERVICE", pisa, at("pisa", "RTD"))).toBe("NOT_YOUR_ROLE");
  });
});
