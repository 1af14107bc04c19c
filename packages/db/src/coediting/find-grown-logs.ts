import type { DataSource } from "typeorm";
import { runNamed } from "./named-statement.ts";

/** Which of these logs have grown past the place that the caller knows. One statement, however many they are. */
export async function findGrownLogs(
  database: DataSource,
  known: ReadonlyMap<number, number>,
): Promise<number[]> {
  // Asked for each log apart, so that it is a step down an index however many rows there are; a join might read them all.
  const { rows } = await runNamed<{ log: number }>(
    database,
    "grown logs",
    `SELECT log FROM unnest($1::integer[], $2::integer[]) AS known (log, seq)
      WHERE seq < greatest((SELECT max(row.seq) FROM section_update AS row WHERE row.log = known.log),
                           (SELECT base.seq FROM section_snapshot AS base WHERE base.log = known.log))`,
    [[...known.keys()], [...known.values()]],
  );
  return rows.map(({ log }) => log);
}
