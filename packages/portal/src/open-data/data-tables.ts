import type { IndicatorRecord } from "@upiao/document";
import { type IndicatorYear, yearsOf } from "../indicators/indicator-years.ts";
import type { PublicObjective, Reading } from "../indicators/read-objectives.ts";
import { inForce, type PublishedAdoption, type PublishedPlan } from "../plan/published-plan.ts";
import { bodyIdentifier, identifiersOf } from "./identifiers.ts";
import type { PlanOfData } from "./read-all-plans.ts";

export type Cell = string | number | null;

/** A column of a file: its name is for programs and stays, what it means is for people. */
export interface Column<Row> {
  readonly name: string;
  readonly it: string;
  readonly en: string;
  read(row: Row, site: string): Cell;
}

/** A file of data, whatever its rows are. */
export interface AnyDataTable {
  readonly columns: readonly Pick<Column<never>, "name" | "it" | "en">[];
  readonly names: string[];
  cells(of: PlanOfData, site: string): Cell[][];
}

/** Which rows a plan has in a file, and what stands in each. */
class DataTable<Row> implements AnyDataTable {
  constructor(
    readonly columns: readonly Column<Row>[],
    private readonly rowsOf: (of: PlanOfData) => Row[],
  ) {}

  get names(): string[] {
    return this.columns.map(({ name }) => name);
  }

  cells(of: PlanOfData, site: string): Cell[][] {
    return this.rowsOf(of).map((row) => this.columns.map((column) => column.read(row, site)));
  }
}

interface OfPlan {
  readonly plan: PublishedPlan;
}
interface OfVersion extends OfPlan {
  readonly adoption: PublishedAdoption;
}
interface OfObjective extends OfPlan {
  readonly objective: PublicObjective;
}
interface OfIndicator extends OfObjective {
  readonly indicator: IndicatorRecord;
}
interface OfMeasurement extends OfIndicator {
  readonly reading: Reading;
}
interface OfYear extends OfObjective {
  /** Null: the objective has no indicators, or the indicator no years. */
  readonly indicator: IndicatorRecord | null;
  readonly year: IndicatorYear | null;
}

/** Why there is no number where one was asked for. Null: there is one, or nobody has measured yet. */
export function noValueReason(value: number | null | undefined): "NOT_AVAILABLE" | null {
  return value === null ? "NOT_AVAILABLE" : null;
}

const ofBody: readonly Column<OfPlan>[] = [
  {
    name: "planId",
    it: "identificativo del piano: il suo indirizzo",
    en: "identifier of the plan: its address",
    read: ({ plan }, site) => identifiersOf(plan, site).plan,
  },
  {
    name: "bodyId",
    it: "identificativo dell'ente: l'indirizzo della sua pagina",
    en: "identifier of the body: the address of its page",
    read: ({ plan }, site) => bodyIdentifier(plan.body, site),
  },
  { name: "bodyName", it: "nome dell'ente", en: "name of the body", read: ({ plan }) => plan.body.name },
  {
    name: "bodyType",
    it: "tipo di ente: COMUNE, PROVINCIA, CITTA_METROPOLITANA, UNIONE",
    en: "kind of body: COMUNE, PROVINCIA, CITTA_METROPOLITANA, UNIONE",
    read: ({ plan }) => plan.body.type,
  },
  {
    name: "istatCode",
    it: "codice ISTAT dell'ente, con gli zeri iniziali",
    en: "ISTAT code of the body, with its leading zeros",
    read: ({ plan }) => plan.body.istatCode,
  },
  { name: "ipaCode", it: "codice IPA", en: "IPA code", read: ({ plan }) => plan.body.ipaCode },
  {
    name: "provinceSign",
    it: "sigla della provincia",
    en: "sign of the province",
    read: ({ plan }) => plan.body.provinceSign,
  },
  {
    name: "firstYear",
    it: "primo anno del piano",
    en: "first year of the plan",
    read: ({ plan }) => plan.firstYear,
  },
];

const version: Column<OfPlan> = {
  name: "amendment",
  it: "versione in vigore: 0 la prima adozione, n l'aggiornamento n. n",
  en: "version in force: 0 the first adoption, n its amendment no. n",
  read: ({ plan }) => inForce(plan).amendment,
};

const ofObjective: readonly Column<OfObjective>[] = [
  {
    name: "objectiveId",
    it: "identificativo dell'obiettivo",
    en: "identifier of the objective",
    read: ({ plan, objective }, site) => identifiersOf(plan, site).objective(objective.record.key),
  },
  {
    name: "objectiveTitle",
    it: "titolo dell'obiettivo",
    en: "title of the objective",
    read: ({ objective }) => objective.record.title,
  },
];

const ofIndicator: readonly Column<OfPlan & { readonly indicator: IndicatorRecord | null }>[] = [
  {
    name: "indicatorId",
    it: "identificativo dell'indicatore",
    en: "identifier of the indicator",
    read: ({ plan, indicator }, site) => indicator && identifiersOf(plan, site).indicator(indicator.key),
  },
  {
    name: "indicatorName",
    it: "nome dell'indicatore",
    en: "name of the indicator",
    read: ({ indicator }) => indicator?.name ?? null,
  },
  {
    name: "unit",
    it: "unità dei valori: PERCENT (da 0 a 100), NUMBER, DAYS, HOURS, EURO, YES_NO (1 sì, 0 no)",
    en: "unit of the values: PERCENT (0 to 100), NUMBER, DAYS, HOURS, EURO, YES_NO (1 yes, 0 no)",
    read: ({ indicator }) => indicator?.unit ?? null,
  },
];

const moreOfIndicator: typeof ofIndicator = [
  {
    name: "direction",
    it: "verso atteso: UP in crescita, DOWN in calo",
    en: "direction hoped for: UP, DOWN",
    read: ({ indicator }) => indicator?.direction ?? null,
  },
  {
    name: "baseline",
    it: "valore di partenza",
    en: "value at the start",
    read: ({ indicator }) => indicator?.baseline ?? null,
  },
  {
    name: "source",
    it: "da dove vengono i valori",
    en: "where the values come from",
    read: ({ indicator }) => indicator?.source ?? null,
  },
  {
    name: "measuredBy",
    it: "chi misura: EACH ogni ente che ha il testo, LEAD solo l'ente capofila",
    en: "who measures: EACH body that has the text, or the LEAD body only",
    read: ({ indicator }) => indicator && (indicator.measuredBy ?? "EACH"),
  },
];

function ofRecord(
  field: "responsible" | "dup" | "peg" | "budget" | "service" | "call",
  it: string,
  en: string,
): Column<OfObjective> {
  return { name: field, it, en, read: ({ objective }) => objective.record[field] };
}

function target(index: number, it: string, en: string): Column<OfIndicator> {
  return {
    ...{ name: `target${index + 1}`, it, en },
    read: ({ plan, indicator }) =>
      indicator.targets.find(({ year }) => year === plan.firstYear + index)?.value ?? null,
  };
}

export const plansTable = new DataTable<OfVersion>(
  [
    ...ofBody,
    {
      name: "versionId",
      it: "identificativo della versione: il suo indirizzo permanente",
      en: "identifier of the version: its address for good",
      read: ({ plan, adoption }, site) => identifiersOf(plan, site).version(adoption.amendment),
    },
    {
      name: "amendment",
      it: "0 la prima adozione, n l'aggiornamento n. n",
      en: "0 the first adoption, n its amendment no. n",
      read: ({ adoption }) => adoption.amendment,
    },
    {
      name: "isInForce",
      it: "1 se la versione è in vigore, altrimenti 0",
      en: "1 if the version is in force, else 0",
      read: ({ plan, adoption }) => Number(inForce(plan).id === adoption.id),
    },
    { name: "actKind", it: "tipo di atto", en: "kind of act", read: ({ adoption }) => adoption.actKind },
    {
      name: "actNumber",
      it: "numero dell'atto",
      en: "number of the act",
      read: ({ adoption }) => adoption.actNumber,
    },
    {
      name: "actDay",
      it: "giorno dell'atto (ISO 8601)",
      en: "day of the act (ISO 8601)",
      read: ({ adoption }) => adoption.actDay,
    },
    {
      name: "reason",
      it: "motivo dell'aggiornamento",
      en: "why the plan was amended",
      read: ({ adoption }) => adoption.reason,
    },
    {
      name: "publishedAt",
      it: "momento della pubblicazione (ISO 8601)",
      en: "moment of publication (ISO 8601)",
      read: ({ adoption }) => moment(adoption.publishedAt),
    },
    {
      name: "sha256",
      it: "impronta SHA-256 della forma canonica",
      en: "SHA-256 of the canonical form",
      read: ({ adoption }) => adoption.sha256,
    },
  ],
  ({ plan }) => plan.adoptions.map((adoption) => ({ plan, adoption })),
);

export const objectivesTable = new DataTable<OfObjective>(
  [
    ...ofBody,
    version,
    ...ofObjective,
    {
      name: "sectionNumber",
      it: "parte del piano in cui si trova",
      en: "part of the plan in which it stands",
      read: ({ objective }) => objective.number,
    },
    ofRecord("responsible", "responsabile", "who answers for it"),
    {
      name: "strategyItems",
      it: "codici del Piano triennale per l'informatica, separati da uno spazio",
      en: "codes of the national three-year plan for IT, with spaces between them",
      read: ({ objective }) => objective.record.items.join(" ") || null,
    },
    ofRecord("dup", "riferimento al DUP", "reference to the DUP"),
    ofRecord("peg", "riferimento al PEG", "reference to the PEG"),
    ofRecord("budget", "riferimento al bilancio", "reference to the budget"),
    ofRecord("service", "codice del servizio del polo", "code of the hub's service"),
    ofRecord("call", "codice dell'avviso di finanziamento", "code of the funding call"),
  ],
  ({ plan, objectives }) => objectives.map((objective) => ({ plan, objective })),
);

export const indicatorsTable = new DataTable<OfIndicator>(
  [
    ...ofBody,
    version,
    ...ofObjective,
    ...ofIndicator,
    ...moreOfIndicator,
    target(0, "valore atteso nel primo anno del piano", "value expected in the first year of the plan"),
    target(1, "valore atteso nel secondo anno", "value expected in the second year"),
    target(2, "valore atteso nel terzo anno", "value expected in the third year"),
  ],
  indicatorsOf,
);

export const measurementsTable = new DataTable<OfMeasurement>(
  [
    ...ofBody,
    ...ofIndicator,
    {
      name: "year",
      it: "anno della misurazione",
      en: "year of the measurement",
      read: ({ reading }) => reading.year,
    },
    {
      name: "round",
      it: "rilevazione: 1 il primo semestre, 2 l'anno intero",
      en: "round: 1 the first half year, 2 the whole year",
      read: ({ reading }) => reading.round,
    },
    {
      name: "value",
      it: "valore misurato; vuoto se non disponibile",
      en: "value measured; empty where it is not available",
      read: ({ reading }) => reading.value,
    },
    {
      name: "noValueReason",
      it: "perché il valore manca: NOT_AVAILABLE, l'ente ha dichiarato «n.d.»",
      en: "why there is no value: NOT_AVAILABLE, the body has declared “n.d.”",
      read: ({ reading }) => noValueReason(reading.value),
    },
  ],
  (of) =>
    indicatorsOf(of).flatMap((row) =>
      row.objective.readings
        .filter(({ key }) => key === row.indicator.key)
        .map((reading) => ({ ...row, reading })),
    ),
);

/** One plan in one table: a row for each indicator and year. */
export const planTable = new DataTable<OfYear>(
  [
    ...ofBody,
    ...ofObjective,
    ...ofIndicator,
    ...moreOfIndicator,
    { name: "year", it: "anno", en: "year", read: ({ year }) => year?.year ?? null },
    {
      name: "target",
      it: "valore atteso nell'anno",
      en: "value expected in the year",
      read: ({ year }) => year?.expected ?? null,
    },
    ...([0, 1] as const).flatMap((index): Column<OfYear>[] => [
      {
        name: index === 0 ? "firstRound" : "secondRound",
        it: index === 0 ? "valore della prima rilevazione" : "valore della seconda rilevazione",
        en: index === 0 ? "value of the first round" : "value of the second round",
        read: ({ year }) => year?.rounds[index] ?? null,
      },
      {
        name: index === 0 ? "firstRoundNoValueReason" : "secondRoundNoValueReason",
        it: "perché il valore manca: NOT_AVAILABLE, l'ente ha dichiarato «n.d.»",
        en: "why there is no value: NOT_AVAILABLE, the body has declared “n.d.”",
        read: ({ year }) => noValueReason(year?.rounds[index]),
      },
    ]),
  ],
  ({ plan, objectives }) =>
    objectives.flatMap((objective): OfYear[] => {
      const rows = objective.record.indicators.flatMap((indicator): OfYear[] => {
        const years = yearsOf(indicator, objective.readings);
        const rowOf = (year: IndicatorYear | null) => ({ plan, objective, indicator, year });
        return years.length > 0 ? years.map(rowOf) : [rowOf(null)];
      });
      return rows.length > 0 ? rows : [{ plan, objective, indicator: null, year: null }];
    }),
);

function indicatorsOf({ plan, objectives }: PlanOfData): OfIndicator[] {
  return objectives.flatMap((objective) =>
    objective.record.indicators.map((indicator) => ({ plan, objective, indicator })),
  );
}

/** PostgreSQL writes a moment in the zone of the session. */
export function moment(at: string): string {
  return new Date(at).toISOString();
}
