import type { Bus } from "@upiao/bus";
import type { Version } from "@upiao/db";

/** After the commit. */
export function tellOfVersion(bus: Bus, { sectionId, id }: Pick<Version, "sectionId" | "id">): void {
  bus.publish("review", { sectionId, what: "version", id });
}
