import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
import { readTexts, type TextReading } from "../coediting/text-readings.ts";

/** The texts of sections, from their logs. */
export function loadTexts(database: DataSource) {
  return new DataLoader<string, TextReading>(async (ids) => {
    const texts = await readTexts(database, ids);
    return ids.map((id) => texts.get(id)!);
  });
}
