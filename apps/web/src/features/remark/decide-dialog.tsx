import { useApolloClient, useMutation } from "@apollo/client/react";
import type { RemarkDecision } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import {
  AnswerRemarkDocument,
  DismissRemarkDocument,
  PublishRemarkDocument,
  RemarkDesksDocument,
  type RemarkLineFragment,
  RemarksDocument,
} from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { useForm } from "../../ui/use-form.ts";

export interface AskedDecision {
  readonly remark: RemarkLineFragment;
  readonly decision: RemarkDecision;
}

/** What is online is taken off, and not left unpublished. */
export function namedOf({ remark, decision }: AskedDecision): RemarkDecision | "WITHDRAW" {
  return decision === "DISMISS" && remark.state === "PUBLISHED" ? "WITHDRAW" : decision;
}

interface Props extends AskedDecision {
  readonly onDecided: (decision: RemarkDecision) => void;
  readonly onClose: () => void;
}

/** Asks what a decision on a remark needs, and takes it. */
export function DecideDialog({ remark, decision, onDecided, onClose }: Props) {
  const { t } = useTranslation();
  const name = namedOf({ remark, decision });
  return (
    <Dialog title={t(`remark.ask.${name}`)} onClose={onClose}>
      {(close) => (
        <DecideForm
          {...{ remark, decision }}
          onDone={(decided) => {
            close();
            if (decided) onDecided(decision);
          }}
        />
      )}
    </Dialog>
  );
}

interface FormProps extends AskedDecision {
  readonly onDone: (decided: boolean) => void;
}

function DecideForm({ remark, decision, onDone }: FormProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [publish] = useMutation(PublishRemarkDocument);
  const [answerIt] = useMutation(AnswerRemarkDocument);
  const [dismiss] = useMutation(DismissRemarkDocument);
  const { id, state: seen } = remark;
  const name = namedOf({ remark, decision });
  const words = decision === "DISMISS" ? "reason" : "answer";
  const reload = () => client.refetchQueries({ include: [RemarksDocument, RemarkDesksDocument] });
  const { onSubmit, faults, isSending } = useForm({
    fields: [words, "name"],
    required: decision === "PUBLISH" ? [] : [words],
    place: ({ code, details }) => {
      // Behind the dialog the page shows how it stands now.
      if (code === "REMARK_DECIDED") void reload();
      return details.field === words ? { field: words } : null;
    },
    send: async ({ [words]: text, name: showsName }) => {
      if (decision === "PUBLISH") {
        await publish({ variables: { id, answer: text || null, showsName: showsName === "on" } });
      } else if (decision === "ANSWER") await answerIt({ variables: { id, answer: text } });
      else await dismiss({ variables: { id, seen, reason: text } });
      await reload();
      onDone(true);
    },
  });
  const label = t(decision === "PUBLISH" ? "remark.optionalAnswer" : `remark.${words}`);
  return (
    <Form {...{ onSubmit, faults, labels: { [words]: label } }}>
      <p>{t(`remark.effect.${decision}`)}</p>
      <TextAreaField {...{ name: words, label, faults, rows: 6, lang: "it" }} />
      {decision === "PUBLISH" && remark.authorName !== null && (
        <p>
          <label>
            <input type="checkbox" name="name" /> {t("remark.showName", { name: remark.authorName })}
          </label>
        </p>
      )}
      <FormAnswers isSending={isSending} onCancel={() => onDone(false)}>
        {t(`remark.do.${name}`)}
      </FormAnswers>
    </Form>
  );
}
