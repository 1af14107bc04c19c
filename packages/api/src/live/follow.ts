import { Repeater } from "@graphql-yoga/subscription";
import type { News } from "@upiao/bus";
import type { Viewer } from "@upiao/identity";
import type { Context } from "../context.ts";
import { Bell } from "./bell.ts";
import { onRights } from "./on-rights.ts";

export interface Following<Event> {
  readonly sectionIds: readonly string[];
  /** Beside the rights, what else may have something to tell. */
  readonly alsoOn?: (ring: () => void) => () => void;
  /** What is to be told now; throws a `Refusal` when this person may no longer know. */
  readonly look: (viewer: Viewer) => Promise<Iterable<Event>>;
}

/** The events of a subscription. It looks at the rights anew at each piece of news on which they may rest, and
 *  ends with the refusal when they are gone. */
export function follow<Event>(
  context: Context,
  { sectionIds, alsoOn, look }: Following<Event>,
): Repeater<Event> {
  const { userId, sessionId } = context.signedIn;
  const { bus } = context.parts;
  const concerns = (news: News["rights"]) =>
    news.userId === userId ||
    news.sessionId === sessionId ||
    (news.sectionId !== undefined && sectionIds.includes(news.sectionId)) ||
    // Which sections hang on a plan or an office may be what has changed.
    news.planId !== undefined ||
    news.officeId !== undefined;

  return new Repeater<Event>(async (push, stop) => {
    const bell = new Bell();
    let stopped = false;
    void stop.then(() => {
      stopped = true;
      bell.ring();
    });
    const ends = [
      onRights(bus, (news) => {
        if (news === null || concerns(news)) bell.ring();
      }),
      ...(alsoOn ? [alsoOn(bell.ring)] : []),
    ];
    try {
      while (!stopped) {
        for (const event of await look(await context.renew())) {
          await push(event);
          // Something may have been lost while a slow reader took this one: look again before the next.
          if (bell.rung) break;
        }
        await bell.next();
      }
    } finally {
      for (const end of ends) end();
    }
  });
}
