import type { Notification } from "@upiao/db";
import { measuresPath, type Place, pathTo } from "@upiao/domain";
import type { FoundPlace } from "./find-place.ts";

/** The page's address of what a notification is about: of values that are owed the grid of their body. */
export function pathOf(notification: Place & Pick<Notification, "kind">, found: FoundPlace): string {
  const isOfMeasures = notification.kind === "MEASUREMENT_DUE" && found.plan !== null;
  return isOfMeasures ? measuresPath(found.plan.bodyId) : pathTo(notification);
}
