import type { Bus } from "@upiao/bus";
import type { Proposal } from "@upiao/db";

/** After the commit. */
export function tellOfProposal(bus: Bus, { sectionId, id }: Pick<Proposal, "sectionId" | "id">): void {
  bus.publish("review", { sectionId, what: "proposal", id });
}
