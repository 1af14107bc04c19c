import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SectionPageQuery } from "../../generated/graphql.ts";
import { ToVerify } from "../../ui/to-verify.tsx";

type Part = NonNullable<SectionPageQuery["section"]>["guidance"][number];

interface Props {
  readonly parts: readonly Part[];
}

/** What the law asks where this section is written. What nobody has verified says so. */
export function Guidance({ parts }: Props) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <section className="guidance" aria-labelledby={title}>
      <h2 id={title}>{t(parts.length > 1 ? "guidance.titleOfMany" : "guidance.title")}</h2>
      {parts.length === 0 && <p>{t("guidance.none")}</p>}
      {parts.map((part) => (
        <details key={part.number} open={parts.length === 1}>
          <summary lang="it">
            {part.number} {part.title}
          </summary>
          <PartGuidance part={part} />
        </details>
      ))}
    </section>
  );
}

function PartGuidance({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  return (
    <dl>
      <dt>
        {t("guidance.content")} {!part.contentVerified && <ToVerify />}
      </dt>
      <dd lang="it">{part.content}</dd>
      <dt>
        {t("guidance.law")} {!part.lawVerified && <ToVerify />}
      </dt>
      <dd lang="it">{part.law}</dd>
      <dt>{t("guidance.owner")}</dt>
      <dd lang="it">{part.owner}</dd>
      {part.note && (
        <>
          <dt>{t("guidance.note")}</dt>
          <dd lang="it">{part.note}</dd>
        </>
      )}
    </dl>
  );
}
