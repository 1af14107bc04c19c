import { Indicator, Measurement, Objective, Target } from "@upiao/db";
import type { Direction, Measurer, Unit } from "@upiao/domain";
import type { DataSource } from "typeorm";

export interface IndicatorParts {
  readonly sectionId: string;
  readonly objectiveId: string;
  readonly key: string;
  readonly name?: string;
  readonly unit?: Unit;
  readonly direction?: Direction;
  readonly baseline?: number | null;
  readonly measuredBy?: Measurer;
  readonly targets?: Readonly<Record<number, number>>;
}

export async function makeObjective(
  database: DataSource,
  sectionId: string,
  key: string,
  parts: Partial<Objective> = {},
): Promise<string> {
  // The section's words are none of these tests' matter: its record is as it was made here, however they change.
  await database.query("INSERT INTO section_projection VALUES ($1, 2147483647) ON CONFLICT DO NOTHING", [
    sectionId,
  ]);
  const row = { sectionId, key, place: 0, title: `Segreto ${key}.`, items: [], ...parts };
  return (await database.getRepository(Objective).save(row)).id;
}

export async function makeIndicator(database: DataSource, parts: IndicatorParts): Promise<string> {
  const { sectionId, objectiveId, key, targets = {}, ...own } = parts;
  const usual = { name: `Segreto ${key}.`, unit: "PERCENT", direction: "UP", baseline: 0 } as const;
  const { id } = await database
    .getRepository(Indicator)
    .save({ sectionId, objectiveId, key, place: 0, ...usual, ...own });
  const rows = Object.entries(targets).map(([year, value]) => ({
    indicatorId: id,
    year: Number(year),
    value,
  }));
  await database.getRepository(Target).insert(rows);
  return id;
}

export async function addReading(
  database: DataSource,
  reading: Pick<Measurement, "indicatorId" | "bodyId" | "year" | "value" | "byUserId"> & {
    readonly round?: number;
  },
): Promise<void> {
  await database.getRepository(Measurement).insert({ round: 1, ...reading });
}
