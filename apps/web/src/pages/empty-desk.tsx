import { Callout, CalloutText, CalloutTitle } from "design-react-kit";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MyselfFragment } from "../generated/graphql.ts";
import { bodyTitle } from "../ui/body-title.ts";

interface Props {
  readonly memberships: MyselfFragment["memberships"];
  readonly hasOffice: boolean;
  readonly hasSections: boolean;
}

/** Why something is not on the desk, and what to do meanwhile. */
export function EmptyDesk({ memberships, hasOffice, hasSections }: Props) {
  const { t } = useTranslation();
  const isOnlyAdmin = memberships.every(({ role }) => role === "ADMIN");
  const sentences = [
    !hasSections && (isOnlyAdmin ? t("desk.onlyAdmin") : t("desk.noSections")),
    !hasOffice && (hasSections ? t("desk.noOffice") : t("desk.noOfficeYet")),
  ].filter((sentence) => sentence !== false);
  return (
    <Callout className="note empty-desk">
      <CalloutTitle tag="p">{t(hasOffice ? "desk.emptyTitle" : "desk.noOfficeTitle")}</CalloutTitle>
      {sentences.map((sentence) => (
        <CalloutText key={sentence}>{sentence}</CalloutText>
      ))}
      {!hasSections && isOnlyAdmin && (
        <p>
          {memberships.map(({ body }) => (
            <Link key={body.id} className="btn btn-primary" to={`/enti/${body.id}/persone`}>
              {t("site.peopleOf", { body: bodyTitle(body, t) })}
            </Link>
          ))}
        </p>
      )}
    </Callout>
  );
}
