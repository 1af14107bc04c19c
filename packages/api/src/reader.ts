import type { Post } from "@upiao/domain";
import type { Loaders } from "./loaders.ts";

/** Who reads, and with what: a request's `Context`, or a person for whom something is read while they are away. */
export interface Reader {
  readonly signedIn: { readonly posts: readonly Post[] };
  readonly loaders: Loaders;
}
