import { dayInItaly } from "@upiao/domain";
import type { NotificationLineFragment } from "../../generated/graphql.ts";

export interface Day {
  /** ISO 8601. */
  readonly day: string;
  readonly notifications: readonly NotificationLineFragment[];
}

/** What comes in order of time, by the days of Italy. */
export function byDay(notifications: readonly NotificationLineFragment[]): Day[] {
  const days: { day: string; notifications: NotificationLineFragment[] }[] = [];
  for (const notification of notifications) {
    const day = dayInItaly(new Date(notification.at));
    const last = days.at(-1);
    if (last?.day === day) last.notifications.push(notification);
    else days.push({ day, notifications: [notification] });
  }
  return days;
}
