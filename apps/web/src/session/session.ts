import { createContext, useContext } from "react";
import type { MyselfFragment } from "../generated/graphql.ts";

/** Why there is no session any more, for the sentence above the form of the login. */
export type Ending = "expired" | "signedOut" | "signedOutEverywhere" | "passwordChanged";

export interface Session {
  /** Null: nobody has signed in. */
  readonly user: MyselfFragment | null;
  readonly ending: Ending | null;
  /** Somebody has signed in: the server says who. */
  readonly begin: () => Promise<void>;
  /** Asks the server to end the session, and goes when it has. What it refuses is the caller's, and the session goes on. */
  readonly leave: (ending: Exclude<Ending, "expired">, ask: () => Promise<unknown>) => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session around this component");
  return session;
}

/** Who has signed in; for what is shown only to them. */
export function useMyself(): MyselfFragment {
  const { user } = useSession();
  if (!user) throw new Error("nobody has signed in");
  return user;
}
