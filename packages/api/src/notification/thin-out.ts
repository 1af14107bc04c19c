import type { DataSource } from "typeorm";

/** Removes what nobody needs any more: read notifications after half a year, all after two; ways out of mail after half a
 *  year; of the kept mail all but the last thousand. */
export async function thinOutNotifications(database: DataSource): Promise<void> {
  for (const statement of [
    `DELETE FROM notification WHERE at < now() - interval '2 years'
        OR (read_at IS NOT NULL AND read_at < now() - interval '6 months')`,
    "DELETE FROM unsubscribe_token WHERE created_at < now() - interval '6 months'",
    "DELETE FROM outbox_mail WHERE id IN (SELECT id FROM outbox_mail ORDER BY at DESC, id OFFSET 1000)",
  ])
    await database.query(statement);
}
