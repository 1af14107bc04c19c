import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { Catalogue } from "./catalogue.ts";

@Resolver()
export class CatalogueResolver {
  @Query(() => Catalogue, {
    description:
      "The sections of the PIAO, the dimensions of public value and what Provinces do for their Comuni, each with its source.",
  })
  catalogue(@Ctx() { parts, signedIn }: Context): Catalogue {
    return signedIn && parts.catalogue;
  }
}
