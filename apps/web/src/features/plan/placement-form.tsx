import { useMutation } from "@apollo/client/react";
import { placements } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PlanPageQuery, SetPlacementDocument } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";

interface Props {
  readonly plan: Pick<NonNullable<PlanPageQuery["plan"]>, "id" | "placement" | "placementNumber">;
}

/** Chooses where the plan carries the digital strategy. */
export function PlacementForm({ plan }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("plan.place.change")}
      </button>
      {isOpen && (
        <Dialog title={t("plan.place.title")} onClose={() => setOpen(false)}>
          {(close) => <Fields plan={plan} onDone={close} />}
        </Dialog>
      )}
    </>
  );
}

function Fields({ plan, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [place] = useMutation(SetPlacementDocument);
  const labels = { placement: t("plan.placement"), number: t("plan.place.number") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["placement", "number"],
    required: ["placement"],
    place: ({ details }) => (details.field === "number" ? { field: "number" } : null),
    send: async ({ placement, number }) => {
      const chosen = placements.find((one) => one === placement) ?? plan.placement;
      await place({ variables: { id: plan.id, placement: chosen, number: number.trim() || null } });
      onDone();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <p>{t("plan.place.intro")}</p>
      <SelectField
        name="placement"
        label={labels.placement}
        defaultValue={plan.placement}
        options={placements.map((placement) => ({
          value: placement,
          words: t(`plan.placements.${placement}`),
        }))}
        faults={faults}
      />
      <Field
        name="number"
        label={labels.number}
        hint={t("plan.place.numberHint")}
        defaultValue={plan.placementNumber ?? ""}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onDone}>
        {t("plan.place.save")}
      </FormAnswers>
    </Form>
  );
}
