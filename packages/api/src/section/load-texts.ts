import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
import { plainTexts } from "../coediting/plain-texts.ts";

/** The text of sections, from their logs. */
export function loadTexts(database: DataSource) {
  return new DataLoader<string, string>(async (ids) => {
    const texts = await plainTexts(database, ids);
    return ids.map((id) => texts.get(id)!);
  });
}
