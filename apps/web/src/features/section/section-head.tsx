import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MyselfFragment, SectionPageQuery } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { AccessWords } from "./access-words.tsx";
import { ClosingButton } from "./closing-button.tsx";
import { sectionLabel } from "./section-label.ts";
import { StateBadges } from "./state-badges.tsx";

interface Props {
  readonly section: NonNullable<SectionPageQuery["section"]>;
  readonly memberships: MyselfFragment["memberships"];
}

/** What a section is and how it stands, in few lines: the screen is for its text. */
export function SectionHead({ section, memberships }: Props) {
  const { t } = useTranslation();
  return (
    <div className="section-head">
      <PageHeading title={section.title} lang="it" className="section-head-title" />
      <p className="section-head-facts">
        <span className="section-head-label">{sectionLabel(section.code, t)}</span>
        <StateBadges section={section} />
        <AccessWords access={section.myAccess} />
        <span>
          {t("section.updated")} <Moment iso={section.updatedAt} />
        </span>
        {section.myAccess === "EDIT" && <Link to={`/sezioni/${section.id}/importa`}>{t("import.open")}</Link>}
      </p>
      <ClosingButton section={section} memberships={memberships} />
    </div>
  );
}
