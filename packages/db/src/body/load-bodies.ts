import { createHash } from "node:crypto";
import { type BodyRecord, searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";

/** Writes the bodies of the registers into the database, in one transaction, and answers how many were new or
 *  had changed. A body is known by its ISTAT code, and keeps its id; one that the registers have no more stays,
 *  since plans and people hang on it. Once an edition of the registers has been imported nothing is written: our own is
 *  older, and would undo it. */
export async function loadBodies(database: DataSource, records: readonly BodyRecord[]): Promise<number> {
  // In one order, so that two nodes that start at once wait for each other and never deadlock.
  const rows = records.map(rowOf).sort((one, other) => (one.istat_code < other.istat_code ? -1 : 1));
  const { hash, imported } = await readState(database);
  if (imported || hash === hashOf(rows)) return 0;
  return database.transaction(async (tx) => {
    const [{ changed }] = await tx.query(
      `WITH written AS (
         INSERT INTO body (${columns.join(", ")})
         SELECT ${columns.join(", ")} FROM json_populate_recordset(NULL::body, $1)
          WHERE NOT EXISTS (SELECT FROM body_change)
         ON CONFLICT (istat_code) DO UPDATE SET (${columns.join(", ")}) = (${excluded})
          WHERE (${columns.map((column) => `body.${column}`).join(", ")}) IS DISTINCT FROM (${excluded})
         RETURNING 1
       ) SELECT count(*)::integer AS changed FROM written`,
      [JSON.stringify(rows)],
    );
    return changed;
  });
}

const columns = [
  "type",
  "name",
  "search_name",
  "istat_code",
  "ipa_code",
  "cadastral_code",
  "province_sign",
  "population2011",
] as const;
const excluded = columns.map((column) => `excluded.${column}`).join(", ");

type Row = Record<(typeof columns)[number], string | number | null> & { istat_code: string };

function rowOf(record: BodyRecord): Row {
  return {
    type: record.type,
    name: record.name,
    search_name: searchName(record.name),
    istat_code: record.istatCode,
    ipa_code: record.ipaCode,
    cadastral_code: record.cadastralCode,
    province_sign: record.provinceSign,
    population2011: record.population2011,
  };
}

// Every start would else send the whole list. A body that the registers have no more, or one added by hand with
// an ISTAT code, makes the two differ for good: then each start writes, and nothing changes by it.
function hashOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join("\t"));
  return createHash("md5").update(lines.join("\n")).digest("hex");
}

async function readState(database: DataSource): Promise<{ hash: string | null; imported: boolean }> {
  const line = columns.map((column) => `coalesce(${column}::text, '')`).join(" || E'\\t' || ");
  const [state] = await database.query(
    `SELECT md5(string_agg(${line}, E'\\n' ORDER BY istat_code COLLATE "C")) AS hash,
            EXISTS (SELECT FROM body_change) AS imported
       FROM body WHERE istat_code IS NOT NULL`,
  );
  return state;
}
