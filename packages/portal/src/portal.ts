import type { DataSource } from "typeorm";
import type { InFlight } from "./answer/in-flight.ts";
import type { PageDesk } from "./answer/page-desk.tsx";
import type { Turnstile } from "./answer/turnstile.ts";

/** What the routes of the portal share. */
export interface Portal {
  readonly database: DataSource;
  readonly pages: PageDesk;
  readonly inFlight: InFlight;
  /** For what costs more than a page. */
  readonly costly: Turnstile;
  /** For files that somebody sends, as fast as their line is. */
  readonly uploads: Turnstile;
  /** The address that links begin with where they leave the portal. */
  readonly site: () => string;
}
