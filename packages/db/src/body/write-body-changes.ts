import {
  type BodyChange as Change,
  type KnownBody,
  type NewBody,
  type RegisterSource,
  searchName,
} from "@upiao/domain";
import { type EntityManager, In } from "typeorm";
import { Body } from "./body.entity.ts";
import { BodyChange } from "./body-change.entity.ts";

/** Writes what an edition of the registers changes, and keeps it as the history of each body. */
export async function writeBodyChanges(
  tx: EntityManager,
  changes: readonly Change[],
  day: string,
): Promise<void> {
  const bodies = tx.getRepository(Body);
  const changed = changedRows(changes);
  // A code may go from one body to another: it is free before it is taken.
  const moved = changes.flatMap((change) => (change.what === "ISTAT_CODE" ? [change.of.id] : []));
  await bodies.update({ id: In(moved) }, { istatCode: null });
  await tx.query(
    `UPDATE body SET (${columns.join(", ")}) = (${columns.map((column) => `r.${column}`).join(", ")})
       FROM json_populate_recordset(NULL::body, $1) r WHERE body.id = r.id`,
    [JSON.stringify(changed)],
  );

  const added = changes.flatMap((change) => (change.what === "ADDED" ? [change.body] : []));
  await bodies.insert(added.map((body) => ({ ...body, searchName: searchName(body.name) })));
  const ended = changes.filter((change) => change.what === "ENDED");
  await tx.query(
    `UPDATE body SET ended_on = r.day,
            successor_id = (SELECT s.id FROM body s WHERE s.istat_code = r.into)
       FROM json_to_recordset($1) r (id uuid, day date, "into" text) WHERE body.id = r.id`,
    [JSON.stringify(ended.map(({ of, day: on, into }) => ({ id: of.id, day: on, into })))],
  );
  await keepHistory(tx, changes, day);
}

const columns = [
  "type",
  "name",
  "search_name",
  "istat_code",
  "ipa_code",
  "cadastral_code",
  "province_sign",
] as const;

const fieldOf = {
  NAME: "name",
  TYPE: "type",
  ISTAT_CODE: "istatCode",
  CADASTRAL: "cadastralCode",
  PROVINCE: "provinceSign",
  IPA_CODE: "ipaCode",
} as const satisfies Record<Exclude<Change["what"], "ADDED" | "ENDED">, keyof KnownBody>;

/** The rows of the bodies of which a field changes, as they become. */
function changedRows(changes: readonly Change[]): object[] {
  const after = new Map<string, KnownBody>();
  for (const change of changes) {
    if (change.what === "ADDED" || change.what === "ENDED") continue;
    const { id } = change.of;
    after.set(id, { ...(after.get(id) ?? change.of), [fieldOf[change.what]]: change.after });
  }
  return [...after.values()].map((body) => ({
    id: body.id,
    type: body.type,
    name: body.name,
    search_name: searchName(body.name),
    istat_code: body.istatCode,
    ipa_code: body.ipaCode,
    cadastral_code: body.cadastralCode,
    province_sign: body.provinceSign,
  }));
}

async function keepHistory(tx: EntityManager, changes: readonly Change[], day: string): Promise<void> {
  const added = changes.flatMap((change) => (change.what === "ADDED" ? [change.body] : []));
  const codesOf = (column: "istatCode" | "ipaCode") => In(added.map((body) => body[column]).filter(Boolean));
  const written = await tx
    .getRepository(Body)
    .findBy([{ istatCode: codesOf("istatCode") }, { type: "UNIONE", ipaCode: codesOf("ipaCode") }]);
  const idOf = new Map(written.map((body) => [keyOf(body), body.id]));
  const lines = changes.map((change): Partial<BodyChange> => {
    if (change.what === "ADDED") {
      const { body } = change;
      return {
        bodyId: idOf.get(keyOf(body)),
        what: "ADDED",
        after: body.name,
        day,
        source: registerOf(body),
      };
    }
    if (change.what === "ENDED") {
      const source: RegisterSource = change.into === null ? registerOf(change.of) : "MERGERS";
      return { bodyId: change.of.id, what: "ENDED", after: change.into, day: change.day, source };
    }
    const { what, before, after, of } = change;
    const source: RegisterSource = what === "IPA_CODE" ? "IPA" : registerOf(of);
    const searchBefore = what === "NAME" && before !== null ? searchName(before) : null;
    return { bodyId: of.id, what, before, searchBefore, after, day, source };
  });
  // PostgreSQL takes some 65,000 values in a statement.
  await tx.getRepository(BodyChange).save(lines, { chunk: 2000 });
}

/** By what a body that was just written is found again. */
function keyOf({ type, istatCode, ipaCode }: Pick<NewBody, "type" | "istatCode" | "ipaCode">): string {
  return type === "UNIONE" ? `ipa ${ipaCode}` : `istat ${istatCode}`;
}

/** ISTAT knows no unions of Comuni. */
function registerOf({ type }: Pick<NewBody, "type">): RegisterSource {
  return type === "UNIONE" ? "IPA" : "ISTAT";
}
