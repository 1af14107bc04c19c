import type { Bus } from "@upiao/bus";
import { type Catalogue, type PlanTemplate, Refusal } from "@upiao/domain";
import { findViewerOfSession, type LoginDesk, type Viewer } from "@upiao/identity";
import type { DataSource, EntityManager } from "typeorm";
import type { PresenceBoard } from "./coediting/presence-board.ts";
import { type Loaders, loadersOn } from "./loaders.ts";
import type { Browser } from "./people/browser.ts";
import type { DemoAccount } from "./people/demo-account.ts";

/** What all requests share. */
export interface Parts {
  readonly database: DataSource;
  readonly bus: Bus;
  readonly loginDesk: LoginDesk;
  readonly presence: PresenceBoard;
  readonly planTemplate: PlanTemplate;
  readonly catalogue: Catalogue;
  readonly demoAccounts: readonly DemoAccount[];
  /** No mail server is set: mail is kept, for administrators to read. */
  readonly keepsMail: boolean;
}

/** What resolvers have at hand for one request, or for one subscription. */
export class Context {
  loaders: Loaders;

  constructor(
    readonly parts: Parts,
    public viewer: Viewer | null,
    /** Null where no cookie can be set: in a subscription. */
    readonly browser: Browser | null,
  ) {
    this.loaders = loadersOn(parts.database);
  }

  /** Who is asking; throws NOT_AUTHENTICATED when nobody has signed in. */
  get signedIn(): Viewer {
    if (!this.viewer) throw new Refusal("NOT_AUTHENTICATED");
    return this.viewer;
  }

  /** One transaction. What was read before it is forgotten, since it may have changed. */
  async change<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    try {
      return await this.parts.database.transaction(work);
    } finally {
      this.loaders = loadersOn(this.parts.database);
    }
  }

  /** Looks anew at who is asking and what they may do: a subscription outlives both. */
  async renew(): Promise<Viewer> {
    const { sessionId } = this.signedIn;
    this.viewer = await findViewerOfSession(this.parts.database, sessionId);
    this.loaders = loadersOn(this.parts.database);
    return this.signedIn;
  }
}
