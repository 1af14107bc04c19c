import i18next from "i18next";
import Papa from "papaparse";
import { beforeAll, expect, it } from "vitest";
import italian from "../../i18n/it.json";
import { type ObservationLine, recordCsv } from "./record-csv.ts";

beforeAll(() =>
  i18next.init({ lng: "it", showSupportNotice: false, resources: { it: { translation: italian } } }),
);

const andrea = { id: "u", name: "Andrea Lombardi", bodyName: "Capannori", role: "AUDITOR" } as const;
const paolo = { id: "p", name: "Paolo Matteucci", bodyName: "Capannori", role: "EDITOR" } as const;
const thread: ObservationLine = {
  id: "1",
  section: {
    id: "s",
    title: "Performance",
    code: "2.2",
    ownerName: "Capannori",
    plan: { id: "p", firstYear: 2026 },
  },
  by: andrea,
  competence: "NUCLEO",
  at: "2026-01-12T09:30:00.000Z",
  kind: "FINDING",
  state: "RESOLVED",
  quote: "gli indicatori; tutti",
  comments: [
    { by: andrea, at: "2026-01-12T09:30:00.000Z", text: "Manca la fonte." },
    { by: paolo, at: "2026-01-13T09:30:00.000Z", text: "Aggiunta: «tabella 3»." },
    { by: paolo, at: "2026-01-13T09:31:00.000Z", text: "" },
  ],
  resolvedByName: "Andrea Lombardi",
  resolvedAt: "2026-01-14T09:30:00.000Z",
  opinion: null,
};
const opinion: ObservationLine = {
  ...thread,
  ...{ id: "2", kind: null, state: null, quote: null, comments: [], resolvedByName: null, resolvedAt: null },
  opinion: {
    id: "2",
    verdict: "WITH_CONDITIONS",
    text: "Servono\nindicatori.",
    stands: true,
    version: { id: "v", number: 3 },
  },
};

function read(csv: string): Record<string, string>[] {
  expect(csv.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter: ";" }).data;
}

it("the record of observations holds each thread, and each opinion, on a line", () => {
  const [first, second] = read(recordCsv([thread, opinion], i18next.t, "it"));
  expect(first).toMatchObject({
    Tipo: "Rilievo",
    "Stato o esito": "Risolto",
    Parte: "2.2",
    "Testo citato": "gli indicatori; tutti",
    Autore: "Andrea Lombardi",
    "Organo di controllo": "Nucleo di valutazione (OIV)",
    Data: "12 gen 2026, 10:30",
    Testo: "Manca la fonte.",
    Risposte:
      "Paolo Matteucci (Capannori), 13 gen 2026, 10:30: Aggiunta: «tabella 3».\nPaolo Matteucci (Capannori), 13 gen 2026, 10:31: (commento eliminato)",
    "Risolto da": "Andrea Lombardi",
  });
  expect(second).toMatchObject({
    Tipo: "Parere",
    "Stato o esito": "Favorevole con condizioni",
    Testo: "Servono\nindicatori.",
    Versione: "3",
    "In vigore": "sì",
  });
});

it.each(["=1+1", "+39", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "[T33] what begins as a formula is text: %j",
  (formula) => {
    const comments = [{ by: andrea, at: thread.at, text: formula }];
    const section = { ...thread.section, title: formula };
    const line = { ...thread, quote: formula, comments, section, by: { ...andrea, name: formula } };
    const [row] = read(recordCsv([line], i18next.t, "it"));
    for (const column of ["Testo citato", "Testo", "Sezione", "Autore"]) {
      expect([column, row?.[column]]).toEqual([column, `'${formula}`]);
    }
  },
);

it("an empty record says its columns all the same", () => {
  expect(recordCsv([], i18next.t, "it")).toMatch(/^\uFEFFTipo;Stato o esito;.*;In vigore\s*$/);
});
