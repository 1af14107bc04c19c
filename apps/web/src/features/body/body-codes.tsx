import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { endedWords } from "./ended-words.ts";
import type { FoundBody } from "./use-found-bodies.ts";

/** What the registers know a body by. */
export function BodyCodes({ body }: { readonly body: FoundBody }) {
  const { t } = useTranslation();
  const language = useLanguage();
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
      {body.endedOn && <p>{endedWords(body, t, language)}</p>}
      <dl aria-labelledby={title}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`body.code.${name}`)}</dt>
            <dd>{value ?? t("body.none")}</dd>
          </div>
        ))}
        {body.formerNames.length > 0 && (
          <div>
            <dt>{t("body.former")}</dt>
            <dd lang="it">{body.formerNames.join(", ")}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
