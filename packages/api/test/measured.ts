import { Indicator, Measurement, Objective, Target } from "@upiao/db";
import type { Direction, Unit } from "@upiao/domain";
import type { DataSource } from "typeorm";

let keys = 0;
const nextKey = () => `key-${++keys}`;

export async function makeObjective(database: DataSource, sectionId: string, title: string): Promise<string> {
  const place = ++keys;
  const saved = await database.getRepository(Objective).save({ sectionId, key: nextKey(), place, title });
  return saved.id;
}

export interface IndicatorParts {
  readonly name?: string;
  readonly unit?: Unit;
  readonly direction?: Direction;
  readonly baseline?: number | null;
  readonly targets?: Readonly<Record<number, number>>;
}

/** An indicator of an objective: by itself a number that should rise from 0 to 100 in 2026. */
export async function makeIndicator(
  database: DataSource,
  objectiveId: string,
  parts: IndicatorParts = {},
): Promise<string> {
  const {
    name = "Indicatore",
    unit = "NUMBER",
    direction = "UP",
    baseline = 0,
    targets = { 2026: 100 },
  } = parts;
  const { sectionId } = await database.getRepository(Objective).findOneByOrFail({ id: objectiveId });
  const place = ++keys;
  const row = { sectionId, objectiveId, key: nextKey(), place, name, unit, direction, baseline };
  const { id } = await database.getRepository(Indicator).save(row);
  for (const [year, value] of Object.entries(targets))
    await database.getRepository(Target).insert({ indicatorId: id, year: Number(year), value });
  return id;
}

export async function makeMeasurement(
  database: DataSource,
  parts: Pick<Measurement, "indicatorId" | "bodyId" | "round" | "value" | "byUserId"> & {
    readonly year?: number;
  },
): Promise<Measurement> {
  return database.getRepository(Measurement).save({ year: 2026, ...parts });
}
