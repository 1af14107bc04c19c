import type { DataSource } from "typeorm";

/** Forgets who wrote a remark that the body has decided on without publishing the name, a month after: nothing is done with it any
 *  more (art. 5, 1, e of Regulation (EU) 2016/679). The remark stays. */
export async function forgetNames(database: DataSource): Promise<void> {
  await database.query(
    `UPDATE remark SET author_name = NULL
      WHERE author_name IS NOT NULL AND decided_at < now() - interval '30 days'
        AND NOT (state = 'PUBLISHED' AND shows_name)`,
  );
}
