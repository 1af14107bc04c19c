import { StrategyEdition } from "@upiao/db";
import { badInput } from "@upiao/domain";
import { type DataSource, type EntityManager, MoreThan } from "typeorm";

/** All editions, the newest first. */
export function listEditions(database: DataSource): Promise<StrategyEdition[]> {
  return database.getRepository(StrategyEdition).find({ order: { code: "DESC" } });
}

/** The edition that is asked for, the newest where none is; throws BAD_INPUT for one that is not loaded. */
export async function findEdition(
  database: DataSource,
  code: string | null | undefined,
): Promise<StrategyEdition> {
  // Nobody can type these, and PostgreSQL cannot hold them.
  if (code != null && /\p{C}/u.test(code)) throw badInput("edition", "EDITION");
  const found =
    code == null
      ? (await listEditions(database))[0]
      : await database.getRepository(StrategyEdition).findOneBy({ code });
  if (!found) throw badInput("edition", "EDITION");
  return found;
}

/** The newest edition, if it is newer than this one. */
export function findNewerEdition(
  database: DataSource | EntityManager,
  code: string,
): Promise<StrategyEdition | null> {
  return database
    .getRepository(StrategyEdition)
    .findOne({ where: { code: MoreThan(code) }, order: { code: "DESC" } });
}
