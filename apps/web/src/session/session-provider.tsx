import { useApolloClient } from "@apollo/client/react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Problem, problemOf } from "../api/problem.ts";
import { onSessionLoss } from "../api/session-loss.ts";
import { whoAmI } from "../api/who-am-i.ts";
import type { MyselfFragment } from "../generated/graphql.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { type Ending, type Session, SessionContext } from "./session.ts";

/** Knows who has signed in, and notices when they have not any more. What it knows stays while the server cannot
 *  be asked: a network that is away signs nobody out. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useApolloClient();
  const [user, setUser] = useState<MyselfFragment | null | undefined>();
  const userId = user?.id;
  const [ending, setEnding] = useState<Ending | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const ask = useCallback(() => {
    setProblem(null);
    whoAmI(client).then(setUser, (error: unknown) => setProblem(problemOf(error)));
  }, [client]);
  useEffect(ask, [ask]);

  const end = useCallback(
    (why: Ending) => {
      // First the pages go, then what they showed: the next person at this screen finds nothing of it.
      flushSync(() => {
        setEnding(why);
        setUser(null);
      });
      void client.clearStore();
      if (why !== "expired" && userId !== undefined) void forgetTexts(userId);
    },
    [client, userId],
  );
  const begin = useCallback(async () => {
    await client.clearStore();
    setUser(await whoAmI(client));
    setEnding(null);
  }, [client]);
  // The socket hears of the end, too, and maybe before the answer: that is no session that has expired.
  const isLeaving = useRef(false);
  const leave: Session["leave"] = useCallback(
    async (why, ask) => {
      isLeaving.current = true;
      try {
        await ask();
        end(why);
      } catch (error) {
        if (problemOf(error).code === "NOT_AUTHENTICATED") end("expired");
        throw error;
      } finally {
        isLeaving.current = false;
      }
    },
    [end],
  );
  const expire = useCallback(() => {
    if (!isLeaving.current) end("expired");
  }, [end]);
  useSessionLoss(userId, expire);
  useReturn(userId, setUser, expire);

  const session = useMemo(() => ({ user: user ?? null, ending, begin, leave }), [user, ending, begin, leave]);
  if (problem) return <ProblemPage problem={problem} onRetry={ask} />;
  if (user === undefined) return <Loading />;
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Loaded when it is needed: it brings a part of the editor. */
async function forgetTexts(userId: string): Promise<void> {
  const { forgetCopies } = await import("../editor/sitting/forget-copies.ts");
  await forgetCopies(userId);
}

function useSessionLoss(userId: string | undefined, expire: () => void): void {
  useEffect(() => {
    if (userId !== undefined) return onSessionLoss(expire);
  }, [userId, expire]);
}

/** Whoever comes back to a tab may have slept past the end of the session, or signed in as somebody else in
 *  another tab: what this one shows would then be a stranger's. */
function useReturn(
  userId: string | undefined,
  setUser: (user: MyselfFragment) => void,
  expire: () => void,
): void {
  const client = useApolloClient();
  useEffect(() => {
    if (userId === undefined) return;
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const me = await whoAmI(client).catch(() => undefined);
      if (me === null) expire();
      else if (me && me.id !== userId) location.reload();
      else if (me) setUser(me);
    };
    const onVisible = () => void look();
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [client, userId, expire, setUser]);
}
