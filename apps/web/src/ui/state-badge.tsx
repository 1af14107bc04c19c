import type { State } from "@upiao/domain";
import { useTranslation } from "react-i18next";

/** The state of a section or of a plan, in words. */
export function StateBadge({ state }: { state: State }) {
  const { t } = useTranslation();
  return <span className={`state state-${state.toLowerCase()}`}>{t(`state.${state}`)}</span>;
}
