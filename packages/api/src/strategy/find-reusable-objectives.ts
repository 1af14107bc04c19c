import { sectionIdsAround } from "@upiao/db";
import { searchName } from "@upiao/domain";
import type { Context } from "../context.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { publishedSection } from "../objective/published-section.ts";
import { keepReadable } from "../section/read-section.ts";
import type { ReusableIndicator, ReusableObjective } from "./reusable-objective.ts";

/** More words only make a slower statement. */
const mostWords = 8;

interface Row {
  id: string;
  title: string;
  items: string[];
  owner_name: string;
  first_year: number;
  is_published: boolean;
  indicators: ReusableIndicator[];
}

/** Objectives whose titles have these words, or their beginnings, and that name this item of the Piano triennale, where one is
 *  asked for: first those of texts that the viewer may read, then those of plans that other bodies have published. Without either
 *  there are only the first: nobody looks through all of Italy. */
export async function findReusableObjectives(
  context: Context,
  { search, item }: { readonly search: string; readonly item: string | null },
  first: number,
): Promise<ReusableObjective[]> {
  const { parts, signedIn } = context;
  const { database } = parts;
  const around = await sectionIdsAround(
    database,
    signedIn.posts.map(({ bodyId }) => bodyId),
  );
  const readable = await keepReadable(context, around);
  // Of what others have published the texts do not change any more.
  await ensureProjected(database, readable);
  const words = searchName(search).split(" ").filter(Boolean).slice(0, mostWords);
  // Only letters, digits and spaces are left in them: nothing that LIKE would take for a pattern.
  const patterns = words.map((word) => `% ${word}%`);
  const find = (whose: string, which: string, most: number): Promise<Row[]> => {
    const likes = patterns.map((_, index) => `bare_words(title) LIKE $${index + 3}`);
    const names = item === null ? [] : [`items @> ARRAY[$${patterns.length + 3}]::text[]`];
    const asked = [readable, most, ...patterns, ...(item === null ? [] : [item])];
    return database.query(statement([whose, ...likes, ...names].join(" AND "), which), asked);
  };
  const own = await find("section_id = ANY ($1::uuid[])", "true", first);
  const others =
    (patterns.length > 0 || item !== null) && own.length < first
      ? await find("section_id <> ALL ($1::uuid[])", publishedSection, first - own.length)
      : [];
  return [...own, ...others].map(objectiveOf);
}

// The objectives first, by their sections or their words: there are fewer of them than of published sections.
function statement(found: string, which: string): string {
  return `WITH o AS MATERIALIZED (SELECT * FROM objective WHERE removed_at IS NULL AND ${found})
   SELECT o.id, o.title, o.items, coalesce(b.name, f.name) AS owner_name, s.first_year,
          s.state = 'PUBLISHED' AS is_published,
          coalesce((SELECT json_agg(json_build_object('name', i.name, 'unit', i.unit, 'direction', i.direction,
                      'source', i.source) ORDER BY i.place)
                      FROM indicator i WHERE i.objective_id = o.id AND i.removed_at IS NULL), '[]') AS indicators
     FROM o
     JOIN section s ON s.id = o.section_id
     LEFT JOIN plan p ON p.id = s.plan_id
     LEFT JOIN body b ON b.id = p.body_id
     LEFT JOIN associated_office f ON f.id = s.office_id
    WHERE ${which}
    ORDER BY s.first_year DESC, owner_name, o.section_id, o.place
    LIMIT $2`;
}

function objectiveOf(row: Row): ReusableObjective {
  const { id, title, items, owner_name, first_year, is_published, indicators } = row;
  return {
    origin: id,
    title,
    items,
    ownerName: owner_name,
    firstYear: first_year,
    isPublished: is_published,
    indicators,
  };
}
