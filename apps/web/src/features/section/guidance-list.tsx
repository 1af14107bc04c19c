import type { Guidance } from "@upiao/domain";
import { useTranslation } from "react-i18next";

/** What the law asks in this part of the plan. What nobody has verified says so. */
export function GuidanceList({ guidance }: { guidance: readonly Guidance[] }) {
  const { t } = useTranslation();
  if (guidance.length === 0) return null;
  return (
    <section className="guidance" aria-labelledby="guidance-title">
      <h2 id="guidance-title">{t("guidance.title")}</h2>
      {guidance.map((part) => (
        <div key={part.number}>
          <h3>
            {part.number} {part.title}
          </h3>
          <p>
            {part.content} {!part.contentVerified && <em className="to-verify">{t("guidance.toVerify")}</em>}
          </p>
          <p className="section-list__facts">
            {part.law} {!part.lawVerified && <em className="to-verify">{t("guidance.toVerify")}</em>}
          </p>
          <p className="section-list__facts">{t("guidance.owner", { owner: part.owner })}</p>
          {part.note && <p className="section-list__facts">{part.note}</p>}
        </div>
      ))}
    </section>
  );
}
