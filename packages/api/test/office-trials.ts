import { AssociatedOffice, OfficeMember, Section, User } from "@upiao/db";
import { whyNotFoundOffice, whyNotRunOffice } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { everyField } from "./every-field.ts";
import { giveRole } from "./people.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import { makeBody, type World } from "./world.ts";

/** The founding of an office, who is admitted to one, and what its bodies begin to write together. */
export async function officeTrials(
  { database }: Served,
  world: World,
  schema: GraphQLSchema,
): Promise<Trial[]> {
  const { officeId, bodies, sections } = world;
  const newcomer = await makeBody(database, "Nuova in Garfagnana");
  const office = everyField(schema, "AssociatedOffice", 2);
  const facts = { leadBodyId: bodies.lead, memberBodyIds: [bodies.alfa, bodies.beta] };
  // The world's Province leads an office already: here is one that does not, and somebody who works for both.
  const alone = await makeBody(database, "Provincia Sola", "PROVINCIA");
  const founder = await database.getRepository(User).findOneByOrFail({ name: "RTD lead" });
  await giveRole(database, founder.id, { bodyId: alone, role: "RTD" });
  const found = (name: string, bodyId: string, whyNot: Trial["whyNot"]): Trial => ({
    name: `foundOffice of ${name}`,
    query: `mutation ($bodyId: ID!) { foundOffice(
      leadBodyId: $bodyId, name: "Ufficio", conventionAct: "Convenzione n. 2", conventionDate: "2026-01-01") { id } }`,
    variables: { bodyId },
    whyNot,
    undo: () => database.getRepository(AssociatedOffice).delete({ leadBodyId: alone }),
  });
  return [
    found("lead", bodies.lead, ({ posts }) => {
      return whyNotFoundOffice({ id: bodies.lead, type: "PROVINCIA" }, posts) ?? "ALREADY_EXISTS";
    }),
    found("far", bodies.far, ({ posts }) => whyNotFoundOffice({ id: bodies.far, type: "COMUNE" }, posts)),
    found("alone", alone, ({ userId }) => (userId === founder.id ? null : "NOT_FOUND")),
    {
      name: "admitMember",
      query: `mutation ($officeId: ID!, $bodyId: ID!) {
        admitMember(officeId: $officeId, bodyId: $bodyId, joinedOn: "2026-01-01") ${office} }`,
      variables: { officeId, bodyId: newcomer },
      whyNot: ({ posts }) => whyNotRunOffice(facts, posts),
      undo: () => database.getRepository(OfficeMember).delete({ bodyId: newcomer }),
    },
    {
      name: "startSharedSection",
      query: `mutation ($officeId: ID!, $from: ID!) {
        startSharedSection(officeId: $officeId, firstYear: 2031, fromSectionId: $from) { id title } }`,
      variables: { officeId, from: sections.shared },
      whyNot: ({ posts }) => whyNotRunOffice(facts, posts),
      undo: () => database.getRepository(Section).delete({ officeId, firstYear: 2031 }),
    },
  ];
}
