import { Comment } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The comments of threads, in the order in which they were made. */
export function loadObservedComments(database: DataSource) {
  return loadLists<Comment>(
    (ids) =>
      database
        .getRepository(Comment)
        .find({ where: { threadId: In([...ids]) }, order: { at: "ASC", id: "ASC" } }),
    (comment) => comment.threadId,
  );
}
