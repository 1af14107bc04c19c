import { mayReadRegister, measuresPath } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MyselfFragment } from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { rolesByBody } from "./roles-by-body.ts";

interface Props {
  readonly memberships: MyselfFragment["memberships"];
}

/** The bodies for which I work, and as what. */
export function MyBodiesCard({ memberships }: Props) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <section className="aside-card" aria-labelledby={title}>
      <h2 className="aside-card-title" id={title}>
        {t("body.mine")}
      </h2>
      <ul className="aside-list">
        {rolesByBody(memberships).map(({ body, roles }) => (
          <li key={body.id}>
            <strong>{bodyTitle(body, t)}</strong>
            <span className="aside-list-more">{roles.map((role) => t(`role.${role}`)).join(", ")}</span>
            {mayReadRegister(
              body.id,
              roles.map((role) => ({ bodyId: body.id, role })),
            ) && (
              <Link className="aside-list-more" to={`/enti/${body.id}/registro`}>
                {t("audit.link")}
              </Link>
            )}
            {/* Who manages people reads no text, and no value. */}
            {roles.some((role) => role !== "ADMIN") && (
              <>
                <Link
                  className="aside-list-more"
                  to={`/enti/${body.id}/andamento`}
                  aria-label={t("body.overviewOf", { body: bodyTitle(body, t) })}
                >
                  {t("body.overview")}
                </Link>
                <Link
                  className="aside-list-more"
                  to={measuresPath(body.id)}
                  aria-label={t("measurement.title", { body: bodyTitle(body, t) })}
                >
                  {t("measurement.link")}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
