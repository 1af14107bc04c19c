import { lastRoundBefore, roundDeadline } from "../measurement/round-deadline.ts";
import { dayInItaly } from "./digest-time.ts";
import type { NotificationKind } from "./notification-kind.ts";

/** The day that a notification speaks of (ISO 8601): of a measurement the end of the round that it was sent in, and of a plan its
 *  deadline. Undefined: it speaks of none. */
export function deadlineTold(
  { kind, at }: { readonly kind: NotificationKind; readonly at: Date },
  planDeadline: string | null,
): string | undefined {
  if (kind === "MEASUREMENT_DUE") return roundDeadline(lastRoundBefore(dayInItaly(at)));
  return planDeadline ?? undefined;
}
