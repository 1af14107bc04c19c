import type { CommentThread } from "@upiao/db";
import type { Context } from "../context.ts";

/** Rings the bell of whoever has this section before them. After the commit. */
export function tellOfThread(
  { parts }: Context,
  { id, sectionId }: Pick<CommentThread, "id" | "sectionId">,
): void {
  parts.bus.publish("review", { sectionId, what: "comment", id });
}
