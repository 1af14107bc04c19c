import { useMutation, useQuery } from "@apollo/client/react";
import { kindNames, mailChoices } from "@upiao/domain";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  type MailChoice,
  MailPreferencesDocument,
  type NotificationKind,
  SetNotificationChoiceDocument,
} from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";

/** How I have each kind of notification mailed. */
export function MailPreferences() {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const sentence = useProblemSentence();
  const { data, error } = useQuery(MailPreferencesDocument, { fetchPolicy: "cache-and-network" });
  const [choose] = useMutation(SetNotificationChoiceDocument);
  const [outcome, setOutcome] = useState<{ readonly isDone: boolean; readonly words: string } | null>(null);

  const change = async (kind: NotificationKind, mail: MailChoice) => {
    setOutcome(null);
    try {
      await choose({ variables: { kind, mail } });
      const words = t("notification.chosen", {
        kind: kindNames[kind][language],
        mail: t(`notification.mail.${mail}`),
      });
      setOutcome({ isDone: true, words });
    } catch (failure) {
      setOutcome({ isDone: false, words: sentence(problemOf(failure)) });
    }
  };
  return (
    <section aria-labelledby={title} className="form-panel mail-preferences">
      <h2 id={title}>{t("notification.preferences")}</h2>
      <p>{t("notification.preferencesIntro")}</p>
      {error && !data && <Notice kind="danger">{sentence(problemOf(error))}</Notice>}
      {!data && !error && <Loading />}
      {data && (
        <table className="table">
          <caption className="visually-hidden">{t("notification.preferences")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("notification.kind")}</th>
              <th scope="col">{t("notification.onSite")}</th>
              <th scope="col">{t("notification.byMail")}</th>
            </tr>
          </thead>
          <tbody>
            {data.myMailPreferences.map(({ kind, mail }) => (
              <tr key={kind}>
                <th scope="row" id={`${title}-${kind}`}>
                  {kindNames[kind][language]}
                </th>
                <td>{t("notification.always")}</td>
                <td>
                  <ChoiceField<MailChoice>
                    className="mail-choice"
                    label={t("notification.mailOf", { kind: kindNames[kind][language] })}
                    isLabelHidden
                    value={mail}
                    options={mailChoices.map((choice) => ({
                      value: choice,
                      words: t(`notification.mail.${choice}`),
                    }))}
                    onChoose={(choice) => void change(kind, choice)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div role="status">{outcome?.isDone && <Notice kind="success">{outcome.words}</Notice>}</div>
      {outcome && !outcome.isDone && (
        <Notice kind="danger" role="alert">
          {outcome.words}
        </Notice>
      )}
    </section>
  );
}
