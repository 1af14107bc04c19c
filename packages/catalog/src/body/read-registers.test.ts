import { compareRegister, type KnownBody } from "@upiao/domain";
import { ipaFile, istatFile } from "@upiao/test";
import { describe, expect, it } from "vitest";
import { bodiesOfItaly } from "./bodies-of-italy.ts";
import { readIpa } from "./read-ipa.ts";
import { readIstat } from "./read-istat.ts";
import { readMergers } from "./read-mergers.ts";

const italy = bodiesOfItaly();
const lucca = italy.filter(({ istatCode }) => istatCode.startsWith("046"));
const small = istatFile(lucca).toString("latin1");

/** The list of the Comuni of Lucca, with something put in the place of something else. */
function changed(from: string | RegExp, to: string): Buffer {
  const text = small.replace(from, to);
  expect(text).not.toBe(small);
  return Buffer.from(text, "latin1");
}

function faultsOf(bytes: Uint8Array): string[] {
  return readIstat(bytes).faults.map(({ line, code, of }) => `${line} ${code} ${of}`);
}

describe("ISTAT's list of the Comuni", () => {
  it("is read by the names of its columns, in Windows-1252, as in UTF-8", () => {
    const { comuni, areas, faults } = readIstat(istatFile(italy));
    expect(faults).toEqual([]);
    expect(comuni).toHaveLength(7896);
    // The header takes three lines of the file.
    expect(comuni.find(({ istatCode }) => istatCode === "040012")).toMatchObject({ name: "Forlì" });
    expect(comuni.find(({ istatCode }) => istatCode === "021008")).toMatchObject({ name: "Bolzano/Bozen" });
    expect(comuni[0]!.line).toBe(4);
    expect(areas).toHaveLength(102);
    expect(areas.find(({ istatCode }) => istatCode === "007")).toBeUndefined();

    const asUtf8 = Buffer.from(`\ufeff${istatFile(lucca).toString("latin1")}`);
    expect(readIstat(asUtf8)).toEqual(readIstat(istatFile(lucca)));
  });

  it("of the edition that we have changes nothing, though Windows-1252 has no «č»", () => {
    const known = italy.map(
      (body): KnownBody => ({ ...body, id: body.istatCode, endedOn: null, successorId: null }),
    );
    const { comuni, areas } = readIstat(istatFile(italy));
    const { ipa } = readIpa(ipaFile(italy));
    const register = { comuni, areas, ipa, mergers: [] };
    expect(compareRegister(register, known, "2026-01-01")).toEqual({ changes: [], faults: [] });
  });

  it.each<[string, Uint8Array, string[]]>([
    ["is empty", Buffer.from(""), ["null EMPTY_FILE "]],
    ["has no row", Buffer.from(small.slice(0, small.indexOf("\r\n09;")), "latin1"), ["null EMPTY_FILE "]],
    ["is a spreadsheet", Buffer.from("PK\x03\x04..."), ["null NOT_A_CSV "]],
    ["is in UTF-16", Buffer.from(small, "utf16le"), ["null WRONG_ENCODING "]],
    ["was taken for another encoding", changed("Pescaglia", "PescagliÃ¨"), ["null WRONG_ENCODING "]],
    ["comes from a Macintosh", changed("Pescaglia", "Pescagli\x8f"), ["null WRONG_ENCODING "]],
    [
      "has no header",
      Buffer.from(small.slice(small.indexOf("09;")), "latin1"),
      [
        expect.stringMatching(
          /^null MISSING_COLUMN «Codice Regione», «Codice Comune formato alfanumerico», /,
        ),
      ],
    ],
    [
      "lacks a column",
      changed("Codice Catastale del Comune", "Codice del Catasto"),
      ["null MISSING_COLUMN «Codice Catastale del comune»"],
    ],
    [
      "has a row that is too short",
      changed(/;046007;[^\r]*/, ";046007"),
      [expect.stringMatching(/^\d+ BAD_ROW 5\/14$/)],
    ],
    [
      "has a row whose cells moved",
      changed(";046007;Capannori;Capannori;;", ";;046007;Capannori;Capannori;"),
      expect.arrayContaining([expect.stringMatching(/^\d+ BAD_CODE $/)]),
    ],
    [
      "has lost a zero",
      changed(";046007;Cap", ";46007;Cap"),
      expect.arrayContaining([expect.stringMatching(/BAD_CODE 46007$/)]),
    ],
    [
      "has a code twice",
      changed(";046007;Cap", ";046003;Cap"),
      [expect.stringMatching(/^\d+ TWICE 046003$/)],
    ],
    ["has a cadastral code twice", changed(";B648;", ";A657;"), [expect.stringMatching(/^\d+ TWICE A657$/)]],
    [
      "has a province of no kind",
      changed(/;1;LU;46007;/, ";9;LU;46007;"),
      expect.arrayContaining([expect.stringMatching(/UNKNOWN_AREA Lucca \(LU, 9\)$/)]),
    ],
    [
      "has a province unlike its own",
      changed(/;1;LU;46007;/, ";1;PI;46007;"),
      [expect.stringMatching(/UNLIKE_AREA Lucca \(PI, 1\)$/)],
    ],
  ])("is refused when it %s", (_what, bytes, faults) => {
    expect(faultsOf(bytes)).toEqual(faults);
  });

  it("does not hang on the places of its columns", () => {
    const reversed = small
      .split(/\r\n(?=09;|$)/)
      .map((row) => row.split(";").reverse().join(";"))
      .join("\r\n");
    expect(readIstat(Buffer.from(reversed, "latin1"))).toEqual(readIstat(istatFile(lucca)));
  });
});

describe("the bodies of IPA", () => {
  it.each([
    ["tabs", "\t"],
    ["commas", ","],
    ["semicolons", ";"],
  ])("are read with %s", (_name, delimiter) => {
    const { ipa, faults } = readIpa(ipaFile(lucca, delimiter));
    expect(faults).toEqual([]);
    expect(ipa).toContainEqual({
      line: expect.any(Number),
      ipaCode: "c_b648",
      name: "Comune di Capannori",
      isComune: true,
      istatCode: "046007",
      cadastralCode: "B648",
    });
    expect(ipa.find(({ ipaCode }) => ipaCode === "p_lu")).toMatchObject({ isComune: false });
  });

  it("are only those of the categories that concern us, and each once", () => {
    const text = ipaFile(lucca).toString();
    const school = "istsc_x\tIstituto\t\t\tL33\t\t046007\tB648\t\r\n";
    const again = "C_B648\tComune di Capannori\t\t\tL6\t\t046007\tB648\t\r\n";
    const { ipa, faults } = readIpa(Buffer.from(text + school + again));
    expect(ipa.map(({ ipaCode }) => ipaCode)).not.toContain("istsc_x");
    expect(faults).toEqual([{ file: "IPA", line: ipa.length + 2, code: "TWICE", of: "c_b648" }]);
  });

  it("are refused in another encoding", () => {
    expect(readIpa(Buffer.from("Codice_IPA;Denominazione_ente\r\nx;Forl\xec", "latin1")).faults).toEqual([
      { file: "IPA", line: null, code: "WRONG_ENCODING", of: "" },
    ]);
  });
});

it("the mergers are read with their days, as people write them", () => {
  const { mergers, faults } = readMergers(
    Buffer.from("da;a;dal\n046007;b648;2026-01-01\nA657;046003;01/02/2026\nA658;046003;30/02/2026\n"),
  );
  expect(mergers).toEqual([
    { line: 2, from: "046007", into: "B648", day: "2026-01-01" },
    { line: 3, from: "A657", into: "046003", day: "2026-02-01" },
  ]);
  expect(faults).toEqual([{ file: "MERGERS", line: 4, code: "BAD_DAY", of: "30/02/2026" }]);
});
