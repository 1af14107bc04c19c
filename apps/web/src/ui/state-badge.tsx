import { Badge } from "design-react-kit";
import { useTranslation } from "react-i18next";
import type { State } from "../generated/graphql.ts";

interface Props {
  readonly state: State;
  /** Italian bends the word after what is in that state: una sezione inviata, un piano inviato. */
  readonly of: "section" | "plan";
}

/** Where a text stands in its life. The word says it; the colour only repeats it. */
export function StateBadge({ state, of }: Props) {
  const { t } = useTranslation();
  return (
    <Badge color="" className={`state-badge state-badge-${state.toLowerCase()}`}>
      {t(of === "plan" ? `planState.${state}` : `state.${state}`)}
    </Badge>
  );
}
