import type { DataSource } from "typeorm";
import { everyVersionForHours, versionADayForDays } from "../limits.ts";

/** Lets go of versions that nobody asked for: all of a day stay, then the last of each day, and after a month the last of
 *  each week. What a person or a step of the workflow has kept stays for ever. Answers how many went; to be called once
 *  a day. */
export async function thinVersions(database: DataSource): Promise<number> {
  const [, count]: [unknown, number] = await database.query(
    `DELETE FROM version USING (
       SELECT id, row_number() OVER (
           PARTITION BY section_id, is_recent, date_trunc(CASE WHEN is_recent THEN 'day' ELSE 'week' END, local)
           ORDER BY number DESC) AS place
         FROM (SELECT id, section_id, number, at AT TIME ZONE 'Europe/Rome' AS local,
                      at > now() - $2 * interval '1 day' AS is_recent
                 FROM version
                WHERE kind = 'AUTOMATIC' AND by_user_id IS NULL AND at < now() - $1 * interval '1 hour') AS old
      ) AS numbered
      WHERE version.id = numbered.id AND place > 1`,
    [everyVersionForHours, versionADayForDays],
  );
  return count;
}
