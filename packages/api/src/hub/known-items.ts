import { StrategyItem } from "@upiao/db";
import { badInput } from "@upiao/domain";
import { type DataSource, In } from "typeorm";
import { longestCode, mostCallItems } from "../limits.ts";
import { lineOf } from "../requests/input.ts";

/** Codes of the Piano triennale, each once; throws BAD_INPUT for one that no edition has. */
export async function knownItems(
  database: DataSource,
  written: readonly string[],
  field: string,
): Promise<string[]> {
  if (written.length > mostCallItems) throw badInput(field, "TOO_MANY", { most: mostCallItems });
  const codes = [...new Set(written.map((code) => lineOf(code, field, longestCode).toUpperCase()))];
  const items = await database.getRepository(StrategyItem).find({
    where: { code: In(codes) },
    select: { id: true, code: true },
  });
  const unknown = codes.find((code) => !items.some((item) => item.code === code));
  if (unknown !== undefined) throw badInput(field, "STRATEGY_CODE", { code: unknown });
  return codes;
}
