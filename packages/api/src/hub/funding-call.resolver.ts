import { Body, CallApplication, CallStateEnum, FundingCall, Section } from "@upiao/db";
import {
  type CallState,
  callStateOn,
  dayInItaly,
  mayApply,
  recipientOf,
  suggestedTextFor,
} from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { amendForCall } from "../adoption/amend-for-call.ts";
import type { Context } from "../context.ts";
import {
  largestPage,
  longestAddress,
  longestCode,
  longestHubText,
  longestName,
  usualApplications,
  usualCallSections,
  usualHubBodies,
  usualPage,
} from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import {
  addressOrNull,
  amountOrNull,
  codeOf,
  countOf,
  dayOrNull,
  lastDayOrNull,
  lineOf,
  textOrNull,
} from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { announceCall } from "./announce-call.ts";
import { CallApplicationInput, FundingCallInput } from "./funding-call-input.ts";
import { readableBodyIds } from "./hub-area.ts";
import { CallSection, FundingCallPage } from "./hub-pages.ts";
import { knownOf } from "./hub-service-input.ts";
import { knownItems } from "./known-items.ts";
import { listCalls, readCall } from "./list-calls.ts";
import { whyNotLost } from "./rests-on.ts";
import { saveRecord } from "./save-record.ts";
import { touchedSections } from "./touched-sections.ts";

const longDay = new Intl.DateTimeFormat("it", { dateStyle: "long", timeZone: "UTC" });

@Resolver(() => FundingCall)
export class FundingCallResolver {
  @Query(() => FundingCallPage, {
    description:
      "The calls of the catalogue and those that the hubs of my bodies have noted, the latest deadline first.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  fundingCalls(
    @Arg("state", () => CallStateEnum, { nullable: true }) state: CallState | null | undefined,
    @Arg("bodyId", () => ID, { nullable: true, description: "That may apply, or has." })
    bodyId: string | null | undefined,
    @Arg("until", () => String, { nullable: true, description: "Last deadline, ISO 8601." })
    until: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<FundingCallPage> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    const filter = {
      state: state ?? null,
      bodyId: bodyId == null ? null : askedId(bodyId),
      until: dayOrNull(until, "until"),
    };
    return listCalls(context, filter, count, after ?? null);
  }

  @Query(() => FundingCall, {
    nullable: true,
    description: "NOT_FOUND for one of a hub that I have nothing to do with, as for one that does not exist.",
  })
  fundingCall(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<FundingCall> {
    return readCall(context, askedId(id));
  }

  @FieldResolver(() => Body, { nullable: true, description: "Who noted it; null: it is the catalogue's." })
  body(@Root() { bodyId }: FundingCall, @Ctx() { loaders }: Context): Promise<Body | null> | null {
    return bodyId === null ? null : loaders.bodies.load(bodyId);
  }

  @FieldResolver(() => CallStateEnum, { description: "How it stands today, in Italy." })
  state(@Root() call: FundingCall): CallState {
    return callStateOn(call, dayInItaly(new Date()));
  }

  @FieldResolver(() => [Body], {
    description: "The bodies of my hubs that it is for.",
    complexity: ({ childComplexity }) => 1 + usualHubBodies * childComplexity,
  })
  async mayApply(@Root() { recipients }: FundingCall, @Ctx() context: Context): Promise<Body[]> {
    const ids = await readableBodyIds(context);
    const bodies = await Promise.all(ids.map((id) => context.loaders.bodies.load(id)));
    return bodies
      .filter((body) => body !== null)
      .filter(({ type }) => mayApply(recipients, type))
      .sort((one, other) => one.name.localeCompare(other.name, "it"));
  }

  @FieldResolver(() => [CallApplication], {
    description: "Of the bodies of my hubs.",
    complexity: ({ childComplexity }) => 1 + usualApplications * childComplexity,
  })
  async applications(
    @Root() { id: callId }: FundingCall,
    @Ctx() context: Context,
  ): Promise<CallApplication[]> {
    return context.loaders.applications.load({ callId, bodyIds: await readableBodyIds(context) });
  }

  @FieldResolver(() => [CallSection], {
    description: "The sections that it touches and that I may read, of the plans of these years.",
    complexity: ({ childComplexity }) => 100 + usualCallSections * childComplexity,
  })
  sections(@Root() call: FundingCall, @Ctx() context: Context): Promise<CallSection[]> {
    return touchedSections(context, call);
  }

  @FieldResolver(() => String, { description: "What a plan may begin with, in Italian." })
  suggestedText(@Root() call: FundingCall): string {
    const { deadline } = call;
    return suggestedTextFor({
      ...call,
      deadline: deadline === null ? null : longDay.format(new Date(deadline)),
    });
  }

  @Mutation(() => [Section], {
    description:
      "Opens, for a body for which I write, the amendment of all published sections that a call touches. Answers them.",
    complexity: ({ childComplexity }) => 1 + usualCallSections * childComplexity,
  })
  async amendForCall(
    @Arg("callId", () => ID) callId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Ctx() context: Context,
  ): Promise<Section[]> {
    return amendForCall(context, await readCall(context, askedId(callId)), askedId(bodyId));
  }

  @Mutation(() => FundingCall, {
    description: "Notes a call for the bodies of a hub, new or changed: it is shown as not verified.",
  })
  async saveFundingCall(
    @Arg("call", () => FundingCallInput) call: FundingCallInput,
    @Ctx() context: Context,
  ): Promise<FundingCall> {
    const values = readAll({
      code: () => codeOf(call.code, "code", longestCode),
      issuer: () => lineOf(call.issuer, "issuer", longestName),
      title: () => lineOf(call.title, "title", longestName),
      amount: () => amountOrNull(call.amount, "amount"),
      opens: () => dayOrNull(call.opens, "opens"),
      deadline: () => lastDayOrNull(call.deadline, "deadline", call.opens),
      recipients: () => [...new Set(call.recipients)].map((type) => recipientOf[type]),
      requirements: () => textOrNull(call.requirements, "requirements", longestHubText),
      link: () => addressOrNull(call.link, "link", longestAddress),
      source: () => lineOf(call.source, "source", longestName),
    });
    const items = await knownItems(context.parts.database, call.items ?? [], "items");
    return saveRecord<FundingCall>(context, {
      entity: FundingCall,
      kind: "CALL",
      known: knownOf(call),
      bodyId: askedId(call.bodyId),
      values: { ...values, items },
      whyNot: (tx, before) => (before.code === values.code ? null : whyNotLost(tx, "call", before.code)),
    });
  }

  @Mutation(() => CallApplication, { description: "Keeps the application of my body to a call." })
  async saveCallApplication(
    @Arg("application", () => CallApplicationInput) application: CallApplicationInput,
    @Ctx() context: Context,
  ): Promise<CallApplication> {
    const { id: callId } = await readCall(context, askedId(application.callId));
    return saveRecord<CallApplication>(context, {
      entity: CallApplication,
      kind: "APPLICATION",
      known: knownOf(application),
      bodyId: askedId(application.bodyId),
      fixed: { callId },
      values: readAll({
        state: () => application.state,
        amount: () => amountOrNull(application.amount, "amount"),
        submittedOn: () => dayOrNull(application.submittedOn, "submittedOn"),
        decidedOn: () => lastDayOrNull(application.decidedOn, "decidedOn", application.submittedOn),
        note: () => textOrNull(application.note, "note", longestHubText),
      }),
    });
  }

  @Mutation(() => Boolean, {
    description:
      "Has the editors of the sections that a call touches told of it, for the bodies of the hub that this body leads.",
  })
  async announceCall(
    @Arg("callId", () => ID) callId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await announceCall(context, await readCall(context, askedId(callId)), askedId(bodyId));
    return true;
  }
}

@Resolver(() => CallApplication)
export class CallApplicationResolver {
  @FieldResolver(() => Body)
  body(@Root() { bodyId }: CallApplication, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }
}
