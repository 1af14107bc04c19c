import { type DemoMeasurement, type DemoMeasurements, demoMeasurements } from "@upiao/catalog";
import { Indicator, Measurement, User } from "@upiao/db";
import { searchName } from "@upiao/domain";
import { type DataSource, type EntityManager, In, IsNull } from "typeorm";
import { type DemoAddress, emailOf } from "./accounts.ts";
import { type DemoBody, demoBodies, findDemoBodies } from "./bodies.ts";

/** Who enters the values of each body. */
const measurers: Readonly<Partial<Record<DemoBody, DemoAddress>>> = {
  lucca: "redattore.lucca",
  capannori: "redattore.capannori",
  barga: "redattore.barga",
  gallicano: "redattore.gallicano",
  coreglia: "redattore.coreglia",
  fosciandora: "redattore.fosciandora",
};

/** Writes what the bodies of the demonstration have read of the indicators in their texts, by the indicators' names, and answers how
 *  many values. An indicator that no text has is passed over; none is written where there are values already. */
export async function writeMeasurements(database: DataSource): Promise<number> {
  if (await database.getRepository(Measurement).exists()) return 0;
  return database.transaction(async (tx) => {
    const rows = await rowsOf(tx);
    await tx.getRepository(Measurement).insert(rows);
    return rows.length;
  });
}

async function rowsOf(tx: EntityManager): Promise<Partial<Measurement>[]> {
  const bodies = await findDemoBodies(tx);
  const users = await tx.getRepository(User).findBy({ email: In(Object.values(measurers).map(emailOf)) });
  const indicators = await tx.getRepository(Indicator).find({
    where: { removedAt: IsNull() },
    relations: { section: { plan: { body: true } } },
  });
  const ofYears = (all: DemoMeasurements) =>
    all.measurements.flatMap((measured) =>
      Object.keys(measured.values).flatMap((key) => {
        const body = key as DemoBody;
        const byUserId = users.find(({ email }) => email === emailOf(measurers[body]!))?.id;
        const found = indicators.find((one) => isOf(one, all.firstYear, body, measured));
        if (!found || !byUserId) return [];
        return valuesOf(all, measured, body).map((value) => ({
          ...{ indicatorId: found.id, bodyId: bodies[body], byUserId },
          ...value,
        }));
      }),
    );
  return demoMeasurements().flatMap(ofYears);
}

/** Plans of other years, and of other bodies, have indicators of the same name. */
function isOf(
  { name, section }: Indicator,
  firstYear: number,
  body: DemoBody,
  measured: DemoMeasurement,
): boolean {
  const { code, plan } = section;
  const isTheirs = plan === null || plan.body.istatCode === demoBodies[body];
  const isIts = section.firstYear === firstYear && code === measured.section && isTheirs;
  return isIts && plainName(name) === plainName(measured.indicator);
}

function valuesOf({ readings }: DemoMeasurements, { values, notes }: DemoMeasurement, body: DemoBody) {
  return values[body]!.map((value, index) => ({
    ...readings[index]!,
    value,
    note: notes?.[body]?.[index] ?? null,
  }));
}

/** «(%)» and a code before the name are there in some texts, and not in others. */
function plainName(name: string): string {
  return searchName(
    name
      .replace(/\(.*?\)/g, "")
      .replace(/^[A-Z]\d+\.\d+\s+/, "")
      .trim(),
  );
}
