import { Version } from "@upiao/db";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { longestVersionName } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { lineOf } from "../requests/input.ts";
import { readFacts } from "../section/read-section.ts";
import { nameVersion } from "./name-version.ts";
import { readVersion } from "./read-version.ts";
import { restoreVersion } from "./restore-version.ts";

@Resolver()
export class VersionResolver {
  @Query(() => Version, {
    nullable: true,
    description: "NOT_FOUND for one that I may not read, as for one that does not exist.",
  })
  version(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Version> {
    return readVersion(context, id);
  }

  @Mutation(() => Version, {
    description: "Keeps the text of a section as it stands under a name. For who may edit it.",
  })
  async nameVersion(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("name", () => String) name: string,
    @Ctx() context: Context,
  ): Promise<Version> {
    await readFacts(context, sectionId);
    return nameVersion(context, askedId(sectionId), lineOf(name, "name", longestVersionName));
  }

  @Mutation(() => Version, {
    description:
      "Makes the text of its section say again what this version says, as an edit that everybody sees. Answers the version that was kept just before: to restore that one undoes it. For who may edit the section.",
  })
  restoreVersion(@Arg("versionId", () => ID) versionId: string, @Ctx() context: Context): Promise<Version> {
    return restoreVersion(context, versionId);
  }
}
