import { useTranslation } from "react-i18next";
import type { ObjectiveState } from "../../generated/graphql.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";

const icons: Readonly<Record<ObjectiveState, IconName>> = {
  ON_TRACK: "check-circle",
  LATE: "clock",
  MISSED: "close-circle",
  NOT_MEASURED: "minus-circle",
};

/** How an objective stands. The word says it; the drawing and the colour repeat it. */
export function ObjectiveStateBadge({ state }: { readonly state: ObjectiveState }) {
  const { t } = useTranslation();
  return (
    <span className={`objective-state objective-state-${state.toLowerCase()}`}>
      <Icon name={icons[state]} className="icon-sm" />
      {t(`measurement.state.${state}`)}
    </span>
  );
}
