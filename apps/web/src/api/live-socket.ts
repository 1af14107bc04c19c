import { closeCodes } from "@upiao/domain";
import { type Client, createClient } from "graphql-ws";

const beatMs = 15_000;
const patienceMs = 5_000;
const longestWaitMs = 30_000;

export interface SocketEvents {
  /** Whether there is a server at the other end. */
  readonly onReach: (isReached: boolean) => void;
  /** The line was lost and is there again: what happened meanwhile was not heard. */
  readonly onBack: () => void;
  readonly onNotAllowed: () => void;
}

/** The socket of the subscriptions, open while a page has one. */
export function openLiveSocket({ onReach, onBack, onNotAllowed }: SocketEvents): Client {
  let overdue: ReturnType<typeof setTimeout> | undefined;

  const client = createClient({
    url: `${location.origin.replace(/^http/, "ws")}/graphql`,
    keepAlive: beatMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    // Every page of a town that comes back after a restart would otherwise come back at once.
    retryWait: (retries) => wait(Math.min(longestWaitMs, 500 * 2 ** retries) * (0.5 + Math.random() / 2)),
    shouldRetry: (event) => !isRefusal(event),
    on: {
      connected: (_socket, _payload, wasRetry) => {
        onReach(true);
        if (wasRetry) onBack();
      },
      // A laptop that slept wakes up with a socket that looks open and is dead.
      ping: (received) => {
        if (!received) overdue = setTimeout(() => client.terminate(), patienceMs);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
      closed: (event) => {
        clearTimeout(overdue);
        // Without a subscription left it is closed from here, in order.
        onReach(event instanceof CloseEvent && event.wasClean);
        if (isRefusal(event)) onNotAllowed();
      },
    },
  });
  return client;
}

function isRefusal(event: unknown): boolean {
  const { code } = event as Partial<CloseEvent>;
  return code === closeCodes.notAuthenticated || code === closeCodes.notAllowed;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
