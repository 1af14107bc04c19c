import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { AnsweredError } from "./ask.ts";
import type { Data } from "./data.ts";
import type { Served } from "./served.ts";

/** How a subscription ended: by the server's refusal, by the socket's close code, or by itself. */
export type End =
  | { readonly kind: "refused"; readonly codes: readonly string[] }
  | { readonly kind: "closed"; readonly code: number }
  | { readonly kind: "complete" };

export interface Event {
  readonly data: Data;
  readonly errors?: unknown;
}

export interface Listening {
  /** All that has come so far. */
  readonly events: Event[];
  /** The next one that has not been taken; rejects when the subscription has ended before. */
  next(): Promise<Event>;
  readonly end: Promise<End>;
  stop(): void;
}

const stepMs = 10;

/** A socket as a program opens it, that does not try again. */
export function connect(served: Served, token: string | null): Client {
  return createClient({
    url: served.url.replace("http:", "ws:"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    // Ended subscriptions do not take the socket with them: who closes it is for the test to see.
    lazyCloseTimeout: 60_000,
    connectionParams: token === null ? undefined : { authorization: `Bearer ${token}` },
  });
}

export function listen(client: Client, query: string, variables: Record<string, unknown> = {}): Listening {
  const events: Event[] = [];
  let taken = 0;
  let wake = () => {};
  let ended = false;
  let stop = () => {};
  const end = new Promise<End>((resolve) => {
    const finish = (how: End) => {
      ended = true;
      resolve(how);
      wake();
    };
    stop = client.subscribe(
      { query, variables },
      {
        next: (event) => {
          events.push(event as unknown as Event);
          wake();
        },
        error: (cause) => finish(endOf(cause)),
        complete: () => finish({ kind: "complete" }),
      },
    );
  });
  return {
    events,
    end,
    stop: () => stop(),
    async next() {
      while (taken >= events.length) {
        if (ended) throw new Error(`ended: ${JSON.stringify(await end)}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return events[taken++]!;
    },
  };
}

function endOf(cause: unknown): End {
  if (Array.isArray(cause)) {
    const codes = (cause as AnsweredError[]).map((error) => error.extensions.code);
    return { kind: "refused", codes: [...new Set(codes)] };
  }
  const { code } = cause as { code?: unknown };
  if (typeof code === "number") return { kind: "closed", code };
  throw cause;
}

/** The code with which the socket is closed. */
export function closing(client: Client): Promise<number> {
  return new Promise((resolve) => client.on("closed", (event) => resolve((event as { code: number }).code)));
}

/** What is awaited, if it comes within these milliseconds. They are counted in short steps: while this process, which is
 *  the server too, is kept from running, they do not pass. */
export async function within<Result>(ms: number, awaited: Promise<Result>): Promise<Result> {
  const { promise, reject } = withReject();
  let left = ms;
  const clock = setInterval(() => {
    left -= stepMs;
    if (left <= 0) reject(new Error(`nothing after ${ms} ms`));
  }, stepMs);
  return Promise.race([awaited, promise]).finally(() => clearInterval(clock));
}

function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  return { promise, reject };
}
