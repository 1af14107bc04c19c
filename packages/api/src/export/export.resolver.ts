import { ExportFormatEnum, FileExport } from "@upiao/db";
import { type ExportFormat, exportPath } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { askedId } from "../requests/asked-id.ts";
import { ExportInput } from "./export-input.ts";
import { readExport } from "./read-export.ts";
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
      "A file that I have asked for; it is kept for a day. NOT_FOUND once I may not read everything that is in it.",
  })
  fileExport(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<FileExport> {
    return readExport(context, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where I find the file, once there is one: by the same session, and by no other.",
  })
  path(@Root() { id, state }: FileExport): string | null {
    return state === "DONE" ? exportPath(id) : null;
  }
}
