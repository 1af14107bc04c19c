import { Body, Purchase } from "@upiao/db";
import { badInput, Refusal } from "@upiao/domain";
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
import { largestPage, longestName, usualPage } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { amountOf, countOf, lineOf, wholeOf } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { readableBodyIds } from "./hub-area.ts";
import { PurchaseProgramme } from "./hub-pages.ts";
import { HubRecordInput, knownOf } from "./hub-service-input.ts";
import { pageOf, placeOf } from "./page-of.ts";
import { saveRecord } from "./save-record.ts";

const years = { least: 2020, most: 2100 };

@InputType()
export class PurchaseInput extends HubRecordInput {
  @Field(() => ID)
  readonly bodyId!: string;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => Int, { description: "In which it is expected, 1 to 4." })
  readonly quarter!: number;

  @Field(() => String)
  readonly what!: string;

  @Field(() => String, { description: "Euro, as people write it: «12.500,50» or «12500.50»." })
  readonly amount!: string;

  @Field(() => String, {
    nullable: true,
    description: "Eight digits and, after a hyphen, their check digit.",
  })
  readonly cpv?: string | null;
}

@Resolver(() => Purchase)
export class PurchaseResolver {
  @Query(() => PurchaseProgramme, {
    description: "What the bodies of my hubs foresee to buy in a year, by quarter.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  async purchases(
    @Arg("year", () => Int) year: number,
    @Arg("bodyId", () => ID, { nullable: true, description: "Of this body only." })
    bodyId: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<PurchaseProgramme> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    const readable = await readableBodyIds(context);
    const asked = bodyId == null ? readable : readable.filter((id) => id === askedId(bodyId));
    if (bodyId != null && asked.length === 0) throw new Refusal("NOT_FOUND");
    return readProgramme(
      context,
      wholeOf(year, "year", years.least, years.most),
      asked,
      count,
      after ?? null,
    );
  }

  @FieldResolver(() => Body)
  body(@Root() { bodyId }: Purchase, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }

  @Mutation(() => Purchase, { description: "Keeps a purchase that my body foresees, new or changed." })
  savePurchase(
    @Arg("purchase", () => PurchaseInput) purchase: PurchaseInput,
    @Ctx() context: Context,
  ): Promise<Purchase> {
    return saveRecord<Purchase>(context, {
      entity: Purchase,
      kind: "PURCHASE",
      known: knownOf(purchase),
      bodyId: askedId(purchase.bodyId),
      values: readAll({
        year: () => wholeOf(purchase.year, "year", years.least, years.most),
        quarter: () => wholeOf(purchase.quarter, "quarter", 1, 4),
        what: () => lineOf(purchase.what, "what", longestName),
        amount: () => amountOf(purchase.amount, "amount"),
        cpv: () => cpvOf(purchase.cpv),
      }),
    });
  }
}

function cpvOf(text: string | null | undefined): string | null {
  if (text == null || text.trim() === "") return null;
  if (!/^\d{8}(-\d)?$/.test(text.trim())) throw badInput("cpv", "CPV");
  return text.trim();
}

async function readProgramme(
  { parts }: Context,
  year: number,
  bodyIds: readonly string[],
  first: number,
  after: string | null,
): Promise<PurchaseProgramme> {
  const place = after === null ? null : placeOf(after, /^[1-4]$/);
  const programme = parts.database
    .getRepository(Purchase)
    .createQueryBuilder("purchase")
    .where("purchase.bodyId = ANY (:bodyIds) AND purchase.year = :year", { bodyIds, year });
  const { total } = (await programme
    .clone()
    .select("coalesce(sum(purchase.amount), 0)", "total")
    .getRawOne<{ total: string }>())!;
  const page = programme
    .orderBy("purchase.quarter")
    .addOrderBy("purchase.id")
    .limit(first + 1);
  if (place) page.andWhere("(purchase.quarter, purchase.id) > (:key, :id)", place);
  return { ...pageOf(await page.getMany(), first, ({ quarter }) => String(quarter)), total: Number(total) };
}
