import DataLoader from "dataloader";
import { type DataSource, type EntityTarget, type FindOptionsWhere, In } from "typeorm";

/** Rows of a table by id, all that one step of a query asks for in one statement; null for an unknown id. */
export function loadById<Row extends { readonly id: string }>(
  database: DataSource,
  entity: EntityTarget<Row>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = await database.getRepository(entity).findBy({ id: In([...ids]) } as FindOptionsWhere<Row>);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
