import { describe, expect, it } from "vitest";
import type { BodyChange, BodyRegister, IpaEntry, KnownBody, ListedComune } from "./body-register.ts";
import { compareRegister } from "./compare-register.ts";

const day = "2026-01-01";

function comune(
  istatCode: string,
  cadastralCode: string,
  name: string,
  rest: Partial<KnownBody> = {},
): KnownBody {
  const codes = { istatCode, cadastralCode, ipaCode: null, provinceSign: "AA" };
  const standing = { endedOn: null, successorId: null };
  return { id: `id-${cadastralCode}`, type: "COMUNE", name, ...codes, ...standing, ...rest };
}

const alfa = comune("001001", "A001", "Alfa", { ipaCode: "c_a001" });
const beta = comune("001002", "B001", "Beta");
const area: KnownBody = {
  ...comune("001", "", "Provincia dell'Alfa"),
  id: "id-area",
  type: "PROVINCIA",
  cadastralCode: null,
};
const known = [area, alfa, beta];

const rows: Record<"alfa" | "beta", ListedComune> = {
  alfa: { line: 2, name: "Alfa", istatCode: "001001", cadastralCode: "A001", provinceSign: "AA" },
  beta: { line: 3, name: "Beta", istatCode: "001002", cadastralCode: "B001", provinceSign: "AA" },
};
const areaRow = {
  line: 2,
  type: "PROVINCIA",
  title: "Provincia",
  territory: "L'Alfa",
  istatCode: "001",
  provinceSign: "AA",
} as const;

function listed(change: Partial<BodyRegister> = {}): BodyRegister {
  return { comuni: [rows.alfa, rows.beta], areas: [areaRow], ipa: [], mergers: [], ...change };
}

function compare(register: BodyRegister, bodies: readonly KnownBody[] = known) {
  const { changes, faults } = compareRegister(register, bodies, day, { allowMany: true });
  return { changes: changes.map(wordsOf), faults: faults.map(({ line, code }) => `${line} ${code}`) };
}

function wordsOf(change: BodyChange): string {
  if (change.what === "ADDED") return `ADDED ${change.body.istatCode} ${change.body.name}`;
  if (change.what === "ENDED") return `ENDED ${change.of.name} ${change.day} ${change.into}`;
  return `${change.what} ${change.of.name}: ${change.before} → ${change.after}`;
}

const nothing = { changes: [], faults: [] };

describe("an edition of the registers beside the bodies that there are", () => {
  it("changes nothing when it says the same", () => {
    expect(compare(listed())).toEqual(nothing);
  });

  it("knows a Comune by its cadastral code, whatever else changes", () => {
    const moved = { ...rows.alfa, name: "Alfa Nuova", istatCode: "002009", provinceSign: "BB" };
    const newArea = { ...areaRow, territory: "Bosco", istatCode: "002", provinceSign: "BB" };
    expect(compare(listed({ comuni: [moved, rows.beta], areas: [areaRow, newArea] }))).toEqual({
      changes: [
        "ADDED 002 Provincia di Bosco",
        "NAME Alfa: Alfa → Alfa Nuova",
        "ISTAT_CODE Alfa: 001001 → 002009",
        "PROVINCE Alfa: AA → BB",
      ],
      faults: [],
    });
  });

  it("knows it by its ISTAT code and name when the cadastral code is new, and asks when the name is too", () => {
    const recoded = { ...rows.alfa, cadastralCode: "M999" };
    expect(compare(listed({ comuni: [recoded, rows.beta] })).changes).toEqual([
      "CADASTRAL Alfa: A001 → M999",
    ]);
    const other = { ...recoded, name: "Gamma" };
    expect(compare(listed({ comuni: [other, rows.beta] })).faults).toEqual(["2 OTHER_BODY"]);
  });

  it("lets two Comuni change their codes for each other's", () => {
    const swapped = [
      { ...rows.alfa, istatCode: "001002" },
      { ...rows.beta, istatCode: "001001" },
    ];
    expect(compare(listed({ comuni: swapped })).changes).toEqual([
      "ISTAT_CODE Alfa: 001001 → 001002",
      "ISTAT_CODE Beta: 001002 → 001001",
    ]);
  });

  it("makes a Provincia a Città metropolitana, under the name that IPA has, and else under one put together", () => {
    const metropolis = { ...areaRow, type: "CITTA_METROPOLITANA", title: "Città metropolitana" } as const;
    const entry = {
      line: 9,
      ipaCode: "cmalfa",
      kind: "AREA" as const,
      istatCode: "001001",
      cadastralCode: "",
    };
    const ipa = [{ ...entry, name: "Città Metropolitana dell'Alfa" }];
    expect(compare(listed({ areas: [metropolis], ipa })).changes).toEqual([
      "NAME Provincia dell'Alfa: Provincia dell'Alfa → Città Metropolitana dell'Alfa",
      "TYPE Provincia dell'Alfa: PROVINCIA → CITTA_METROPOLITANA",
      "IPA_CODE Provincia dell'Alfa: null → cmalfa",
    ]);
    expect(compare(listed({ areas: [metropolis] })).changes).toContain(
      "NAME Provincia dell'Alfa: Provincia dell'Alfa → Città metropolitana di L'Alfa",
    );
  });

  it("gives a Provincia the code that its Comuni now begin with", () => {
    const recoded = { ...areaRow, istatCode: "113" };
    expect(compare(listed({ areas: [recoded] })).changes).toEqual([
      "ISTAT_CODE Provincia dell'Alfa: 001 → 113",
    ]);
  });

  it("refuses to bring back what has ended", () => {
    expect(compare(listed(), [area, { ...alfa, endedOn: "2025-01-01" }, beta]).faults).toEqual([
      "2 ENDED_AND_LISTED",
    ]);
  });
});

describe("what is no more in the register", () => {
  const united = { ...rows.alfa, line: 4, name: "Alfa Beta", istatCode: "001003", cadastralCode: "M001" };
  const merger = (line: number, from: string, into = "M001") => ({ line, from, into, day: "2025-07-01" });
  const mergers = [merger(2, "A001"), merger(3, "001002")];

  it("has ended, and into what the mergers say", () => {
    expect(compare(listed({ comuni: [rows.beta] })).changes).toEqual(["ENDED Alfa 2026-01-01 null"]);
    expect(compare(listed({ comuni: [united], mergers })).changes).toEqual([
      "ADDED 001003 Alfa Beta",
      "ENDED Alfa 2025-07-01 001003",
      "ENDED Beta 2025-07-01 001003",
    ]);
  });

  it("ends once, and learns afterwards what it went into", () => {
    const whole = comune("001003", "M001", "Alfa Beta");
    const ended = (body: KnownBody, successorId: string | null) => ({
      ...body,
      endedOn: "2025-07-01",
      successorId,
    });
    const register = listed({ comuni: [united], mergers });
    expect(compare(register, [area, whole, ended(alfa, whole.id), ended(beta, whole.id)])).toEqual(nothing);
    expect(compare(register, [area, whole, ended(alfa, null), ended(beta, whole.id)]).changes).toEqual([
      "ENDED Alfa 2025-07-01 001003",
    ]);
  });

  it("is told by ISTAT's list of all that has ended, of which most was never known", () => {
    const history = [
      merger(2, "099001", "099002"),
      merger(3, "001001", "001003"),
      merger(4, "001002", "001003"),
      // It was a Comune once, and is one again.
      merger(5, "001003", "001001"),
    ].map((line) => ({ ...line, isHistory: true }));
    expect(compare(listed({ comuni: [united], mergers: history }))).toEqual({
      changes: ["ADDED 001003 Alfa Beta", "ENDED Alfa 2025-07-01 001003", "ENDED Beta 2025-07-01 001003"],
      faults: [],
    });
    expect(compare(listed({ mergers: history }))).toEqual(nothing);
  });

  it.each([
    ["of a body that nobody knows", [merger(2, "Z999")], "2 UNKNOWN_MERGED"],
    ["into a body that nobody knows", [merger(2, "A001", "Z999")], "2 UNKNOWN_SUCCESSOR"],
    ["of a body that is listed", [merger(2, "B001", "A001")], "2 MERGED_AND_LISTED"],
    ["told twice", [merger(2, "A001"), merger(3, "A001"), merger(4, "B001")], "3 TWICE"],
  ])("refuses a merger %s", (_what, wrong, fault) => {
    const comuni = fault.includes("LISTED") ? [rows.alfa, rows.beta] : [united];
    expect(compare(listed({ comuni, mergers: wrong })).faults).toEqual([fault]);
  });

  it("is at most one body in twenty, unless it is wanted so", () => {
    const comuni = Array.from({ length: 41 }, (_, index) => {
      const code = String(index).padStart(3, "0");
      return { ...rows.alfa, name: "Alfa", istatCode: `001${code}`, cadastralCode: `A${code}` };
    });
    const bodies = comuni.map((row) => comune(row.istatCode, row.cadastralCode, row.name));
    const faultsWithout = (missing: number, allowMany: boolean) =>
      compareRegister(listed({ comuni: comuni.slice(missing), areas: [] }), bodies, day, { allowMany })
        .faults;
    expect(faultsWithout(2, false)).toEqual([]);
    expect(faultsWithout(3, false)).toEqual([{ file: "ISTAT", line: null, code: "MANY_ENDED", of: "3/41" }]);
    expect(faultsWithout(3, true)).toEqual([]);
  });
});

describe("an IPA code", () => {
  const entry = (ipaCode: string, name: string, line = 5) => ({
    ...{ line, ipaCode, name, kind: "COMUNE" as const, istatCode: "001002", cadastralCode: "B001" },
  });

  it("is that of the body's own name, not of an association that sits there, and is never made up", () => {
    const ipa = [entry("c_z9", "COMUNE DI BETA"), entry("asso", "Associazione dei Comuni di Beta")];
    expect(compare(listed({ ipa })).changes).toEqual(["IPA_CODE Beta: null → c_z9"]);
    expect(compare(listed({ ipa: ipa.slice(1) }))).toEqual(nothing);
  });

  it("stays when IPA has the body no more", () => {
    expect(compare(listed({ ipa: [] }))).toEqual(nothing);
  });

  it("is nobody's when two bear the name, unless one is known already", () => {
    const ipa = [entry("c_z8", "Comune di Beta", 5), entry("c_z9", "Comune di Beta", 6)];
    expect(compare(listed({ ipa })).faults).toEqual(["5 AMBIGUOUS_IPA"]);
    expect(compare(listed({ ipa }), [area, alfa, { ...beta, ipaCode: "c_z9" }])).toEqual(nothing);
  });
});

describe("a union of Comuni", () => {
  const entry = (ipaCode: string, name: string, cadastralCode = "B001"): IpaEntry => ({
    ...{ line: 7, ipaCode, name, kind: "UNIONE", istatCode: "", cadastralCode },
  });
  const union = (ipaCode: string | null, name: string, rest: Partial<KnownBody> = {}): KnownBody => ({
    ...{ ...alfa, id: `id-${name}`, type: "UNIONE", name, istatCode: null, cadastralCode: null },
    ...{ ipaCode, ...rest },
  });
  const register = (...ipa: IpaEntry[]) => listed({ ipa });

  it("is new by its IPA code, in the province of the Comune where it sits, and of none where nobody knows that", () => {
    const added = (one: IpaEntry) => compareRegister(register(one), known, day).changes;
    const body = { istatCode: null, cadastralCode: null, population2011: null };
    expect(added(entry("uc_ab", "Unione dell'Alfa"))).toEqual([
      {
        what: "ADDED",
        body: { ...body, type: "UNIONE", name: "Unione dell'Alfa", ipaCode: "uc_ab", provinceSign: "AA" },
      },
    ]);
    expect(added(entry("uc_ab", "Unione dell'Alfa", "Z999"))).toMatchObject([
      { body: { provinceSign: null } },
    ]);
  });

  it("is known by its IPA code, or by its name where people wrote it down without one", () => {
    const ipa = register(entry("uc_ab", "Unione dell'Alfa"));
    expect(compare(ipa, [...known, union("uc_ab", "Unione dell'Alfa")])).toEqual(nothing);
    expect(
      compare(ipa, [...known, union("uc_ab", "Unione vecchia", { provinceSign: "BB" })]).changes,
    ).toEqual(["NAME Unione vecchia: Unione vecchia → Unione dell'Alfa", "PROVINCE Unione vecchia: BB → AA"]);
    expect(compare(ipa, [...known, union(null, "UNIONE DELL ALFA")]).changes).toEqual([
      "NAME UNIONE DELL ALFA: UNIONE DELL ALFA → Unione dell'Alfa",
      "IPA_CODE UNIONE DELL ALFA: null → uc_ab",
    ]);
  });

  it("takes no Comune's code, though it sits there and bears its name", () => {
    expect(compare(register(entry("uc_ab", "Beta"))).changes).toEqual(["ADDED null Beta"]);
  });

  it("ends when IPA lists other unions and it no more, and stays when IPA was not read or people wrote it down", () => {
    const bodies = [...known, union("uc_ab", "Unione dell'Alfa"), union("uc_cd", "Unione del Bosco")];
    expect(compare(listed(), bodies)).toEqual(nothing);
    const ipa = register(entry("uc_ab", "Unione dell'Alfa"));
    expect(compare(ipa, [...bodies, union(null, "Unione a mano")]).changes).toEqual([
      "ENDED Unione del Bosco 2026-01-01 null",
    ]);
    // One of two is more than one in twenty.
    expect(compareRegister(ipa, bodies, day).faults).toEqual([
      { file: "IPA", line: null, code: "MANY_ENDED", of: "1/2" },
    ]);
    const gone = union("uc_ab", "Unione dell'Alfa", { endedOn: "2025-01-01" });
    expect(compare(ipa, [...known, gone]).faults).toEqual(["7 ENDED_AND_LISTED"]);
  });
});

describe("a name", () => {
  it("that Windows-1252 could not write is not news, and one that it could is", () => {
    const soci = { ...beta, name: "Beta/Soči" };
    const named = (name: string) =>
      compare(listed({ comuni: [rows.alfa, { ...rows.beta, name }] }), [area, alfa, soci]);
    for (const name of ["Beta/Soči", "Beta/Soci", "Beta/So?i"]) expect(named(name)).toEqual(nothing);
    expect(named("Béta/Soči").changes).toEqual(["NAME Beta/Soči: Beta/Soči → Béta/Soči"]);
    expect(named("B?ta/Soči").faults).toEqual(["3 BAD_NAME"]);
  });
});
