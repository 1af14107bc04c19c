import { Spinner } from "design-react-kit";
import { useTranslation } from "react-i18next";

/** Stands where something will be in a moment. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status">
      <Spinner active />
      <span>{t("site.loading")}</span>
    </div>
  );
}
