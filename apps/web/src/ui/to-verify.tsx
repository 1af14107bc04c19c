import { useTranslation } from "react-i18next";

/** Marks what nobody has verified, so that nobody takes it for the law. */
export function ToVerify() {
  const { t } = useTranslation();
  return <span className="to-verify">{t("guidance.toVerify")}</span>;
}
