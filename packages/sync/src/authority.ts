import { loadSectionFacts, User } from "@upiao/db";
import { type Access, accessTo, postIn, reaches, whyReadOnly } from "@upiao/domain";
import { findViewerOfSession, type Viewer, type ViewerPost } from "@upiao/identity";
import type { DataSource } from "typeorm";
import { Closing } from "./closing.ts";

/** What one connection may do in its section, now. It is asked at every message and renewed whenever the
 *  rights that it rests on change. */
export interface Authority {
  readonly viewer: Viewer;
  readonly access: Access;
  /** Why the client may not write: `whyReadOnly`'s reason, `OLD_CLIENT`, or empty. */
  readonly reason: string;
  /** For which of their posts the person is there. */
  readonly post: ViewerPost;
}

/** Throws a `Closing` when there is no such section or this person may not read it. */
export async function authorize(
  database: DataSource,
  viewer: Viewer,
  sectionId: string,
  isOldClient: boolean,
): Promise<Authority> {
  const facts = (await loadSectionFacts(database, [sectionId])).get(sectionId);
  if (!facts) throw new Closing("noSuchSection", "no such section");
  const access = accessTo(facts, viewer.posts);
  const post = postIn(facts, viewer.posts);
  if (!post) throw new Closing("notAllowed", "not allowed");
  if (isOldClient && reaches(access, "PROPOSE")) {
    return { viewer, access: "COMMENT", reason: "OLD_CLIENT", post };
  }
  return { viewer, access, reason: whyReadOnly(facts, access) ?? "", post };
}

/** The same after a while. Throws a `Closing` when the right is gone, or the session. */
export async function authorizeAgain(
  database: DataSource,
  viewer: Viewer,
  sectionId: string,
  isOldClient: boolean,
): Promise<Authority> {
  const now = await findViewerOfSession(database, viewer.sessionId);
  if (now) return authorize(database, now, sectionId, isOldClient);
  const user = await database.getRepository(User).findOneBy({ id: viewer.userId });
  if (!user || user.disabledAt) throw new Closing("notAllowed", "no longer allowed");
  throw new Closing("notAuthenticated", "the session has ended");
}
