import { Badge } from "design-react-kit";
import { useTranslation } from "react-i18next";

/** Says that the RTD has closed a shared section to writing. */
export function ClosedBadge({ isClosed }: { readonly isClosed: boolean }) {
  const { t } = useTranslation();
  if (!isClosed) return null;
  return (
    <Badge color="" className="state-badge state-badge-closed">
      {t("section.closed")}
    </Badge>
  );
}
