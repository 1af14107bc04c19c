import {
  Adhesion,
  Body,
  CallApplication,
  FundingCall,
  HubService,
  Purchase,
  ServiceContract,
} from "@upiao/db";
import { type HubRecordKind, hubRecordKinds } from "@upiao/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../context.ts";
import { usualHubBodies, usualHubObjectives } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { factsUnder } from "./adhere.ts";
import { readableBodies } from "./hub-area.ts";
import { HubObjective, PublishedHubObjective } from "./hub-pages.ts";
import { listHubObjectives } from "./list-objectives.ts";
import { listPublishedObjectives } from "./list-published-objectives.ts";
import { whyNotLost } from "./rests-on.ts";
import { type KnownRecord, removeRecord } from "./save-record.ts";

const HubRecordKindEnum = Object.fromEntries(hubRecordKinds.map((kind) => [kind, kind])) as Record<
  HubRecordKind,
  HubRecordKind
>;
registerEnumType(HubRecordKindEnum, { name: "HubRecordKind" });

@Resolver()
export class HubResolver {
  @Query(() => [Body], {
    description: "The bodies whose records in the hub I may read: mine, and those of their offices.",
    complexity: ({ childComplexity }) => 1 + usualHubBodies * childComplexity,
  })
  hubBodies(@Ctx() context: Context): Promise<Body[]> {
    return readableBodies(context);
  }

  @Query(() => [HubObjective], {
    description: "The objectives that rest on a service or a call, of the sections that I may read.",
    complexity: ({ childComplexity }) => 100 + usualHubObjectives * childComplexity,
  })
  hubObjectives(@Ctx() context: Context): Promise<HubObjective[]> {
    return listHubObjectives(context);
  }

  @Query(() => [PublishedHubObjective], {
    description:
      "The objectives of published plans of my hubs that rest on their services, of sections that I may not read as such.",
    complexity: ({ childComplexity }) => 100 + usualHubObjectives * childComplexity,
  })
  hubPublishedObjectives(@Ctx() context: Context): Promise<PublishedHubObjective[]> {
    return listPublishedObjectives(context);
  }

  @Mutation(() => Boolean, { description: "Removes a record of the hub on which nothing rests." })
  async removeHubRecord(
    @Arg("kind", () => HubRecordKindEnum) kind: HubRecordKind,
    @Arg("id", () => ID) id: string,
    @Arg("revision", () => Int) revision: number,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await removers[kind](context, { id: askedId(id), revision });
    return true;
  }
}

type Remover = (context: Context, known: KnownRecord) => Promise<void>;

const removers: Readonly<Record<HubRecordKind, Remover>> = {
  SERVICE: (context, known) =>
    removeRecord<HubService>(context, {
      ...{ entity: HubService, kind: "SERVICE", known },
      whyNot: (tx, { code }) => whyNotLost(tx, "service", code),
    }),
  ADHESION: (context, known) => removeAdhesion(context, "ADHESION", known),
  // Once an act is recorded, the body does not undo it by itself.
  ADHESION_REQUEST: (context, known) => removeAdhesion(context, "ADHESION_REQUEST", known),
  CALL: (context, known) =>
    removeRecord<FundingCall>(context, {
      ...{ entity: FundingCall, kind: "CALL", known },
      whyNot: (tx, { code }) => whyNotLost(tx, "call", code),
    }),
  APPLICATION: (context, known) =>
    removeRecord<CallApplication>(context, { entity: CallApplication, kind: "APPLICATION", known }),
  PURCHASE: (context, known) =>
    removeRecord<Purchase>(context, { entity: Purchase, kind: "PURCHASE", known }),
  CONTRACT: (context, known) =>
    removeRecord<ServiceContract>(context, { entity: ServiceContract, kind: "CONTRACT", known }),
};

function removeAdhesion(
  context: Context,
  kind: "ADHESION" | "ADHESION_REQUEST",
  known: KnownRecord,
): Promise<void> {
  return removeRecord<Adhesion>(context, {
    ...{ entity: Adhesion, kind, known, facts: factsUnder },
    whyNot: (_tx, { act }) => (kind === "ADHESION_REQUEST" && act !== null ? "NOT_IN_THIS_STATE" : null),
  });
}
