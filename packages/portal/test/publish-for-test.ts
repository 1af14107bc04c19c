import { createHash, randomUUID } from "node:crypto";
import {
  ActFile,
  Adoption,
  Body,
  Plan,
  Publication,
  PublishedFile,
  PublishedObjective,
  PublishedText,
  Section,
  User,
} from "@upiao/db";
import {
  type AdoptedPart,
  type AdoptedPlan,
  fragmentOf,
  objectivesIn,
  plainText,
  spellPlan,
  type TextJson,
} from "@upiao/document";
import { type BodyType, searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";

export interface BodyParts {
  readonly name: string;
  readonly type?: BodyType;
  readonly istatCode?: string | null;
  readonly provinceSign?: string | null;
}

export async function makeBody(database: DataSource, parts: BodyParts): Promise<string> {
  const { name, type = "COMUNE", istatCode = null, provinceSign = null } = parts;
  const body = await database
    .getRepository(Body)
    .save({ name, type, istatCode, provinceSign, searchName: searchName(name) });
  return body.id;
}

export interface TextParts {
  readonly number: string;
  readonly title: string;
  readonly content: TextJson;
  /** Of the section that it is a version of; absent: a new section of the plan. */
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
  readonly publishedAt?: Date;
}

export interface ForTest {
  readonly planId: string;
  readonly adoptionId: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  /** In the order of the texts. */
  readonly sectionIds: readonly string[];
  readonly textIds: readonly string[];
}

/** Writes the rows of an adoption and its publication, as adopting and publishing a plan do. */
export async function publishForTest(database: DataSource, parts: PlanParts): Promise<ForTest> {
  const { bodyId, firstYear = 2026, amendment = 0, texts, isPublished = true } = parts;
  const body = await database.getRepository(Body).findOneByOrFail({ id: bodyId });
  const plans = database.getRepository(Plan);
  const plan =
    (await plans.findOneBy({ bodyId, firstYear })) ??
    (await plans.save({ bodyId, firstYear, form: "FULL" as const, placement: "LUCCA" as const }));
  const byUserId = await someUser(database);

  const act = parts.actFile ?? {
    name: "delibera.pdf",
    mediaType: "application/pdf",
    bytes: Buffer.from(`%PDF-1.7 ${randomUUID()}`),
  };
  const actFile = await database
    .getRepository(ActFile)
    .save({ planId: plan.id, ...act, sha256: sha256(act.bytes), byUserId });

  const sectionIds = await Promise.all(
    texts.map(({ sectionId, number, title }) => sectionId ?? makeSection(database, plan, number, title)),
  );
  const content: AdoptedPlan = {
    format: "upiao-plan/1",
    body: { name: body.name, type: body.type, istatCode: body.istatCode, ipaCode: body.ipaCode },
    ...{ firstYear, lastYear: firstYear + 2, form: "FULL", amendment },
    act: {
      kind: "DELIBERAZIONE_GIUNTA",
      number: parts.actNumber ?? "4",
      day: "2026-01-28",
      file: sha256(act.bytes).toString("hex"),
    },
    ...{ dup: null, peg: null },
    parts: partsOf(texts, sectionIds),
  };
  const bytes = Buffer.from(spellPlan(content));
  const adoption = await database.getRepository(Adoption).save({
    ...{ planId: plan.id, amendment, actFileId: actFile.id, content: bytes, sha256: sha256(bytes), byUserId },
    ...{ actKind: content.act.kind, actNumber: content.act.number, actDay: content.act.day },
    reason: amendment > 0 ? (parts.reason ?? "Nuovi obiettivi") : null,
  });
  const textIds: string[] = [];
  if (isPublished) {
    await database
      .getRepository(Publication)
      .insert({ adoptionId: adoption.id, byUserId, ...(parts.publishedAt && { at: parts.publishedAt }) });
    for (const [index, text] of texts.entries()) {
      textIds.push(await publishText(database, adoption.id, index + 1, text, sectionIds[index]!, firstYear));
    }
    for (const [format, file] of Object.entries(parts.files ?? {})) {
      await database
        .getRepository(PublishedFile)
        .insert({ adoptionId: adoption.id, format, bytes: file, sha256: sha256(file) });
    }
  }
  return {
    ...{ planId: plan.id, adoptionId: adoption.id, sha256: sha256(bytes).toString("hex"), bytes },
    ...{ sectionIds, textIds },
  };
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
  database: DataSource,
  adoptionId: string,
  position: number,
  { number, title, content }: TextParts,
  sectionId: string,
  firstYear: number,
): Promise<string> {
  const fragment = fragmentOf(content);
  const words = plainText(fragment);
  const text = await database
    .getRepository(PublishedText)
    .save({ adoptionId, position, number, title, sectionId, words });
  const objectives = objectivesIn(fragment, firstYear).map((record, index) => ({
    ...{ textId: text.id, position: index + 1, key: record.key, title: record.title },
    ...{ items: [...record.items], record },
  }));
  if (objectives.length > 0) await database.getRepository(PublishedObjective).insert(objectives);
  return text.id;
}

async function makeSection(
  database: DataSource,
  { id: planId, firstYear }: Plan,
  code: string,
  title: string,
): Promise<string> {
  const sections = database.getRepository(Section);
  const known = await sections.findOneBy({ planId, code });
  return (known ?? (await sections.save({ planId, code, title, firstYear }))).id;
}

async function someUser(database: DataSource): Promise<string> {
  const users = database.getRepository(User);
  const [known] = await users.find({ take: 1 });
  const made =
    known ??
    (await users.save({ name: "Segretaria", email: "segretaria@upiao.example", passwordHash: "$argon2id$" }));
  return made.id;
}

export function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
