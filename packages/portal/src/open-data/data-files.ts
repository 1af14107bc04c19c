import type { Language } from "../asked/language.ts";
import {
  type AnyDataTable,
  indicatorsTable,
  measurementsTable,
  objectivesTable,
  plansTable,
} from "./data-tables.ts";

type Both = Readonly<Record<Language, string>>;

/** A file of all that is published. */
export interface DataFile {
  readonly key: string;
  readonly title: Both;
  readonly description: Both;
  /** It says something of the plans' objectives. */
  readonly hasObjectives: boolean;
  readonly hasMeasurements: boolean;
  readonly table: AnyDataTable;
}

export const dataFiles: readonly DataFile[] = [
  {
    key: "piani",
    title: { it: "Piani pubblicati", en: "Published plans" },
    description: {
      it: "Una riga per ogni versione pubblicata di un piano, con il suo atto e la sua impronta.",
      en: "A row for each published version of a plan, with its act and its hash.",
    },
    hasObjectives: false,
    hasMeasurements: false,
    table: plansTable,
  },
  {
    key: "obiettivi",
    title: { it: "Obiettivi dei piani in vigore", en: "Objectives of the plans in force" },
    description: {
      it: "Una riga per ogni obiettivo, con i collegamenti al Piano triennale per l'informatica, al DUP e al PEG.",
      en: "A row for each objective, with its links to the national three-year plan for IT, the DUP and the PEG.",
    },
    hasObjectives: true,
    hasMeasurements: false,
    table: objectivesTable,
  },
  {
    key: "indicatori",
    title: { it: "Indicatori e valori attesi", en: "Indicators and their targets" },
    description: {
      it: "Una riga per ogni indicatore degli obiettivi in vigore, con la partenza e i valori attesi nei tre anni.",
      en: "A row for each indicator of the objectives in force, with its start and what is expected in the three years.",
    },
    hasObjectives: true,
    hasMeasurements: false,
    table: indicatorsTable,
  },
  {
    key: "misurazioni",
    title: { it: "Misurazioni degli indicatori", en: "Measurements of the indicators" },
    description: {
      it: "Una riga per ogni valore che un ente ha misurato di un indicatore in vigore, due volte l'anno.",
      en: "A row for each value that a body has measured of an indicator in force, twice a year.",
    },
    hasObjectives: true,
    hasMeasurements: true,
    table: measurementsTable,
  },
];
