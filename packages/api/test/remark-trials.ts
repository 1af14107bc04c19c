import { randomUUID } from "node:crypto";
import { Remark } from "@upiao/db";
import { mayReadRemarks, type RemarkDecision, type RemarkState, whyNotDecideRemark } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { IsNull, Not } from "typeorm";
import { everyField } from "./every-field.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** What citizens have said of Alfa's plan: something new, and something that is published. */
export async function remarkTrials(
  { database }: Served,
  world: World,
  schema: GraphQLSchema,
): Promise<Trial[]> {
  const bodyId = world.bodies.alfa;
  const remarks = database.getRepository(Remark);
  const common = {
    bodyId,
    planId: world.plans.alfa,
    amendment: 0,
    text: "Segreto del cittadino.",
    part: null,
  };
  const fresh = await remarks.save({ ...common, form: randomUUID(), authorName: "Segreto nome" });
  const [user] = await database.query("SELECT id FROM user_account ORDER BY id LIMIT 1");
  const decided = { state: "PUBLISHED" as const, decidedAt: new Date(), decidedById: user.id };
  const online = await remarks.save({ ...common, ...decided, form: randomUUID(), authorName: null });
  const back = async () => {
    const undecided = { answer: null, answeredAt: null, answeredById: null, reason: null, showsName: false };
    await remarks.update({ bodyId, answer: Not(IsNull()) }, undecided);
    await remarks.update(fresh.id, { ...undecided, state: "NEW", decidedAt: null, decidedById: null });
    await remarks.update(online.id, { ...undecided, ...decided });
  };
  const deciding =
    (decision: RemarkDecision, state: RemarkState): Trial["whyNot"] =>
    ({ posts }) =>
      whyNotDecideRemark(decision, { bodyId, state, seen: state, isAnswered: false }, posts);
  const fields = everyField(schema, "Remark", 1);
  const page = everyField(schema, "RemarkPage", 2);
  return [
    ...Object.entries(world.bodies).map(
      ([key, id]): Trial => ({
        name: `remarks ${key}`,
        query: `query ($id: ID!) { remarks(bodyId: $id, state: NEW) ${page} }`,
        variables: { id },
        whyNot: ({ posts }) => (mayReadRemarks(id, posts) ? null : "NOT_FOUND"),
      }),
    ),
    {
      name: "remarkDesks",
      query: `{ remarkDesks ${everyField(schema, "RemarkDesk", 1)} }`,
      whyNot: () => null,
    },
    {
      name: "publishRemark",
      query: `mutation ($id: ID!) { publishRemark(id: $id, answer: "Sì.", showsName: true) ${fields} }`,
      variables: { id: fresh.id },
      whyNot: deciding("PUBLISH", "NEW"),
      undo: back,
    },
    {
      name: "answerRemark",
      query: `mutation ($id: ID!) { answerRemark(id: $id, answer: "Sì.") ${fields} }`,
      variables: { id: online.id },
      whyNot: deciding("ANSWER", "PUBLISHED"),
      undo: back,
    },
    {
      name: "dismissRemark",
      query: `mutation ($id: ID!) { dismissRemark(id: $id, seen: PUBLISHED, reason: "Nomi.") ${fields} }`,
      variables: { id: online.id },
      whyNot: deciding("DISMISS", "PUBLISHED"),
      undo: back,
    },
  ];
}
