import type { DataSource } from "typeorm";

/** Files of acts that were handed in and not adopted with: whoever comes back to it sends the file again. */
export async function dropUnusedFiles(database: DataSource): Promise<void> {
  await database.query(
    `DELETE FROM act_file WHERE at < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM adoption WHERE adoption.act_file_id = act_file.id)
        AND NOT EXISTS (SELECT FROM annulment WHERE annulment.act_file_id = act_file.id)`,
  );
}
