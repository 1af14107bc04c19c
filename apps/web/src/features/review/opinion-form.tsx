import { useMutation } from "@apollo/client/react";
import { type Verdict, verdicts } from "@upiao/domain";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type BodyNameFragment,
  GiveOpinionDocument,
  type OpinionLineFragment,
  SectionOpinionsDocument,
} from "../../generated/graphql.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly sectionId: string;
  readonly version: { readonly id: string; readonly number: number; readonly at: string };
  /** Those for whose control this person may give it. */
  readonly bodies: readonly [BodyNameFragment, ...BodyNameFragment[]];
  readonly onGiven: (opinion: OpinionLineFragment) => void;
}

interface Asked {
  readonly verdict: Verdict;
  readonly body: BodyNameFragment;
  readonly answer: (isSure: boolean) => void;
}

/** An opinion on the last frozen version. It is an act, so what it will be is shown once more before it is recorded. */
export function OpinionForm({ sectionId, version, bodies, onGiven }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [give] = useMutation(GiveOpinionDocument, {
    refetchQueries: [{ query: SectionOpinionsDocument, variables: { id: sectionId } }],
    awaitRefetchQueries: true,
  });
  const isSure = (verdict: Verdict, body: BodyNameFragment) =>
    new Promise<boolean>((answer) => setAsked({ verdict, body, answer }));

  const { onSubmit, faults, isSending } = useForm({
    fields: ["body", "verdict", "text"],
    required: ["verdict", "text"],
    place: ({ code, details }) =>
      code === "REASON_NEEDED" ? { field: "text" } : details.field === "text" ? { field: "text" } : null,
    send: async ({ body: bodyId, verdict, text }, form) => {
      const body = bodies.find(({ id }) => id === bodyId) ?? bodies[0];
      if (!(await isSure(verdict as Verdict, body))) return;
      const variables = { versionId: version.id, bodyId: body.id, verdict: verdict as Verdict, text };
      const { data } = await give({ variables });
      form.reset();
      if (data) onGiven(data.giveOpinion);
    },
  });
  const labels = {
    body: t("review.forBody"),
    verdict: t("review.verdictLabel"),
    text: t("review.opinionText"),
  };
  const settle = (sure: boolean) => {
    asked?.answer(sure);
    setAsked(null);
  };
  return (
    <section aria-labelledby={title} className="opinion-form">
      <h3 id={title}>{t("review.give", { number: version.number })}</h3>
      <p>{t("review.giveOn", { moment: formatMoment(version.at, language) })}</p>
      <Form {...{ onSubmit, faults, labels }}>
        {bodies.length > 1 && (
          <SelectField
            name="body"
            label={labels.body}
            options={bodies.map((body) => ({ value: body.id, words: bodyTitle(body, t) }))}
            faults={faults}
          />
        )}
        <SelectField
          name="verdict"
          label={labels.verdict}
          options={[
            { value: "", words: t("review.chooseVerdict") },
            ...verdicts.map((verdict) => ({ value: verdict, words: t(`review.verdict.${verdict}`) })),
          ]}
          faults={faults}
        />
        <TextAreaField
          name="text"
          label={labels.text}
          hint={t("review.opinionHint")}
          rows={5}
          lang="it"
          faults={faults}
        />
        <button type="submit" className="btn btn-primary" aria-disabled={isSending}>
          {t("review.record")}
        </button>
      </Form>
      {asked && (
        <ConfirmDialog
          question={t("review.recordAsk")}
          effect={t("review.recordEffect", {
            verdict: t(`review.verdict.${asked.verdict}`),
            number: version.number,
            body: bodyTitle(asked.body, t),
          })}
          answer={t("review.record")}
          onConfirm={() => settle(true)}
          onClose={() => settle(false)}
        />
      )}
    </section>
  );
}
