import { createHash, randomUUID } from "node:crypto";
import type { AdoptedPart, AdoptedPlan, TextJson } from "@upiao/document";
import type { BodyType } from "@upiao/domain";

/** Loaded by those who publish: each file of tests has this one among its support, and most publish nothing. */
const document = () => import("@upiao/document");
const domain = () => import("@upiao/domain");

/** A database, by whatever library. */
export interface Statements {
  query(statement: string, values?: unknown[]): Promise<Row[]>;
}

type Row = Readonly<Record<string, string>>;

export interface BodyParts {
  readonly name: string;
  readonly type?: BodyType;
  readonly istatCode?: string | null;
  readonly provinceSign?: string | null;
}

export async function makeBody(database: Statements, parts: BodyParts): Promise<string> {
  const { name, type = "COMUNE", istatCode = null, provinceSign = null } = parts;
  const { searchName } = await domain();
  const row = { name, type, istat_code: istatCode, province_sign: provinceSign };
  return insert(database, "body", { ...row, search_name: searchName(name) });
}

export interface TextParts {
  readonly number: string;
  readonly title: string;
  readonly content: TextJson;
  /** Of the section that it is a version of; absent: a section of the plan. */
  readonly sectionId?: string;
  readonly isShared?: boolean;
}

export interface PlanParts {
  readonly bodyId: string;
  readonly firstYear?: number;
  readonly amendment?: number;
  readonly reason?: string;
  readonly texts: readonly TextParts[];
  readonly actNumber?: string;
  readonly actFile?: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };
  readonly files?: Readonly<Record<string, Buffer>>;
  /** False: adopted only. */
  readonly isPublished?: boolean;
  readonly publishedAt?: string;
}

export interface ForTest {
  readonly adoptionId: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  /** In the order of the texts. */
  readonly sectionIds: readonly string[];
}

/** Writes the rows of an adoption and its publication, as adopting and publishing a plan do. */
export async function publishForTest(database: Statements, parts: PlanParts): Promise<ForTest> {
  const { bodyId, firstYear = 2026, amendment = 0, texts, isPublished = true } = parts;
  const [body] = await database.query("SELECT name, type, istat_code, ipa_code FROM body WHERE id = $1", [
    bodyId,
  ]);
  const planId = await planOf(database, bodyId, firstYear);
  const byUser = { by_user_id: await someUser(database) };
  const act = parts.actFile ?? {
    ...{ name: "delibera.pdf", mediaType: "application/pdf" },
    bytes: Buffer.from(`%PDF-1.7 ${randomUUID()}`),
  };
  const actFile = { plan_id: planId, name: act.name, media_type: act.mediaType, bytes: act.bytes };
  const actFileId = await insert(database, "act_file", { ...actFile, sha256: sha256(act.bytes), ...byUser });

  const sectionIds: string[] = [];
  for (const { sectionId, number, title } of texts) {
    sectionIds.push(sectionId ?? (await sectionOf(database, planId, firstYear, number, title)));
  }
  const content: AdoptedPlan = {
    format: "upiao-plan/1",
    body: {
      ...{ name: body!.name!, type: body!.type as BodyType },
      ...{ istatCode: body!.istat_code ?? null, ipaCode: body!.ipa_code ?? null },
    },
    ...{ firstYear, lastYear: firstYear + 2, form: "FULL", amendment },
    act: {
      ...{ kind: "DELIBERAZIONE_GIUNTA", number: parts.actNumber ?? "4", day: "2026-01-28" },
      file: sha256(act.bytes).toString("hex"),
    },
    ...{ dup: null, peg: null, parts: partsOf(texts, sectionIds) },
  };
  const { spellPlan } = await document();
  const bytes = Buffer.from(spellPlan(content));
  const adoptionId = await insert(database, "adoption", {
    ...{
      plan_id: planId,
      amendment,
      act_file_id: actFileId,
      content: bytes,
      sha256: sha256(bytes),
      ...byUser,
    },
    ...{ act_kind: content.act.kind, act_number: content.act.number, act_day: content.act.day },
    reason: amendment > 0 ? (parts.reason ?? "Nuovi obiettivi") : null,
  });
  if (isPublished) {
    const at = parts.publishedAt ?? new Date().toISOString();
    await insert(database, "publication", { adoption_id: adoptionId, ...byUser, at }, "adoption_id");
    for (const [index, text] of texts.entries()) {
      const place = { adoption_id: adoptionId, position: index + 1, section_id: sectionIds[index]! };
      await publishText(database, place, text, firstYear);
    }
    for (const [format, file] of Object.entries(parts.files ?? {})) {
      const row = { adoption_id: adoptionId, format, bytes: file, sha256: sha256(file) };
      await insert(database, "published_file", row);
    }
  }
  return { adoptionId, sha256: sha256(bytes).toString("hex"), bytes, sectionIds };
}

function partsOf(texts: readonly TextParts[], sectionIds: readonly string[]): AdoptedPart[] {
  return texts.map(({ number, title, content, isShared = false }, index) => ({
    ...{ number, title, depth: number.includes(".") ? 1 : 0 },
    texts: [
      {
        ...{ section: sectionIds[index]!, version: randomUUID(), code: number, title },
        ...{ shared: isShared, content },
      },
    ],
  }));
}

async function publishText(
  database: Statements,
  place: Readonly<Record<string, unknown>>,
  { number, title, content }: TextParts,
  firstYear: number,
): Promise<void> {
  const { fragmentOf, objectivesIn, plainText } = await document();
  const fragment = fragmentOf(content);
  const words = plainText(fragment);
  const textId = await insert(database, "published_text", { ...place, number, title, words });
  for (const [index, record] of objectivesIn(fragment, firstYear).entries()) {
    await insert(database, "published_objective", {
      ...{ text_id: textId, position: index + 1, key: record.key, title: record.title },
      ...{ items: record.items, record: JSON.stringify(record) },
    });
  }
}

async function planOf(database: Statements, bodyId: string, firstYear: number): Promise<string> {
  const [known] = await database.query("SELECT id FROM plan WHERE body_id = $1 AND first_year = $2", [
    ...[bodyId, firstYear],
  ]);
  const row = { body_id: bodyId, first_year: firstYear, form: "FULL", placement: "LUCCA" };
  return known?.id ?? insert(database, "plan", row);
}

async function sectionOf(
  database: Statements,
  planId: string,
  firstYear: number,
  code: string,
  title: string,
): Promise<string> {
  const [known] = await database.query("SELECT id FROM section WHERE plan_id = $1 AND code = $2", [
    ...[planId, code],
  ]);
  return known?.id ?? insert(database, "section", { plan_id: planId, code, title, first_year: firstYear });
}

async function someUser(database: Statements): Promise<string> {
  const [known] = await database.query("SELECT id FROM user_account ORDER BY id LIMIT 1");
  const row = { name: "Segretaria", email: "segretaria@upiao.example", password_hash: "$argon2id$" };
  return known?.id ?? insert(database, "user_account", row);
}

/** A row, and what it is known by. */
export async function insert(
  database: Statements,
  table: string,
  row: Readonly<Record<string, unknown>>,
  id = "id",
): Promise<string> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const rows = await database.query(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places.join(", ")}) RETURNING ${id}`,
    Object.values(row),
  );
  return rows[0]![id]!;
}

export function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
