import { Section } from "@upiao/db";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { askedId } from "../requests/asked-id.ts";
import { importTexts } from "./import-texts.ts";
import { ImportedPartInput } from "./imported-part.ts";

/** A file is read by the page; what comes here is its text. */
@Resolver()
export class ImportResolver {
  @Mutation(() => [Section], {
    complexity: ({ args, childComplexity }) => 1 + args.parts.length * childComplexity,
    description:
      "Writes texts into sections as an edit of mine, all of them or none. `planId` is asked for where a part goes into a new section. What is longer than 100 kB goes to `/graphql/import`, for who has signed in.",
  })
  importTexts(
    @Arg("planId", () => ID, { nullable: true }) planId: string | null | undefined,
    @Arg("parts", () => [ImportedPartInput]) parts: ImportedPartInput[],
    @Ctx() context: Context,
  ): Promise<Section[]> {
    return importTexts(context, planId == null ? null : askedId(planId), parts);
  }
}
