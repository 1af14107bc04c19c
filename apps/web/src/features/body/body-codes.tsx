import { useId } from "react";
import { useTranslation } from "react-i18next";
import { bodyTitle } from "../../ui/body-title.ts";
import type { FoundBody } from "./use-found-bodies.ts";

/** What the registers know a body by. */
export function BodyCodes({ body }: { readonly body: FoundBody }) {
  const { t } = useTranslation();
  const title = useId();
  const lines = [
    ["kind", t(`body.type.${body.type}`)],
    ["province", body.provinceSign],
    ["istat", body.istatCode],
    ["ipa", body.ipaCode],
    ["cadastral", body.cadastralCode],
  ] as const;
  return (
    <div className="body-codes">
      <h3 id={title}>{bodyTitle(body, t)}</h3>
      <dl aria-labelledby={title}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`body.code.${name}`)}</dt>
            <dd>{value ?? t("body.none")}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
