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
    ["is one of older programs", Buffer.from("d0cf11e0a1b11ae1", "hex"), ["null NOT_A_CSV "]],
    ["is compressed", Buffer.from("1f8b0800", "hex"), ["null NOT_A_CSV "]],
    ["is a PDF", Buffer.from("%PDF-1.7"), ["null NOT_A_CSV "]],
    ["is a page of the site", Buffer.from("\n<!DOCTYPE html><title>Pagina"), ["null NOT_A_CSV "]],
    ["is JSON", Buffer.from('[{"Codice_IPA": "c_b648"}]'), ["null NOT_A_CSV "]],
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
      kind: "COMUNE",
      istatCode: "046007",
      cadastralCode: "B648",
    });
    expect(ipa.find(({ ipaCode }) => ipaCode === "p_lu")).toMatchObject({ kind: "AREA" });
  });

  it("are only those of the categories that concern us, and each once", () => {
    const text = ipaFile(lucca).toString();
    const school = "istsc_x\tIstituto\t\t\tL33\t\t046007\tB648\t\r\n";
    const again = "C_B648\tComune di Capannori\t\t\tL6\t\t046007\tB648\t\r\n";
    const { ipa, faults } = readIpa(Buffer.from(text + school + again));
    expect(ipa.map(({ ipaCode }) => ipaCode)).not.toContain("istsc_x");
    expect(faults).toEqual([{ file: "IPA", line: ipa.length + 2, code: "TWICE", of: "c_b648" }]);
  });

  it("have the unions of Comuni among them, and not what unions have founded", () => {
    const rows = [
      "uc_mvs\tUnione dei Comuni Media Valle del Serchio\t\t\tL18\t\t046004\tB760\t",
      "ucg\tUnione Comuni Garfagnana\t\t\tL18\t\t\t\t",
      "cons\tConsorzio delle Unioni\t\t\tL18\t\t046004\tB760\t",
      "asso\tASSOCIAZIONE DI UNIONI\t\t\tL18\t\t046004\tB760\t",
    ];
    const { ipa, faults } = readIpa(Buffer.from(`${ipaFile([]).toString()}${rows.join("\r\n")}`));
    expect(faults).toEqual([]);
    expect(ipa.map(({ kind, ipaCode }) => `${kind} ${ipaCode}`)).toEqual(["UNIONE uc_mvs", "UNIONE ucg"]);
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

describe("the files as the registers publish them", () => {
  // The invented bodies stand in rows whose columns, quotation marks and line ends are the real ones.
  it("are read: ISTAT's list of the Comuni, with line breaks in its header and a territory of statistics alone", () => {
    const header =
      `Codice Regione;"Codice dell'Unità territoriale sovracomunale \n(valida a fini statistici)";Codice Provincia (Storico)(1);` +
      "Progressivo del Comune (2);Codice Comune formato alfanumerico;Denominazione (Italiana e straniera);Denominazione in italiano;" +
      "Denominazione altra lingua;Codice Ripartizione Geografica;Ripartizione geografica;Denominazione Regione;" +
      `"Denominazione dell'Unità territoriale sovracomunale \n(valida a fini statistici)";Tipologia di Unità territoriale sovracomunale ;` +
      "Flag Comune capoluogo di provincia/città metropolitana/libero consorzio;Sigla automobilistica;Codice Comune formato numerico;" +
      "Codice Comune numerico con 110 province (dal 2010 al 2016);Codice Comune numerico con 107 province (dal 2006 al 2009);" +
      "Codice Comune numerico con 103 province (dal 1995 al 2005);Codice Catastale del comune;Codice NUTS1 2021;Codice NUTS2 2021 (3) ;" +
      "Codice NUTS3 2021;Codice NUTS1 2024;Codice NUTS2 2024 (3) ;Codice NUTS3 2024";
    const rows = [
      "01;201;001;001;001001;Agliè;Agliè;;1;Nord-ovest;Piemonte;Torino;3;0;TO;1001;1001;1001;1001;A074;ITC;ITC1;ITC11;ITC;ITC1;ITC11",
      "06;093;093;033;093033;Pordenone;Pordenone;;2;Nord-est;Friuli-Venezia Giulia;Pordenone;5;1;PN;93033;93033;93033;93033;G888;ITH;ITH4;ITH41;ITH;ITH4;ITH41",
      "15;263;063;049;063049;Napoli;Napoli;;4;Sud;Campania;Napoli;3;1;NA;63049;63049;63049;63049;F839;ITF;ITF3;ITF33;ITF;ITF3;ITF33",
      ";;;;;;;;;;;;;;;;;;;;;;;;;",
    ];
    const { comuni, areas, faults } = readIstat(Buffer.from([header, ...rows, ""].join("\r\n"), "latin1"));
    expect(faults).toEqual([]);
    expect(comuni).toMatchObject([
      { line: 4, name: "Agliè", istatCode: "001001", cadastralCode: "A074", provinceSign: "TO" },
      { line: 5, name: "Pordenone", provinceSign: "PN" },
      { line: 6, name: "Napoli", provinceSign: "NA" },
    ]);
    expect(areas.map(({ istatCode, title, territory }) => `${istatCode} ${title} ${territory}`)).toEqual([
      "001 Città metropolitana Torino",
      "063 Città metropolitana Napoli",
    ]);
  });

  const enti = [
    ..."Codice_IPA Denominazione_ente Codice_fiscale_ente Tipologia Codice_Categoria Codice_natura Codice_ateco".split(
      " ",
    ),
    ..."Ente_in_liquidazione Codice_MIUR Codice_ISTAT Acronimo Nome_responsabile Cognome_responsabile".split(
      " ",
    ),
    ..."Titolo_responsabile Codice_comune_ISTAT Codice_catastale_comune CAP Indirizzo Mail1 Tipo_Mail1".split(
      " ",
    ),
    ..."Mail2 Tipo_Mail2 Sito_istituzionale Url_facebook Data_aggiornamento".split(" "),
  ];
  const row = (ipaCode: string, name: string, category: string, place: readonly [string, string]) =>
    enti.map((column) => {
      const cells: Record<string, string> = {
        ...{ Codice_IPA: ipaCode, Denominazione_ente: name, Codice_Categoria: category },
        ...{ Codice_fiscale_ente: "01234567890", Tipologia: "Pubbliche Amministrazioni", CAP: "55012" },
        // Of the statistics of bodies, and not of the Comune.
        ...{ Codice_ISTAT: "99999999", Ente_in_liquidazione: "N", Data_aggiornamento: "2026-02-11" },
        ...{ Codice_comune_ISTAT: place[0], Codice_catastale_comune: place[1] },
      };
      return cells[column] ?? "";
    });
  const rows = [
    row("c_b648", "Comune di Capannori", "L6", ["046007", "B648"]),
    row("p_lu", "Provincia di Lucca", "L5", ["046017", "E715"]),
    row("ucmvs", "Unione dei Comuni Media Valle del Serchio", "L18", ["046004", "B760"]),
    row("istsc_lu", '"Casa" del sapere, Istituto', "L33", ["046017", "E715"]),
  ];
  const expected = ["COMUNE c_b648 046007", "AREA p_lu 046017", "UNIONE ucmvs 046004"];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

  it.each([
    ["with tabs, and marks of quotation that mean nothing", [enti, ...rows].map((cells) => cells.join("\t"))],
    [
      "with commas, an ordinal before each row and a byte order mark",
      [["_id", ...enti], ...rows.map((cells, index) => [`${index + 1}`, ...cells])].map((cells, index) =>
        index === 0 ? `\ufeff${cells.join(",")}` : cells.map(quoted).join(","),
      ),
    ],
  ])("are read: the «Enti» of IPA, %s", (_how, lines) => {
    const { ipa, faults } = readIpa(Buffer.from(lines.join("\n")));
    expect(faults).toEqual([]);
    expect(ipa.map(({ kind, ipaCode, istatCode }) => `${kind} ${ipaCode} ${istatCode}`)).toEqual(expected);
  });

  it("are read: ISTAT's changes since 1991, of which only what ended is a merger", () => {
    const header =
      "Anno;Tipo variazione;Codice Regione;Codice Unità territoriale sovracomunale;Codice Comune formato alfanumerico;" +
      "Denominazione Comune;Codice Regione associato alla variazione;Codice Unità territoriale sovracomunale associato alla variazione;" +
      "Codice del Comune associato alla variazione o nuovo codice Istat del Comune ;Denominazione Comune associata alla variazione o " +
      "nuova denominazione;Provvedimento e Documento;Contenuto del provvedimento;Data decorrenza validità amministrativa;Flag_note";
    const changes = [
      "1991;CD;09;046;046001;Àlfa;09;046;046001;Alfa Nuova;Legge regionale;Assunta la nuova denominazione;;",
      "1994;ES;09;046;046901;Antica;09;046;046001;Alfa Nuova;Legge regionale;Soppresso;;",
      '2025;CS;09;046;046999;Unita;09;046;046014;Fosciandora;"Legge regionale n. 1; B.U.R. n. 2, \r\ndel 3 gennaio";Nuovo Comune;01/01/2026;',
      '2025;ES;09;046;046014;Fosciandora;09;046;046999;Unita;"Legge regionale n. 1; B.U.R. n. 2, \r\ndel 3 gennaio";Soppresso;01/01/2026;',
      "2025;AQES;09;046;046015;Gallicano;09;046;046902;Altra;Legge regionale;Modificata la circoscrizione;01/01/2026;",
    ];
    expect(readMergers(Buffer.from([header, ...changes, ""].join("\r\n"), "latin1"))).toEqual({
      mergers: [{ line: 6, from: "046014", into: "046999", day: "2026-01-01", isHistory: true }],
      faults: [],
    });
    const renamed = [header.replace("Data decorrenza", "Decorrenza"), ...changes].join("\r\n");
    expect(readMergers(Buffer.from(renamed, "latin1")).faults).toEqual([
      {
        file: "MERGERS",
        line: null,
        code: "MISSING_COLUMN",
        of: "«Data decorrenza validità amministrativa»",
      },
    ]);
  });
});
