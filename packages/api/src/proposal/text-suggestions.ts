import { readLogs } from "@upiao/db";
import {
  readSuggestionId,
  type SuggestionExcerpt,
  type SuggestionKind,
  suggestionsIn,
} from "@upiao/document";
import type { DataSource, EntityManager } from "typeorm";
import { fragmentOf, openText } from "../coediting/open-text.ts";

/** A suggestion as it stands in a text. */
export interface TextSuggestion {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: SuggestionKind;
  readonly excerpt: SuggestionExcerpt;
  /** Whose it is by the log, whatever the id says; null when it is nobody's whom the log knows. */
  readonly authorId: string | null;
}

/** What is proposed in texts and not decided, in their order. */
export async function readTextSuggestions(
  database: DataSource | EntityManager,
  sectionIds: readonly string[],
): Promise<Map<string, TextSuggestion[]>> {
  const logs = await readLogs(database, sectionIds);
  const found = new Map<string, ReturnType<typeof suggestionsIn>>();
  for (const id of sectionIds) {
    const log = logs.get(id);
    if (log instanceof Error) throw log;
    const doc = openText(log);
    found.set(id, suggestionsIn(fragmentOf(doc)));
    doc.destroy();
  }
  const owners = await readOwners(database, found);
  const texts = [...found].map(([sectionId, suggestions]) => {
    const ownerOf = (client: number) => owners.get(`${sectionId} ${client}`) ?? null;
    const known = suggestions.map(({ id, kind, excerpt, client }): TextSuggestion => {
      const { proposalId, client: named } = readSuggestionId(id)!;
      return { id, proposalId, kind, excerpt, authorId: ownerOf(client) ?? ownerOf(named) };
    });
    return [sectionId, known] as const;
  });
  return new Map(texts);
}

async function readOwners(
  database: DataSource | EntityManager,
  found: ReadonlyMap<string, ReturnType<typeof suggestionsIn>>,
): Promise<Map<string, string>> {
  const clients = [...found].flatMap(([sectionId, suggestions]) =>
    suggestions.flatMap(({ id, client }) =>
      [client, readSuggestionId(id)!.client].map((one) => ({ sectionId, client: one })),
    ),
  );
  const rows: { section_id: string; client_id: string; user_id: string }[] = await database.query(
    `SELECT section_id, client_id, user_id FROM section_client
      WHERE (section_id, client_id) IN (SELECT * FROM unnest($1::uuid[], $2::bigint[]))`,
    [clients.map(({ sectionId }) => sectionId), clients.map(({ client }) => client)],
  );
  return new Map(rows.map(({ section_id, client_id, user_id }) => [`${section_id} ${client_id}`, user_id]));
}
