import { useTranslation } from "react-i18next";
import type { Access } from "../../generated/graphql.ts";
import { Icon } from "../../ui/icon.tsx";

interface Props {
  readonly access: Access;
}

/** How far I may go in a section, in words. */
export function AccessWords({ access }: Props) {
  const { t } = useTranslation();
  return (
    <span className="access-words">
      <Icon name={access === "EDIT" ? "pencil" : "locked"} className="icon-sm" />
      {t(`access.${access}`)}
    </span>
  );
}
