import {
  AssociatedOffice,
  Comment,
  CommentThread,
  loadPlanReviewers,
  loadSectionFacts,
  Membership,
  OfficeMember,
  Plan,
  Proposal,
  Section,
  Suggestion,
  UpdateLog,
  User,
  Version,
} from "@upiao/db";

import { markdownToUpdate } from "@upiao/document";
import {
  commentPlaceOf,
  mayActOnSection,
  mayManagePeople,
  mayReadPlan,
  mayReadRegister,
  mayTakeRecord,
  mayWritePlan,
  type RefusalCode,
  readableVersions,
  whyNotActOnSection,
  whyNotChangeComment,
  whyNotChangeRole,
  whyNotCloseProposal,
  whyNotDisable,
  whyNotGiveOpinion,
  whyNotRaise,
  whyNotRecordLeaving,
  whyNotReply,
  whyNotSettle,
  whyNotSignOff,
  whyNotStep,
} from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { IsNull, MoreThan } from "typeorm";
import { recordAudit } from "../src/audit/record-audit.ts";
import { freezeVersion } from "../src/version/freeze-version.ts";
import { adoptionTrials } from "./adoption-trials.ts";
import type { Asker } from "./askers.ts";
import { beginningTrials } from "./beginning-trials.ts";
import { catalogueTrials } from "./catalogue-trials.ts";
import { everyField } from "./every-field.ts";
import { exportTrials } from "./export-trials.ts";
import { hubTrials } from "./hub-trials.ts";
import { importTrials } from "./import-trials.ts";
import { measurementTrials } from "./measurement-trials.ts";
import { notificationTrials } from "./notification-trials.ts";
import { objectiveTrials } from "./objective-trials.ts";
import { officeTrials } from "./office-trials.ts";
import { giveRole, makePerson } from "./people.ts";
import { remarkTrials } from "./remark-trials.ts";
import { makeReviewed } from "./reviewed.ts";
import type { Served } from "./served.ts";
import { strategyTrials } from "./strategy-trials.ts";
import { territoryTrials } from "./territory-trials.ts";
import { makeSection, type World } from "./world.ts";

/** One operation on one thing, and what the rules say of it for each asker. */
export interface Trial {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** Asked only of who has signed in: for others the answer is NOT_AUTHENTICATED. */
  readonly open?: boolean;
  readonly whyNot: (asker: Asker) => RefusalCode | null;
  /** Puts back what the operation has changed. */
  readonly undo?: () => Promise<unknown>;
}

/** What this asker should be answered, or null for the thing asked for. */
export function expected({ whyNot, open }: Trial, asker: Asker): RefusalCode | null {
  return asker.token === null && !open ? "NOT_AUTHENTICATED" : whyNot(asker);
}

export async function makeTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const groups = await Promise.all([
    openTrials(schema),
    sectionTrials(served, world, schema),
    versionTrials(served, world, schema),
    proposalTrials(served, world, schema),
    planTrials(served, world, schema),
    peopleTrials(served, world, schema),
    leavingTrials(served, world),
    notificationTrials(served, world, schema),
    workflowTrials(served, world, schema),
    registerTrials(served, world),
    commentTrials(served, world, schema),
    reviewTrials(served, world, schema),
    strategyTrials(served, world, schema),
    hubTrials(served, world, schema),
    beginningTrials(served, world, schema),
    officeTrials(served, world, schema),
    importTrials(served, world),
    measurementTrials(served, world, schema),
    adoptionTrials(served, world, schema),
    exportTrials(served, world, schema),
    catalogueTrials(schema),
    remarkTrials(served, world, schema),
  ]);
  const territory = await territoryTrials(served, world, schema);
  // Into the texts that stand by now, and asked for before they are restored to what they were.
  return [...(await objectiveTrials(served, world, schema)), ...groups.flat(), ...territory];
}

function openTrials(schema: GraphQLSchema): Trial[] {
  const never = () => null;
  const body = everyField(schema, "Body", 0);
  const user = everyField(schema, "User", 2);
  const office = everyField(schema, "AssociatedOffice", 2);
  const sections = everyField(schema, "SectionConnection", 2);
  return [
    { name: "bodies", query: `{ bodies(search: "alfa") ${body} }`, open: true, whyNot: never },
    {
      name: "bodies and their successors",
      query: `{ bodies(search: "alfa") { successor ${body} } }`,
      open: true,
      whyNot: never,
    },
    {
      name: "demoAccounts",
      query: `{ demoAccounts ${everyField(schema, "DemoAccount", 0)} }`,
      open: true,
      whyNot: never,
    },
    { name: "me", query: `{ me ${user} }`, open: true, whyNot: never },
    { name: "myOffices", query: `{ myOffices ${office} }`, whyNot: never },
    { name: "myPlans", query: `{ myPlans ${everyField(schema, "Plan", 1)} }`, whyNot: never },
    { name: "sections", query: `{ sections ${sections} }`, whyNot: never },
  ];
}

async function sectionTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const facts = await loadSectionFacts(served.database, Object.values(world.sections));
  const fields = everyField(schema, "Section", 3);
  const ticket = everyField(schema, "SyncTicket", 0);
  return Object.entries(world.sections).flatMap(([key, id]): Trial[] => {
    const known = facts.get(id)!;
    const whyNotRead = ({ posts }: Asker) => (mayActOnSection("read", known, posts) ? null : "NOT_FOUND");
    const variables = { id };
    return [
      {
        name: `section ${key}`,
        query: `query ($id: ID!) { section(id: $id) ${fields} }`,
        variables,
        whyNot: whyNotRead,
      },
      {
        name: `syncTicket ${key}`,
        query: `mutation ($id: ID!) { syncTicket(sectionId: $id) ${ticket} }`,
        variables,
        whyNot: whyNotRead,
      },
      {
        name: `setSectionClosed ${key}`,
        query: `mutation ($id: ID!) { setSectionClosed(sectionId: $id, closed: false) ${fields} }`,
        variables,
        whyNot: ({ posts }) => whyNotActOnSection("openAndClose", known, posts),
      },
    ];
  });
}

/** In each section somebody has written, and two versions are kept: one frozen, one not. */
async function versionTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const { id: authorId } = await makePerson(database, "Autrice", []);
  const fields = everyField(schema, "Version", 2);
  const trials = Object.entries(world.sections).map(async ([key, sectionId]): Promise<Trial[]> => {
    const known = facts.get(sectionId)!;
    const bytes = markdownToUpdate(`Segreto ${key}.`, 1);
    await new UpdateLog(database).begin([{ sectionId, bytes, clientId: 1, authorId }]);
    const kinds = ["FROZEN", "AUTOMATIC"] as const;
    const versions: Version[] = [];
    for (const kind of kinds)
      versions.push(
        await database.transaction((tx) => freezeVersion(tx, { sectionId, kind, byUserId: null })),
      );
    const reads = versions.map(({ id, kind }): Trial => {
      const whyNot = ({ posts }: Asker) =>
        readableVersions(known, posts).includes(kind) ? null : "NOT_FOUND";
      const query = `query ($id: ID!) { version(id: $id) ${fields} }`;
      return { name: `version ${kind} of ${key}`, query, variables: { id }, whyNot };
    });
    const whyNotEdit = ({ posts }: Asker) => whyNotActOnSection("edit", known, posts);
    return [
      ...reads,
      {
        name: `nameVersion ${key}`,
        query: `mutation ($id: ID!) { nameVersion(sectionId: $id, name: "Bozza") ${fields} }`,
        variables: { id: sectionId },
        whyNot: whyNotEdit,
      },
      {
        name: `restoreVersion ${key}`,
        query: `mutation ($id: ID!) { restoreVersion(versionId: $id) ${fields} }`,
        variables: { id: versions[0]!.id },
        whyNot: whyNotEdit,
      },
    ];
  });
  return (await Promise.all(trials)).flat();
}

/** To each section somebody has proposed something. */
async function proposalTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const { id: byUserId } = await makePerson(database, "Proponente", []);
  const bodyId = world.bodies.alfa;
  const [fields, suggestion] = [everyField(schema, "Proposal", 2), everyField(schema, "Suggestion", 1)];
  const proposals = database.getRepository(Proposal);
  const trials = Object.entries(world.sections).map(async ([key, sectionId]): Promise<Trial[]> => {
    const known = facts.get(sectionId)!;
    const whyNotRead = ({ posts }: Asker) => (mayActOnSection("read", known, posts) ? null : "NOT_FOUND");
    const words = { title: `Segreto ${key}.`, reason: `Segreto ${key}.` };
    const { id } = await proposals.save({ sectionId, number: 1, ...words, byUserId, bodyId });
    const excerpt = {
      before: "",
      after: "",
      removed: "",
      added: `Segreto ${key}.`,
      formats: [],
      nodes: [],
      shapes: [],
    };
    const suggestions = database.getRepository(Suggestion);
    const row = { sectionId, id: `${id}.1.1`, proposalId: id, byUserId, kind: "INSERT", excerpt };
    await suggestions.insert(row);
    const variables = { id: sectionId, ids: [row.id] };
    return [
      {
        name: `openProposal ${key}`,
        query: `mutation ($id: ID!) { openProposal(sectionId: $id, title: "Proposta", reason: "Perché sì") ${fields} }`,
        variables: { id: sectionId },
        whyNot: ({ posts }) => whyNotActOnSection("propose", known, posts),
        undo: () => proposals.delete({ sectionId, number: MoreThan(1) }),
      },
      {
        name: `closeProposal ${key}`,
        query: `mutation ($id: ID!) { closeProposal(id: $id) ${fields} }`,
        variables: { id },
        whyNot: ({ userId, posts }) =>
          whyNotCloseProposal(known, { byUserId, state: "OPEN" }, { userId, posts }),
        undo: () => proposals.update(id, { state: "OPEN", closedAt: null, closedById: null }),
      },
      {
        name: `decideSuggestions ${key}`,
        query: `mutation ($id: ID!, $ids: [ID!]!) { decideSuggestions(sectionId: $id, ids: $ids, decision: REJECTED) ${suggestion} }`,
        variables,
        whyNot: ({ posts }) => whyNotActOnSection("edit", known, posts),
        undo: () =>
          suggestions.update(
            { sectionId, id: row.id },
            { state: "OPEN", decidedAt: null, decidedById: null },
          ),
      },
      {
        name: `noteSuggestions ${key}`,
        query: `mutation ($id: ID!) { noteSuggestions(sectionId: $id) { id } }`,
        variables: { id: sectionId },
        whyNot: whyNotRead,
      },
    ];
  });
  return (await Promise.all(trials)).flat();
}

async function planTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const facts = [...(await loadSectionFacts(served.database, Object.values(world.sections))).values()];
  // Deeper, a plan of all its sections with all beside them costs more than may be asked for at once.
  const fields = everyField(schema, "Plan", 2);
  return Object.entries(world.plans).map(([key, id]): Trial => {
    const bodyId = world.bodies[key as keyof World["bodies"]];
    return {
      name: `plan ${key}`,
      query: `query ($id: ID!) { plan(id: $id) ${fields} }`,
      variables: { id },
      whyNot: ({ posts }) => (mayReadPlan({ bodyId }, facts, posts) ? null : "NOT_FOUND"),
    };
  });
}

async function peopleTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const fields = everyField(schema, "BodyPerson", 0);
  const trials = Object.entries(world.bodies).map(async ([key, bodyId]): Promise<Trial[]> => {
    const added = await makePerson(database, `Added ${key}`, []);
    const held = await makePerson(database, `Held ${key}`, []);
    const membershipId = await giveRole(database, held.id, { bodyId, role: "EDITOR" });
    const memberships = database.getRepository(Membership);
    const whyNotChange = (userId: string) => (asker: Asker) =>
      whyNotChangeRole({ bodyId, role: "EDITOR", userId, byUserId: asker.userId }, asker.posts);
    return [
      {
        name: `bodyPeople ${key}`,
        query: `query ($bodyId: ID!) { bodyPeople(bodyId: $bodyId) ${fields} }`,
        variables: { bodyId },
        whyNot: ({ posts }) => (mayManagePeople(bodyId, posts) ? null : "NOT_FOUND"),
      },
      {
        name: `addPerson ${key}`,
        query: `mutation ($bodyId: ID!, $email: String!) {
          addPerson(bodyId: $bodyId, email: $email, name: "Altra", role: EDITOR) ${fields} }`,
        variables: { bodyId, email: added.email },
        whyNot: whyNotChange(added.id),
        undo: () => memberships.delete({ userId: added.id }),
      },
      {
        name: `removeRole ${key}`,
        query: "mutation ($id: ID!) { removeRole(membershipId: $id) }",
        variables: { id: membershipId },
        whyNot: whyNotChange(held.id),
        undo: () => memberships.save({ id: membershipId, userId: held.id, bodyId, role: "EDITOR" }),
      },
      {
        name: `setPersonDisabled ${key}`,
        query: `mutation ($bodyId: ID!, $userId: ID!) {
          setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: false) }`,
        variables: { bodyId, userId: held.id },
        whyNot: (asker) => {
          const theirPosts = [{ bodyId, role: "EDITOR" } as const];
          return whyNotDisable({ bodyId, userId: held.id, theirPosts, byUserId: asker.userId }, asker.posts);
        },
      },
    ];
  });
  return (await Promise.all(trials)).flat();
}

async function leavingTrials(served: Served, world: World): Promise<Trial[]> {
  const members = served.database.getRepository(OfficeMember);
  const office = await served.database
    .getRepository(AssociatedOffice)
    .findOneByOrFail({ id: world.officeId });
  const today = await members.findBy({ officeId: office.id, leftAt: IsNull() });
  const facts = { leadBodyId: office.leadBodyId, memberBodyIds: today.map((member) => member.bodyId) };
  return Object.entries(world.bodies).map(
    ([key, bodyId]): Trial => ({
      name: `recordLeaving ${key}`,
      query:
        "mutation ($officeId: ID!, $bodyId: ID!) { recordLeaving(officeId: $officeId, bodyId: $bodyId) }",
      variables: { officeId: office.id, bodyId },
      whyNot: ({ posts }) => whyNotRecordLeaving(facts, bodyId, posts),
      undo: () => members.save(today),
    }),
  );
}

/** The world has few words: a step that needs none shows who may take it. */
async function workflowTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const sharedSubmitted = await makeSection(database, "sharedSubmitted", {
    officeId: world.officeId,
    code: "STRATEGIA",
    firstYear: 2022,
    state: "SUBMITTED",
  });
  const known = { ...world.sections, sharedSubmitted };
  const facts = await loadSectionFacts(database, Object.values(known));
  const section = everyField(schema, "Section", 3);
  const plan = everyField(schema, "Plan", 2);
  const sections = Object.entries(known).flatMap(([key, id]): Trial[] => {
    const known = facts.get(id)!;
    return [
      {
        name: `advanceSection ${key}`,
        query: `mutation ($id: ID!) {
          advanceSection(sectionId: $id, action: REQUEST_CHANGES, reason: "Manca la fonte.") ${section} }`,
        variables: { id },
        whyNot: ({ posts }) => whyNotStep("REQUEST_CHANGES", known, posts),
        undo: () => database.getRepository(Section).update(id, { state: known.state }),
      },
      {
        name: `signOffSection ${key}`,
        query: `mutation ($id: ID!, $bodyId: ID!) { signOffSection(sectionId: $id, bodyId: $bodyId) ${section} }`,
        variables: { id, bodyId: world.bodies.alfa },
        whyNot: ({ posts }) => whyNotSignOff(known, world.bodies.alfa, posts),
      },
    ];
  });
  const reviewers = await loadPlanReviewers(database, Object.values(world.plans));
  const plans = Object.entries(world.plans).flatMap(([key, id]): Trial[] => {
    const bodyId = world.bodies[key as keyof World["bodies"]];
    const owner = { kind: "BODY", bodyId, reviewerBodyIds: reviewers.get(id)! } as const;
    const subject = { state: "DRAFT", closed: false, adoptedAt: null, owner } as const;
    const all = [...facts.values()];
    return [
      {
        name: `advancePlan ${key}`,
        query: `mutation ($id: ID!) { advancePlan(planId: $id, action: SUBMIT, reason: "Anticipo.") ${plan} }`,
        variables: { id },
        whyNot: ({ posts }) => whyNotStep("SUBMIT", subject, posts),
        undo: async () => {
          await database.getRepository(Plan).update(id, { state: "DRAFT" });
          for (const [sectionId, { state }] of facts)
            await database.getRepository(Section).update(sectionId, { state });
        },
      },
      {
        name: `setPlacement ${key}`,
        query: `mutation ($id: ID!) { setPlacement(planId: $id, placement: TERNI, number: "3.7") ${plan} }`,
        variables: { id },
        whyNot: ({ posts }) => {
          if (!mayReadPlan({ bodyId }, all, posts)) return "NOT_FOUND";
          return mayWritePlan({ bodyId }, posts) ? null : "NOT_YOUR_ROLE";
        },
      },
      {
        name: `setBudgetDeadline ${key}`,
        query: `mutation ($id: ID!) { setBudgetDeadline(planId: $id, day: "2026-02-28", reason: "Atto.") ${plan} }`,
        variables: { id },
        whyNot: ({ posts }) => {
          if (!mayReadPlan({ bodyId }, all, posts)) return "NOT_FOUND";
          return mayWritePlan({ bodyId }, posts) ? null : "NOT_YOUR_ROLE";
        },
      },
    ];
  });
  return [...sections, ...plans];
}

/** In every section a finding that its auditor has raised, and an editor's question. */
async function commentTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const users = database.getRepository(User);
  const theirPosts = [{ bodyId: world.bodies.alfa, role: "AUDITOR" }] as const;
  // One of who asks: to all others it is somebody else's comment.
  const { id: authorId } = await users.findOneByOrFail({ name: "AUDITOR alfa" });
  const fields = everyField(schema, "CommentThread", 2);
  const trials = Object.entries(world.sections).map(async ([key, sectionId]): Promise<Trial[]> => {
    const known = facts.get(sectionId)!;
    const raised = { byUserId: authorId, bodyId: world.bodies.alfa, role: "AUDITOR" } as const;
    const threads = database.getRepository(CommentThread);
    const comments = database.getRepository(Comment);
    const thread = await threads.save({ sectionId, kind: "FINDING" as const, ...raised });
    const comment = await comments.save({ threadId: thread.id, text: "Segreto rilievo", ...raised });
    const anchor = { start: "AAcAAA==", end: "AAcGQQ==", quote: "Segreto", before: "", after: "" };
    const restore = () => comments.update(comment.id, { text: "Segreto rilievo", deletedAt: null });
    const putBack = () => threads.update(thread.id, { state: "OPEN", resolvedAt: null, resolvedById: null });
    const settling = (asker: Asker) => whyNotSettle(thread, commentPlaceOf(known, asker.posts), asker);
    const changing = (asker: Asker) =>
      whyNotChangeComment(
        { byUserId: authorId, isDeleted: false },
        thread,
        commentPlaceOf(known, asker.posts),
        asker.userId,
      );
    const onThread = (name: string, rest = "") =>
      `mutation ($id: ID!) { ${name}(threadId: $id${rest}) ${fields} }`;
    const onComment = (name: string, rest = "") =>
      `mutation ($id: ID!) { ${name}(commentId: $id${rest}) ${fields} }`;
    return [
      {
        name: `addThread ${key}`,
        query: `mutation ($thread: ThreadInput!) { addThread(thread: $thread) ${fields} }`,
        variables: { thread: { sectionId, kind: "QUESTION", text: "Perché?", mentions: [authorId], anchor } },
        whyNot: ({ posts }) =>
          whyNotRaise("QUESTION", commentPlaceOf(known, posts), posts) ??
          (mayActOnSection("read", known, theirPosts) ? null : "MENTION_WITHOUT_ACCESS"),
      },
      {
        name: `reply ${key}`,
        query: onThread("reply", ', text: "Perché sì."'),
        variables: { id: thread.id },
        whyNot: ({ posts }) => whyNotReply(thread, commentPlaceOf(known, posts)),
      },
      {
        name: `editComment ${key}`,
        query: onComment("editComment", ', text: "Altro."'),
        variables: { id: comment.id },
        whyNot: changing,
      },
      {
        name: `deleteComment ${key}`,
        query: onComment("deleteComment"),
        variables: { id: comment.id },
        whyNot: changing,
        undo: restore,
      },
      {
        name: `resolveThread ${key}`,
        query: onThread("resolveThread"),
        variables: { id: thread.id },
        whyNot: settling,
        undo: putBack,
      },
      {
        name: `reopenThread ${key}`,
        query: onThread("reopenThread"),
        variables: { id: thread.id },
        whyNot: settling,
      },
      {
        name: `mentionable ${key}`,
        query: `query ($id: ID!) { mentionable(sectionId: $id, search: "") ${everyField(schema, "Person", 0)} }`,
        variables: { id: sectionId },
        whyNot: ({ posts }) => (mayActOnSection("read", known, posts) ? null : "NOT_FOUND"),
      },
    ];
  });
  return (await Promise.all(trials)).flat();
}

async function reviewTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const reviewed = await makeReviewed(database, world);
  const facts = await loadSectionFacts(
    database,
    reviewed.map(({ sectionId }) => sectionId),
  );
  const never = () => null;
  const lists: Trial[] = [
    {
      name: "reviewQueue",
      query: `{ reviewQueue { bodies { id } pageInfo { endCursor } edges { cursor node {
        ${leavesOf(schema, "QueuedSection")} section { title } submission { id } lastReviewed { id } } } } }`,
      whyNot: never,
    },
    {
      name: "planQueue",
      query: `{ planQueue { pageInfo { endCursor } edges { cursor node {
        ${leavesOf(schema, "QueuedPlan")} plan { dup } } } } }`,
      whyNot: never,
    },
    {
      name: "auditorDesk",
      query: `{ auditorDesk { competence body { id } sections { isCompetent section { title } opinion { id }
        findings ${everyField(schema, "Finding", 1)} } } }`,
      whyNot: never,
    },
  ];
  const records = Object.entries(world.bodies).map(
    ([key, bodyId]): Trial => ({
      name: `observations ${key}`,
      query: `query ($bodyId: ID!) { observations(bodyId: $bodyId) { pageInfo { endCursor } rows {
        ${leavesOf(schema, "Observation")} section { title } by { name } opinion { text }
        comments ${everyField(schema, "ObservedComment", 1)} } } }`,
      variables: { bodyId },
      whyNot: ({ posts }) => (mayTakeRecord(bodyId, posts) ? null : "NOT_FOUND"),
    }),
  );
  const opinion = everyField(schema, "Opinion", 1);
  const opinions = reviewed.flatMap(({ name, sectionId, code, versions }) =>
    versions.map(
      ({ id, kind }): Trial => ({
        name: `giveOpinion on the ${kind} version of ${name}`,
        query: `mutation ($id: ID!, $bodyId: ID!) {
          giveOpinion(versionId: $id, bodyId: $bodyId, verdict: FAVOURABLE, text: "Favorevole.") ${opinion} }`,
        variables: { id, bodyId: world.bodies.alfa },
        whyNot: ({ posts }) => {
          const subject = { facts: facts.get(sectionId)!, code, versionKind: kind };
          return whyNotGiveOpinion(subject, world.bodies.alfa, posts);
        },
      }),
    ),
  );
  return [...lists, ...records, ...opinions];
}

/** The names of the fields of a type that hold no other. */
function leavesOf(schema: GraphQLSchema, typeName: string): string {
  return everyField(schema, typeName, 0).slice(1, -1);
}

async function registerTrials({ database }: Served, world: World): Promise<Trial[]> {
  const query = `query ($id: ID!) { register(id: $id) { fault pageInfo { endCursor }
    lines { place at byName action hash section { title } } } }`;
  const { id: userId } = await makePerson(database, "Registrata", []);
  const trials = Object.entries(world.bodies).map(async ([key, bodyId]): Promise<Trial> => {
    const subject = { section: world.sections.alfaDraft };
    await database.transaction((tx) =>
      recordAudit(tx, { chain: bodyId, userId, action: "section.SUBMIT", subject }),
    );
    const whyNot = ({ posts }: Asker) => (mayReadRegister(bodyId, posts) ? null : "NOT_FOUND");
    return { name: `register ${key}`, query, variables: { id: bodyId }, whyNot };
  });
  const ofOffice: Trial = {
    name: "register of the office",
    query,
    variables: { id: world.officeId },
    whyNot: ({ posts }) => (mayReadRegister(world.bodies.lead, posts) ? null : "NOT_FOUND"),
  };
  return [...(await Promise.all(trials)), ofOffice];
}
