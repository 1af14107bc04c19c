import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SectionLineFragment } from "../../generated/graphql.ts";
import { sectionLabel } from "./section-label.ts";
import { SectionStanding } from "./section-standing.tsx";
import { StateBadges } from "./state-badges.tsx";

interface Props {
  readonly section: SectionLineFragment;
}

/** A section in a list. */
export function SectionRow({ section }: Props) {
  const { t } = useTranslation();
  return (
    <li className="section-row">
      <span className="section-row-label">{sectionLabel(section.code, t)}</span>
      <Link className="section-row-title" lang="it" to={`/sezioni/${section.id}`}>
        {section.title}
      </Link>
      <StateBadges section={section} />
      <SectionStanding section={section} />
    </li>
  );
}
