import type { Post } from "@upiao/domain";

/** Who is asking, as the rules and the doors want to know it. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly sessionId: string;
  readonly sessionExpiresAt: Date;
  readonly posts: readonly ViewerPost[];
}

export interface ViewerPost extends Post {
  readonly bodyName: string;
}
