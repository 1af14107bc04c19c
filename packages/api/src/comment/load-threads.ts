import { Comment, CommentThread } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The threads of sections, in the order in which they were raised. */
export function loadSectionThreads(database: DataSource) {
  return loadLists<CommentThread>(
    (ids) =>
      database
        .getRepository(CommentThread)
        .find({ where: { sectionId: In([...ids]) }, order: { createdAt: "ASC", id: "ASC" } }),
    (thread) => thread.sectionId,
  );
}

/** The comments of threads, the first one first. */
export function loadThreadComments(database: DataSource) {
  return loadLists<Comment>(
    (ids) =>
      database
        .getRepository(Comment)
        .find({ where: { threadId: In([...ids]) }, order: { at: "ASC", id: "ASC" } }),
    (comment) => comment.threadId,
  );
}
