import type { Notification } from "@upiao/db";
import { calendarPath, isPlaceless, measuresPath, type Place, pathTo, remarksPath } from "@upiao/domain";
import type { FoundPlace } from "./find-place.ts";

/** The page's address of what a notification is about: of values that are owed the grid of their body, of what
 *  citizens say the page on which it is decided. Null where that may not be read any more. */
export function pathOf(
  notification: Place & Pick<Notification, "kind">,
  found: FoundPlace | null,
): string | null {
  if (isPlaceless(notification.kind)) return calendarPath;
  if (found === null) return null;
  if (found.plan !== null) {
    const { bodyId } = found.plan;
    if (notification.kind === "MEASUREMENT_DUE") return measuresPath(bodyId);
    if (notification.kind === "REMARK") return remarksPath(bodyId);
  }
  return pathTo(notification);
}
