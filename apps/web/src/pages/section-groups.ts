import type { DeskSectionsQuery } from "../generated/graphql.ts";

export type DeskSection = DeskSectionsQuery["sections"]["edges"][number]["node"];

export interface PlanGroup {
  readonly plan: NonNullable<DeskSection["plan"]>;
  readonly sections: DeskSection[];
}

export interface SectionGroups {
  readonly shared: readonly DeskSection[];
  /** By plan: those of my bodies, and those that other bodies have handed in for review. */
  readonly own: readonly PlanGroup[];
  readonly handedIn: readonly PlanGroup[];
}

/** The sections as the desk shows them. Within a group they stay in the order of the server. */
export function groupSections(sections: readonly DeskSection[], myBodyIds: readonly string[]): SectionGroups {
  const byPlan = new Map<string, PlanGroup>();
  for (const section of sections) {
    const { plan } = section;
    if (!plan) continue;
    const group = byPlan.get(plan.id) ?? { plan, sections: [] };
    group.sections.push(section);
    byPlan.set(plan.id, group);
  }
  const groups = [...byPlan.values()];
  const isOwn = ({ plan }: PlanGroup) => myBodyIds.includes(plan.body.id);
  return {
    shared: sections.filter((section) => section.shared),
    own: groups.filter(isOwn),
    handedIn: groups.filter((group) => !isOwn(group)),
  };
}
