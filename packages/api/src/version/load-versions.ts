import { Version } from "@upiao/db";
import type { VersionKind } from "@upiao/domain";
import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";
import type { TextWriter } from "./section-text.ts";

/** A page of a section's versions, the newest first. */
export interface VersionPage {
  readonly sectionId: string;
  readonly kinds: readonly VersionKind[];
  readonly first: number;
  /** Below this number; null: from the newest on. */
  readonly below: number | null;
}

/** Above every number: PostgreSQL's largest integer. */
const newest = 2_147_483_647;

/** For each page one row more than it shows, if there is one. One statement for all that are asked for at once. */
export function loadVersionPages(database: DataSource) {
  return new DataLoader<VersionPage, Version[], string>(
    async (pages) => {
      const found: { id: string; page: number }[] = await database.query(
        `SELECT v.id, page FROM unnest($1::uuid[], $2::text[], $3::integer[], $4::integer[])
                 WITH ORDINALITY AS asked (section_id, kinds, most, below, page)
          CROSS JOIN LATERAL (SELECT id, number FROM version
                               WHERE version.section_id = asked.section_id AND number < below AND kind = ANY (string_to_array(kinds, ' '))
                               ORDER BY number DESC LIMIT most) AS v
          ORDER BY page, v.number DESC`,
        [
          pages.map(({ sectionId }) => sectionId),
          pages.map(({ kinds }) => kinds.join(" ")),
          pages.map(({ first }) => first + 1),
          pages.map(({ below }) => below ?? newest),
        ],
      );
      const rows = await database.getRepository(Version).findBy({ id: In(found.map(({ id }) => id)) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return pages.map((_, index) =>
        found
          .filter(({ page }) => Number(page) === index + 1)
          .map(({ id }) => byId.get(id))
          .filter((version) => version !== undefined),
      );
    },
    { cacheKeyFn: ({ sectionId, kinds, first, below }) => `${sectionId} ${kinds} ${first} ${below}` },
  );
}

/** The texts of versions, which their rows leave out; null for one that is gone. */
export function loadVersionBytes(database: DataSource) {
  return new DataLoader<string, Buffer | null>(async (ids) => {
    const rows = await database
      .getRepository(Version)
      .find({ where: { id: In([...ids]) }, select: { id: true, bytes: true } });
    const byId = new Map(rows.map(({ id, bytes }) => [id, bytes]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** Everybody who has ever written in these sections, by client id. */
export function loadTextWriters(database: DataSource) {
  return loadLists<TextWriter & { readonly sectionId: string }>(
    async (sectionIds) => {
      const rows: (Omit<TextWriter, "clientId"> & { sectionId: string; clientId: string })[] =
        await database.query(
          `SELECT c.section_id AS "sectionId", c.client_id AS "clientId", u.id AS "userId", u.name,
                  c.first_at AS "firstAt", c.last_at AS "lastAt"
             FROM section_client AS c JOIN user_account AS u ON u.id = c.user_id
            WHERE c.section_id = ANY ($1::uuid[]) ORDER BY c.first_at, c.client_id`,
          [sectionIds],
        );
      return rows.map((row) => ({ ...row, clientId: Number(row.clientId) }));
    },
    ({ sectionId }) => sectionId,
  );
}
