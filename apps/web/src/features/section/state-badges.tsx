import type { SectionLineFragment } from "../../generated/graphql.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ClosedBadge } from "./closed-badge.tsx";

interface Props {
  readonly section: Pick<SectionLineFragment, "state" | "closed">;
}

/** Where a section is in its life, and whether it is closed meanwhile. */
export function StateBadges({ section }: Props) {
  return (
    <span className="state-badges">
      <StateBadge of="section" state={section.state} />
      <ClosedBadge isClosed={section.closed} />
    </span>
  );
}
