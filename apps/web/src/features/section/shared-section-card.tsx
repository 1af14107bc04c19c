import { Card } from "design-react-kit";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SectionLineFragment } from "../../generated/graphql.ts";
import { SectionStanding } from "./section-standing.tsx";
import { StateBadges } from "./state-badges.tsx";

interface Props {
  readonly section: SectionLineFragment;
}

/** A section that several bodies write together: the reason why the platform exists. */
export function SharedSectionCard({ section }: Props) {
  const { t } = useTranslation();
  const address = `/sezioni/${section.id}`;
  return (
    <Card tag="li" className="shared-section" border={false} shadow="sm">
      <p className="shared-section-owner" lang="it">
        {section.ownerName}
      </p>
      <h3 className="shared-section-title" lang="it">
        <Link to={address}>{section.title}</Link>
      </h3>
      <p className="shared-section-facts">
        <StateBadges section={section} />
        <SectionStanding section={section} />
      </p>
      {/* The title is a link already: this one is for who looks for a button. */}
      <Link className="btn btn-primary" to={address} aria-hidden="true" tabIndex={-1}>
        {t(section.myAccess === "EDIT" ? "section.write" : "section.read")}
      </Link>
    </Card>
  );
}
