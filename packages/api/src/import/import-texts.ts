import { setImmediate } from "node:timers/promises";
import type { Growth } from "@upiao/bus";
import { Plan, Section, type Version } from "@upiao/db";
import {
  BadText,
  type ImportedText,
  type ImportMode,
  isBlank,
  readImportedText,
  writeImported,
} from "@upiao/document";
import { badInput, Refusal } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type * as Y from "yjs";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";
import type { Context } from "../context.ts";
import { mostImportedNodes, mostImportedParts } from "../limits.ts";
import { addSectionTo } from "../plan/add-section.ts";
import { readPlan } from "../plan/read-plan.ts";
import { askedId } from "../requests/asked-id.ts";
import { freezeVersion } from "../version/freeze-version.ts";
import { lockSectionToEdit } from "../version/lock-section-to-edit.ts";
import { tellOfVersion } from "../version/tell-of-version.ts";
import type { ImportedPartInput } from "./imported-part.ts";

interface TextToWrite {
  readonly sectionId: string | null;
  readonly code: string | null;
  readonly mode: ImportMode;
  readonly text: ImportedText;
}

/** What people read as the name of the version that was replaced. */
const versionName = "Prima dell’importazione";

/** Writes texts into sections, each as an edit of who imports them: all or nothing, in one transaction. Throws a `Refusal`. */
export async function importTexts(
  context: Context,
  planId: string | null,
  parts: readonly ImportedPartInput[],
): Promise<Section[]> {
  const { userId } = context.signedIn;
  const { bus } = context.parts;
  const texts = textsOf(parts);
  if (planId !== null) await readPlan(context, planId);
  const written = await context.change(async (tx) => {
    const made = await makeSections(context, tx, planId, texts);
    // In one order, so that two imports never wait for each other.
    const targets = texts
      .map((text) => ({ ...text, sectionId: text.sectionId ?? made.get(text.code!)! }))
      .sort((one, other) => (one.sectionId < other.sectionId ? -1 : 1));
    const sections: Section[] = [];
    const versions: Version[] = [];
    for (const { sectionId, mode } of targets) {
      const { section, facts } = await lockSectionToEdit(tx, sectionId, userId);
      sections.push(section);
      const before = mode === "REPLACE" ? await keepBefore(tx, sectionId, userId) : null;
      if (before) versions.push(before);
      const subject = { section: sectionId, mode, ...(before ? { before: before.id } : {}) };
      await recordAudit(tx, { chain: chainOf(section, facts), userId, action: "section.IMPORT", subject });
    }
    const growths: [string, Growth][] = [];
    for (const { sectionId, mode, text } of targets) {
      const newKey = () => crypto.randomUUID();
      const change = (doc: Y.Doc) => writeImported(fragmentOf(doc), text, { mode, newKey });
      const growth = await editSection(tx, { sectionId, userId, change });
      if (growth) growths.push([sectionId, growth]);
      // Others' keystrokes pass through this thread.
      await setImmediate();
    }
    return { sections, versions, growths };
  });
  for (const [sectionId, growth] of written.growths) bus.grown(sectionId, growth);
  for (const version of written.versions) tellOfVersion(bus, version);
  return written.sections;
}

/** What stood there, unless nothing did. It stays, as no automatic version would. */
async function keepBefore(tx: EntityManager, sectionId: string, userId: string): Promise<Version | null> {
  const doc = openText((await readLog(tx, sectionId)).reading);
  const isEmpty = isBlank(fragmentOf(doc));
  doc.destroy();
  return isEmpty
    ? null
    : freezeVersion(tx, { sectionId, kind: "NAMED", name: versionName, byUserId: userId });
}

/** The ids of new sections by their codes. */
async function makeSections(
  context: Context,
  tx: EntityManager,
  planId: string | null,
  texts: readonly TextToWrite[],
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  const codes = texts.flatMap(({ sectionId, code }) => (sectionId === null ? [code!] : []));
  if (codes.length === 0) return made;
  const plan = planId === null ? null : await lockPlan(tx, planId);
  if (!plan) throw new Refusal("NOT_FOUND");
  for (const code of codes) made.set(code, (await addSectionTo(tx, context, plan, code)).id);
  return made;
}

function lockPlan(tx: EntityManager, id: string): Promise<Plan | null> {
  return tx.getRepository(Plan).findOne({ where: { id }, lock: { mode: "for_no_key_update" } });
}

function textsOf(parts: readonly ImportedPartInput[]): TextToWrite[] {
  if (parts.length === 0) throw badInput("parts", "MISSING");
  if (parts.length > mostImportedParts) throw badInput("parts", "TOO_MANY", { most: mostImportedParts });
  let nodes = 0;
  const texts = parts.map(({ sectionId, code, mode, content }, index): TextToWrite => {
    const field = `parts.${index}`;
    if ((sectionId == null) === (code == null)) throw badInput(field, "ONE_PLACE");
    const text = textOf(content, `${field}.content`);
    text.descendants(() => void nodes++);
    if (nodes > mostImportedNodes) throw badInput("parts", "TEXT_TOO_LONG");
    return { sectionId: sectionId == null ? null : askedId(sectionId), code: code ?? null, mode, text };
  });
  const places = texts.map(({ sectionId, code }) => sectionId ?? code);
  if (new Set(places).size < places.length) throw badInput("parts", "ONE_PLACE");
  return texts;
}

function textOf(content: string, field: string): ImportedText {
  try {
    return readImportedText(JSON.parse(content));
  } catch (error) {
    if (error instanceof BadText || error instanceof SyntaxError || error instanceof RangeError) {
      throw badInput(field, "TEXT");
    }
    throw error;
  }
}
