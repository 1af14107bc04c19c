import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { OpenProposalDocument, SectionProposalsDocument } from "../../generated/graphql.ts";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useForm } from "../../ui/use-form.ts";

const fields = ["title", "reason"] as const;

interface Props {
  readonly sectionId: string;
  readonly onOpened: (proposalId: string) => void;
}

/** Opens a proposal: what it is about, and why. */
export function OpenProposalForm({ sectionId, onOpened }: Props) {
  const { t } = useTranslation();
  const [open] = useMutation(OpenProposalDocument, {
    refetchQueries: [SectionProposalsDocument],
    awaitRefetchQueries: true,
  });
  const { onSubmit, faults, isSending } = useForm({
    fields,
    required: fields,
    place: ({ details }) => {
      const field = fields.find((name) => name === details.field);
      return field ? { field } : null;
    },
    send: async (words, form) => {
      const { data } = await open({ variables: { id: sectionId, ...words } });
      form.reset();
      if (data) onOpened(data.openProposal.id);
    },
  });
  const labels = { title: t("proposal.field.title"), reason: t("proposal.field.reason") };
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <Field name="title" label={labels.title} autoComplete="off" faults={faults} />
      <Field name="reason" label={labels.reason} autoComplete="off" faults={faults} />
      <button type="submit" className="btn btn-primary btn-xs" aria-disabled={isSending}>
        {t("proposal.open")}
      </button>
    </Form>
  );
}
