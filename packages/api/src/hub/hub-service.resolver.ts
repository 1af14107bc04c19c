import { Adhesion, Body, HubService } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import {
  longestCode,
  longestHubText,
  longestName,
  mostServices,
  usualAdhesions,
  usualServices,
} from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { codeOf, lineOf, textOf } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { requestAdhesion, saveAdhesion } from "./adhere.ts";
import { readableBodyIds } from "./hub-area.ts";
import { AdhesionInput, HubServiceInput, knownOf } from "./hub-service-input.ts";
import { whyNotLost } from "./rests-on.ts";
import { saveRecord } from "./save-record.ts";

@Resolver(() => HubService)
export class HubServiceResolver {
  @Query(() => [HubService], {
    description: `The services that the hubs of my bodies offer, by kind and title; ${mostServices} at most.`,
    complexity: ({ childComplexity }) => 1 + usualServices * childComplexity,
  })
  async hubServices(@Ctx() context: Context): Promise<HubService[]> {
    return context.parts.database.getRepository(HubService).find({
      where: { bodyId: In(await readableBodyIds(context)) },
      order: { kind: "ASC", title: "ASC", id: "ASC" },
      take: mostServices,
    });
  }

  @FieldResolver(() => Body)
  body(@Root() { bodyId }: HubService, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }

  @FieldResolver(() => [Adhesion], {
    description: "By body; those of bodies that I may not know of any more are left out.",
    complexity: ({ childComplexity }) => 1 + usualAdhesions * childComplexity,
  })
  async adhesions(@Root() { id }: HubService, @Ctx() context: Context): Promise<Adhesion[]> {
    const [adhesions, readable] = await Promise.all([
      context.loaders.adhesions.load(id),
      readableBodyIds(context),
    ]);
    return adhesions.filter(({ bodyId }) => readable.includes(bodyId));
  }

  @Mutation(() => HubService, { description: "Keeps a service of a hub, new or changed." })
  saveHubService(
    @Arg("service", () => HubServiceInput) service: HubServiceInput,
    @Ctx() context: Context,
  ): Promise<HubService> {
    const values = readAll({
      code: () => codeOf(service.code, "code", longestCode),
      kind: () => service.kind,
      title: () => lineOf(service.title, "title", longestName),
      description: () => textOf(service.description, "description", longestHubText),
    });
    return saveRecord<HubService>(context, {
      entity: HubService,
      kind: "SERVICE",
      known: knownOf(service),
      bodyId: askedId(service.bodyId),
      values,
      whyNot: (tx, before) => (before.code === values.code ? null : whyNotLost(tx, "service", before.code)),
    });
  }

  @Mutation(() => Adhesion, { description: "Records by which act a body takes a service, and from when." })
  saveAdhesion(
    @Arg("adhesion", () => AdhesionInput) adhesion: AdhesionInput,
    @Ctx() context: Context,
  ): Promise<Adhesion> {
    return saveAdhesion(context, adhesion);
  }

  @Mutation(() => Adhesion, { description: "Asks for a service for my body." })
  requestAdhesion(
    @Arg("serviceId", () => ID) serviceId: string,
    @Arg("bodyId", () => ID) bodyId: string,
    @Ctx() context: Context,
  ): Promise<Adhesion> {
    return requestAdhesion(context, askedId(serviceId), askedId(bodyId));
  }
}

@Resolver(() => Adhesion)
export class AdhesionResolver {
  @FieldResolver(() => Body)
  async body(@Root() { bodyId }: Adhesion, @Ctx() { loaders }: Context): Promise<Body> {
    const body = await loaders.bodies.load(bodyId);
    if (!body) throw new Refusal("NOT_FOUND");
    return body;
  }
}
