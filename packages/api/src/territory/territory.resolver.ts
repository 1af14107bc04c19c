import { badInput } from "@upiao/domain";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { firstYearOfPlans, lastYearOfPlans } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { BodyOverview } from "./body-overview.ts";
import { readBodyOverview } from "./read-body-overview.ts";
import { readTerritory } from "./read-territory.ts";
import { TerritoryOverview } from "./territory-overview.ts";

@Resolver()
export class TerritoryResolver {
  @Query(() => BodyOverview, {
    description: "How a body's plan goes in a year. NOT_FOUND for who may read nothing of it.",
  })
  bodyOverview(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ): Promise<BodyOverview> {
    return readBodyOverview(context, askedId(bodyId), yearOf(year));
  }

  @Query(() => TerritoryOverview, {
    description:
      "How the plans of an associated office's bodies, or of a Province's Comuni, go in a year: one of the two ids. NOT_FOUND for who does not work on the plans of its lead body.",
  })
  territoryOverview(
    @Arg("officeId", () => ID, { nullable: true }) officeId: string | null | undefined,
    @Arg("provinceId", () => ID, { nullable: true }) provinceId: string | null | undefined,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ): Promise<TerritoryOverview> {
    const known = yearOf(year);
    if (officeId) return readTerritory(context, { officeId: askedId(officeId) }, known);
    if (!provinceId) throw badInput("officeId", "MISSING");
    return readTerritory(context, { provinceId: askedId(provinceId) }, known);
  }
}

function yearOf(year: number): number {
  if (year >= firstYearOfPlans && year <= lastYearOfPlans) return year;
  throw badInput("year", "OUT_OF_RANGE", { least: firstYearOfPlans, most: lastYearOfPlans });
}
