import { useTranslation } from "react-i18next";
import type { SectionLineFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";

interface Props {
  readonly present: SectionLineFragment["present"];
}

/** Who has a section open now; nothing when nobody has. */
export function PresentPeople({ present }: Props) {
  const { t } = useTranslation();
  const list = new Intl.ListFormat(useLanguage());
  if (present.length === 0) return null;
  const names = present.map(({ name, bodyName }) => `${name} (${bodyName})`);
  return (
    <span className="present-people">
      <span className="present-people-dot" aria-hidden="true" />
      {t("section.present", { people: list.format(names) })}
    </span>
  );
}
