import { Body, ServiceContract } from "@upiao/db";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, longestHubText, longestName, usualPage } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf, dayOf, lineOf, textOrNull } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { readableBodyIds } from "./hub-area.ts";
import { ServiceContractPage } from "./hub-pages.ts";
import { HubRecordInput, knownOf } from "./hub-service-input.ts";
import { pageOf, placeOf } from "./page-of.ts";
import { saveRecord } from "./save-record.ts";

@InputType()
export class ServiceContractInput extends HubRecordInput {
  @Field(() => ID)
  readonly bodyId!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly supplier!: string;

  @Field(() => String, { description: "Last day, ISO 8601." })
  readonly expires!: string;

  @Field(() => String, { nullable: true })
  readonly indicators?: string | null;
}

@Resolver(() => ServiceContract)
export class ServiceContractResolver {
  @Query(() => ServiceContractPage, {
    description: "The service contracts of the bodies of my hubs, those that expire first before the others.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  async serviceContracts(
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<ServiceContractPage> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    const place = after == null ? null : placeOf(after, /^\d{4}-\d\d-\d\d$/);
    const query = context.parts.database
      .getRepository(ServiceContract)
      .createQueryBuilder("contract")
      .where("contract.bodyId = ANY (:bodyIds)", { bodyIds: await readableBodyIds(context) })
      .orderBy("contract.expires")
      .addOrderBy("contract.id")
      .limit(count + 1);
    if (place) query.andWhere("(contract.expires, contract.id) > (:key, :id)", place);
    return pageOf(await query.getMany(), count, ({ expires }) => expires);
  }

  @FieldResolver(() => Body)
  body(@Root() { bodyId }: ServiceContract, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }

  @Mutation(() => ServiceContract, { description: "Keeps a service contract that the hub watches." })
  saveServiceContract(
    @Arg("contract", () => ServiceContractInput) contract: ServiceContractInput,
    @Ctx() context: Context,
  ): Promise<ServiceContract> {
    return saveRecord<ServiceContract>(context, {
      entity: ServiceContract,
      kind: "CONTRACT",
      known: knownOf(contract),
      bodyId: askedId(contract.bodyId),
      values: readAll({
        title: () => lineOf(contract.title, "title", longestName),
        supplier: () => lineOf(contract.supplier, "supplier", longestName),
        expires: () => dayOf(contract.expires, "expires"),
        indicators: () => textOrNull(contract.indicators, "indicators", longestHubText),
      }),
    });
  }
}
