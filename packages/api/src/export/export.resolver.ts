import { ExportFormatEnum, FileExport, Plan, Section, Version } from "@upiao/db";
import { type ExportFormat, exportPath } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { keptExportHours, mostKeptExports } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { ExportInput } from "./export-input.ts";
import { findSubject } from "./export-subject.ts";
import { listExports, readExport } from "./read-export.ts";
import { startExport } from "./start-export.ts";

@Resolver(() => FileExport)
export class ExportResolver {
  @Mutation(() => FileExport, {
    description:
      "Asks for a file of what I may read. It is made in the queue of jobs; `fileExport` says how far it is.",
  })
  startExport(
    @Arg("what", () => ExportInput) { kind, id, afterId }: ExportInput,
    @Arg("format", () => ExportFormatEnum) format: ExportFormat,
    @Ctx() context: Context,
  ): Promise<FileExport> {
    const otherId = kind === "COMPARISON" && afterId != null ? askedId(afterId) : null;
    return startExport(context, { kind, subjectId: askedId(id), otherId }, format);
  }

  @Query(() => FileExport, {
    description:
      "A file that I have asked for; it is kept until `keptUntil`. NOT_FOUND once I may not read everything that is in it.",
  })
  fileExport(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<FileExport> {
    return readExport(context, id);
  }

  @Query(() => [FileExport], {
    description: "All files that I have asked for and `fileExport` gives me, the latest first.",
    complexity: ({ childComplexity }) => 1 + mostKeptExports * childComplexity,
  })
  myExports(@Ctx() context: Context): Promise<FileExport[]> {
    return listExports(context);
  }

  @FieldResolver(() => Section, {
    nullable: true,
    description: "Whose text or comments it is of. Null of a plan, and when I may not read it any more.",
  })
  async section(@Root() asked: FileExport, @Ctx() context: Context): Promise<Section | null> {
    return (await findSubject(context, asked)).section;
  }

  @FieldResolver(() => Plan, { nullable: true, description: "Null of a section, and as above." })
  async plan(@Root() asked: FileExport, @Ctx() context: Context): Promise<Plan | null> {
    return (await findSubject(context, asked)).plan;
  }

  @FieldResolver(() => Version, {
    nullable: true,
    description: "The version, or the earlier one of a comparison. Null of everything else, and as above.",
  })
  async version(@Root() asked: FileExport, @Ctx() context: Context): Promise<Version | null> {
    return (await findSubject(context, asked)).version;
  }

  @FieldResolver(() => Version, {
    nullable: true,
    description:
      "The later version of a comparison; null where it is with the text as it was then, and as above.",
  })
  async afterVersion(@Root() asked: FileExport, @Ctx() context: Context): Promise<Version | null> {
    return (await findSubject(context, asked)).after;
  }

  @FieldResolver(() => Date, {
    description: "It is forgotten then, or before when I ask for many others.",
  })
  keptUntil(@Root() { at }: FileExport): Date {
    return new Date(at.getTime() + keptExportHours * 3_600_000);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where I find the file, once there is one: by the same session, and by no other.",
  })
  path(@Root() { id, state }: FileExport): string | null {
    return state === "DONE" ? exportPath(id) : null;
  }
}
