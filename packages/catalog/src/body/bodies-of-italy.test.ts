import { describe, expect, it } from "vitest";
import { bodiesOfItaly } from "./bodies-of-italy.ts";

const bodies = bodiesOfItaly();

function withIstat(code: string) {
  return bodies.find((body) => body.istatCode === code);
}

describe("the bodies of Italy", () => {
  it("are all Comuni, Province and Città metropolitane, each once", () => {
    const count = (type: string) => bodies.filter((body) => body.type === type).length;
    expect([count("COMUNE"), count("PROVINCIA"), count("CITTA_METROPOLITANA")]).toEqual([7896, 88, 14]);
    expect(new Set(bodies.map((body) => body.istatCode)).size).toBe(bodies.length);
  });

  it("have the codes of the registers", () => {
    expect(withIstat("046007")).toEqual({
      type: "COMUNE",
      name: "Capannori",
      istatCode: "046007",
      ipaCode: "c_b648",
      cadastralCode: "B648",
      provinceSign: "LU",
      population2011: 44898,
    });
    expect(withIstat("046")).toMatchObject({
      type: "PROVINCIA",
      name: "Provincia di Lucca",
      ipaCode: "p_lu",
    });
  });

  it("have an IPA code only where the register gives one: it is never made from the cadastral code", () => {
    expect(withIstat("001155")).toMatchObject({ cadastralCode: "F327", ipaCode: "c_m094" });
    const cities = bodies.filter((body) => body.type === "COMUNE");
    expect(cities.filter((body) => body.ipaCode === null)).toHaveLength(7896 - 7634);
  });

  it("do not count the areas that have no body of their own", () => {
    for (const code of ["007", "030", "031", "032", "093"]) expect(withIstat(code)).toBeUndefined();
  });

  it("take the Province autonome and the liberi consorzi for what they do", () => {
    expect(withIstat("021")).toMatchObject({ type: "PROVINCIA", name: "Provincia autonoma di Bolzano" });
    expect(withIstat("086")).toMatchObject({ type: "PROVINCIA", name: "Libero Consorzio comunale di Enna" });
  });

  it("have both names where two languages are official", () => {
    expect(withIstat("021008")?.name).toBe("Bolzano/Bozen");
  });
});
