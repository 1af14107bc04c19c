import { StrategyEdition, StrategyItem, StrategyKindEnum } from "@upiao/db";
import { badInput, Refusal, type StrategyKind } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import {
  largestPage,
  longestSearch,
  usualPage,
  usualStrategyChildren,
  usualStrategyEditions,
} from "../limits.ts";
import { countOf } from "../requests/input.ts";
import { findEdition, listEditions } from "./find-edition.ts";
import { listStrategyItems } from "./list-strategy-items.ts";
import { itemKey } from "./load-strategy-items.ts";
import { StrategyItemConnection, StrategyTarget } from "./strategy-connection.ts";

@Resolver(() => StrategyItem)
export class StrategyResolver {
  @Query(() => [StrategyEdition], {
    description: "The editions of the Piano triennale, the newest first.",
    complexity: ({ childComplexity }) => 1 + usualStrategyEditions * childComplexity,
  })
  strategyEditions(@Ctx() { parts, signedIn }: Context): Promise<StrategyEdition[]> {
    return signedIn && listEditions(parts.database);
  }

  @Query(() => StrategyItemConnection, {
    description:
      "Items of an edition, the newest where none is named, in the order of its text. `search`: words, or their beginnings, in any order and without accents; `year`: due or beginning in it, or with a target for it.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  async strategyItems(
    @Arg("edition", () => String, { nullable: true }) edition: string | null | undefined,
    @Arg("kind", () => StrategyKindEnum, { nullable: true }) kind: StrategyKind | null | undefined,
    @Arg("year", () => Int, { nullable: true }) year: number | null | undefined,
    @Arg("search", () => String, { nullable: true }) search: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { parts, signedIn }: Context,
  ): Promise<StrategyItemConnection> {
    const count = signedIn && countOf(first ?? usualPage, "first", largestPage);
    if (search != null && search.length > longestSearch) {
      throw badInput("search", "TOO_LONG", { most: longestSearch });
    }
    const { code } = await findEdition(parts.database, edition);
    const filter = { edition: code, kind: kind ?? null, year: year ?? null, search: search ?? null };
    return listStrategyItems(parts.database, filter, count, after ?? null);
  }

  @Query(() => StrategyItem, { nullable: true, description: "NOT_FOUND where the edition has no such code." })
  async strategyItem(
    @Arg("edition", () => String, { nullable: true }) edition: string | null | undefined,
    @Arg("code", () => String) code: string,
    @Ctx() { parts, signedIn, loaders }: Context,
  ): Promise<StrategyItem> {
    // Nobody can type these, and PostgreSQL cannot hold them.
    if (!signedIn || /\p{C}/u.test(code)) throw new Refusal("NOT_FOUND");
    const { code: editionCode } = await findEdition(parts.database, edition);
    const [item] = await loaders.strategyByCode.load(itemKey(editionCode, code));
    if (!item) throw new Refusal("NOT_FOUND");
    return item;
  }

  @FieldResolver(() => StrategyItem, { nullable: true, description: "What it stands under." })
  async parent(@Root() item: StrategyItem, @Ctx() { loaders }: Context): Promise<StrategyItem | null> {
    if (item.parent === null) return null;
    const [parent] = await loaders.strategyByCode.load(itemKey(item.edition, item.parent));
    return parent ?? null;
  }

  @FieldResolver(() => [StrategyItem], {
    description: "What stands under it.",
    complexity: ({ childComplexity }) => 1 + usualStrategyChildren * childComplexity,
  })
  children(@Root() item: StrategyItem, @Ctx() { loaders }: Context): Promise<StrategyItem[]> {
    return loaders.strategyChildren.load(itemKey(item.edition, item.code));
  }

  @FieldResolver(() => [StrategyTarget], {
    description: "What an expected result should have reached, by year.",
    complexity: ({ childComplexity }) => 1 + 3 * childComplexity,
  })
  targets(@Root() { details }: StrategyItem): StrategyTarget[] {
    return Object.entries(details.targets ?? {}).map(([year, words]) => ({ year: Number(year), words }));
  }

  @FieldResolver(() => String, { description: "Its code as the text prints it." })
  label(@Root() { code, details }: StrategyItem): string {
    return details.label ?? code;
  }

  @FieldResolver(() => String, { nullable: true, description: "Its term as the text prints it." })
  when(@Root() { details }: StrategyItem): string | null {
    return details.when ?? null;
  }

  @FieldResolver(() => [String], {
    description: "Codes of the expected results that a line of action serves.",
  })
  serves(@Root() { details }: StrategyItem): readonly string[] {
    return details.serves ?? [];
  }

  @FieldResolver(() => Boolean, {
    description:
      "A line only for those of whom its words say something more: «interessate», «con popolazione».",
  })
  isConditional(@Root() { details }: StrategyItem): boolean {
    return details.isConditional ?? false;
  }

  @FieldResolver(() => String, { nullable: true, description: "What is to be known of it, in English." })
  note(@Root() { details }: StrategyItem): string | null {
    return details.note ?? null;
  }
}
