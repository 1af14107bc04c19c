import { demoMeasurements } from "@upiao/catalog";
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
  const { readings, measurements } = demoMeasurements();
  const bodies = await findDemoBodies(tx);
  const users = await tx.getRepository(User).findBy({ email: In(Object.values(measurers).map(emailOf)) });
  const indicators = await tx.getRepository(Indicator).find({
    where: { removedAt: IsNull() },
    relations: { section: { plan: { body: true } } },
  });
  return measurements.flatMap(({ section, indicator: name, values }) =>
    Object.entries(values).flatMap(([key, ofBody]) => {
      const body = key as DemoBody;
      const byUserId = users.find(({ email }) => email === emailOf(measurers[body]!))?.id;
      const found = indicators.find((indicator) => {
        const { code, plan } = indicator.section;
        const isTheirs = plan === null || plan.body.istatCode === demoBodies[body];
        return code === section && isTheirs && plainName(indicator.name) === plainName(name);
      });
      if (!found || !byUserId) return [];
      const row = { indicatorId: found.id, bodyId: bodies[body], byUserId };
      return ofBody.map((value, index) => ({ ...row, ...readings[index]!, value }));
    }),
  );
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
