import { FileExport, loadPlanReviewers, loadSectionFacts, User } from "@upiao/db";
import { type ExportKind, mayActOnSection, mayReadPlan, readableVersions } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { freezeVersion } from "../src/version/freeze-version.ts";
import type { Asker } from "./askers.ts";
import { everyField } from "./every-field.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** Files of sections, of versions and of a plan, asked for by everybody, and one that the editor of Alfa has. */
export async function exportTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const fields = everyField(schema, "FileExport", 0);
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const { alfaDraft, alfaSubmitted, shared } = world.sections;
  const own = await database.getRepository(User).findOneByOrFail({ email: "editor.alfa@upiao.example" });
  const version = await database.transaction((tx) =>
    freezeVersion(tx, { sectionId: alfaSubmitted, kind: "NAMED", name: "Prova", byUserId: own.id }),
  );
  const made = await database.getRepository(FileExport).save({
    ...({ byUserId: own.id, kind: "SECTION", subjectId: alfaDraft, format: "HTML", state: "DONE" } as const),
    ...{ progress: 100, name: "prova.html", mediaType: "text/html", bytes: Buffer.from("<p>Prova</p>") },
    sectionIds: [alfaDraft],
  });
  // Everybody has had a file of everything, and was told why there is none of a plan: what they may not read any more says nothing.
  await database.query(
    `INSERT INTO file_export (by_user_id, kind, subject_id, format, state, failure, name, media_type, bytes)
     SELECT u.id, kind, subject_id, 'PDF', state, failure, title, title, title::bytea
       FROM user_account AS u,
            (SELECT 'SECTION' AS kind, id AS subject_id, 'DONE' AS state, NULL AS failure, title
               FROM section WHERE id = ANY ($1::uuid[])
             UNION ALL SELECT 'COMPARISON', $2, 'FAILED', 'NOT_WRITTEN', NULL
             UNION ALL SELECT 'PLAN', id, 'FAILED', 'NOT_READABLE', NULL FROM plan WHERE id = ANY ($3::uuid[])) AS had`,
    [Object.values(world.sections), version.id, Object.values(world.plans)],
  );
  const reviewerBodyIds = (await loadPlanReviewers(database, [world.plans.alfa])).get(world.plans.alfa)!;

  const may = (mayRead: (asker: Asker) => boolean) => (asker: Asker) => (mayRead(asker) ? null : "NOT_FOUND");
  const readsSection = (id: string) => may(({ posts }) => mayActOnSection("read", facts.get(id)!, posts));
  const readsVersion = may(({ posts }) =>
    readableVersions(facts.get(alfaSubmitted)!, posts).includes("NAMED"),
  );
  const readsPlan = may(({ posts }) => {
    const { alfa: bodyId } = world.bodies;
    const state = { state: "SUBMITTED", closed: false, adoptedAt: null } as const;
    return mayReadPlan({ bodyId }, [{ ...state, owner: { kind: "BODY", bodyId, reviewerBodyIds } }], posts);
  });
  const starting = (kind: ExportKind, id: string, whyNot: Trial["whyNot"]): Trial => ({
    name: `startExport ${kind} ${id}`,
    query: `mutation ($id: ID!) { startExport(what: { kind: ${kind}, id: $id }, format: PDF) ${fields} }`,
    variables: { id },
    whyNot,
    undo: () => database.query("DELETE FROM file_export WHERE state = 'QUEUED'"),
  });
  return [
    ...[alfaDraft, alfaSubmitted, shared].map((id) => starting("SECTION", id, readsSection(id))),
    starting("COMMENTS", alfaDraft, readsSection(alfaDraft)),
    starting("VERSION", version.id, readsVersion),
    starting("COMPARISON", version.id, readsVersion),
    starting("PLAN", world.plans.alfa, readsPlan),
    {
      name: "fileExport",
      query: `query ($id: ID!) { fileExport(id: $id) ${fields} }`,
      variables: { id: made.id },
      whyNot: ({ userId }) => (userId === own.id ? null : "NOT_FOUND"),
    },
    {
      name: "myExports",
      // What else a section, a plan and a version say is tried where they are asked for themselves.
      query: `{ myExports { id kind format state name at keptUntil path
        section { id title } plan { id dup } version { id } afterVersion { id } } }`,
      whyNot: () => null,
    },
  ];
}
