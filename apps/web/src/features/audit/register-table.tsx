import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RegisterPageQuery } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";

interface Props {
  readonly caption: string;
  readonly lines: RegisterPageQuery["register"]["lines"];
}

/** What was done, line by line, the newest first. */
export function RegisterTable({ caption, lines }: Props) {
  const { t } = useTranslation();
  return (
    <div className="register-table">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("audit.place")}</th>
            <th scope="col">{t("audit.at")}</th>
            <th scope="col">{t("audit.by")}</th>
            <th scope="col">{t("audit.what")}</th>
            <th scope="col">{t("audit.section")}</th>
            <th scope="col">{t("audit.hash")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ place, at, byName, action, section, hash }) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              <td>
                <Moment iso={at} />
              </td>
              {/* Of the operator, who has no account, the register has no name. */}
              <td>{byName || t("audit.operator")}</td>
              <td>{t(`audit.action.${action.replace(".", "_")}`)}</td>
              <td lang="it">{section && <Link to={`/sezioni/${section.id}`}>{section.title}</Link>}</td>
              <td>
                <code title={hash}>{hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
