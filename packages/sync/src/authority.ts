import { loadSectionFacts, User } from "@upiao/db";
import { type Access, accessTo, postIn, reaches, whyReadOnly } from "@upiao/domain";
import {
  findTickets,
  findViewers,
  findViewersOfSessions,
  type Viewer,
  type ViewerPost,
} from "@upiao/identity";
import type { DataSource } from "typeorm";
import { Closing } from "./closing.ts";
import { inBatches } from "./in-batches.ts";

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

/** With what a client comes. */
export type Credentials = { readonly ticket: string } | { readonly token: string | null };

/** Asks who may do what in a section. */
export class RightsDesk {
  private readonly ticketOf = inBatches((tickets) => findTickets(this.database, tickets));
  private readonly viewerOfToken = inBatches((tokens) => findViewers(this.database, tokens));
  private readonly viewerOfSession = inBatches((ids) => findViewersOfSessions(this.database, ids));
  private readonly factsOf = inBatches((ids) => loadSectionFacts(this.database, ids));

  constructor(private readonly database: DataSource) {}

  /** Throws a `Closing` when these credentials are nobody's, there is no such section, or this person may not read it. */
  async admit(credentials: Credentials, sectionId: string, isOldClient: boolean): Promise<Authority> {
    const viewer = await this.viewerOf(credentials, sectionId);
    if (!viewer) throw new Closing("notAuthenticated", "not authenticated");
    return this.authorize(viewer, sectionId, isOldClient);
  }

  /** The same after a while. Throws a `Closing` when the right is gone, or the session. */
  async renew(viewer: Viewer, sectionId: string, isOldClient: boolean): Promise<Authority> {
    const now = await this.viewerOfSession(viewer.sessionId);
    if (now) return this.authorize(now, sectionId, isOldClient);
    const user = await this.database.getRepository(User).findOneBy({ id: viewer.userId });
    if (!user || user.disabledAt) throw new Closing("notAllowed", "no longer allowed");
    throw new Closing("notAuthenticated", "the session has ended");
  }

  private async viewerOf(credentials: Credentials, sectionId: string): Promise<Viewer | null> {
    if ("token" in credentials) return credentials.token ? this.viewerOfToken(credentials.token) : null;
    const ticket = await this.ticketOf(credentials.ticket);
    if (!ticket) return null;
    if (ticket.sectionId !== sectionId) throw new Closing("notAllowed", "ticket of another section");
    return this.viewerOfSession(ticket.sessionId);
  }

  private async authorize(viewer: Viewer, sectionId: string, isOldClient: boolean): Promise<Authority> {
    const facts = await this.factsOf(sectionId);
    if (!facts) throw new Closing("noSuchSection", "no such section");
    const access = accessTo(facts, viewer.posts);
    const post = postIn(facts, viewer.posts);
    if (!post) throw new Closing("notAllowed", "not allowed");
    if (isOldClient && reaches(access, "PROPOSE")) {
      return { viewer, access: "COMMENT", reason: "OLD_CLIENT", post };
    }
    return { viewer, access, reason: whyReadOnly(facts, access) ?? "", post };
  }
}
