import { useTranslation } from "react-i18next";
import type { SectionLineFragment } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";
import { AccessWords } from "./access-words.tsx";
import { PresentPeople } from "./present-people.tsx";

interface Props {
  readonly section: SectionLineFragment;
}

/** How a section stands for me now: what I may do there, when it last changed, who is there. */
export function SectionStanding({ section }: Props) {
  const { t } = useTranslation();
  return (
    <span className="section-standing">
      <AccessWords access={section.myAccess} />
      <span>
        {t("section.updated")} <Moment iso={section.updatedAt} />
      </span>
      <PresentPeople present={section.present} />
    </span>
  );
}
