import { useMutation } from "@apollo/client/react";
import { type PlanForm, planForms } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type PlanCoverFragment, StartPlanDocument } from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { planTitle } from "../../ui/plan-title.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { yearsToStart } from "../../ui/years-to-start.ts";
import { PlanPreview } from "./plan-preview.tsx";
import type { StartProps } from "./start-plan-button.tsx";

interface Props extends StartProps {
  readonly plans: readonly PlanCoverFragment[];
  readonly onStop: () => void;
}

/** What a new plan is, and what it will have; nothing is made before it was seen. */
export function StartPlanForm({ bodies, plans, from, onStop }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [start] = useMutation(StartPlanDocument);
  const [bodyId, setBodyId] = useState(from?.body.id ?? bodies[0]!.id);
  const own = plans.filter(({ body }) => body.id === bodyId);
  const years = yearsToStart(own, new Date().getFullYear());
  const [chosenYear, setYear] = useState<number | null>(null);
  const firstYear = years.find((year) => year === chosenYear) ?? years[0]!;
  const earlier = own.filter((plan) => plan.firstYear < firstYear);
  const [chosenFrom, setFrom] = useState<string | null>(from?.id ?? null);
  // The latest one is what most bodies go on from.
  const suggested = earlier.find(({ id }) => id === chosenFrom) ?? earlier[0];
  const fromPlanId = chosenFrom === "" ? null : (suggested?.id ?? null);
  const [form, setForm] = useState<PlanForm>("FULL");
  const labels = {
    bodyId: t("plan.start.body"),
    firstYear: t("plan.start.years"),
    form: t("plan.form"),
    fromPlanId: t("plan.start.from"),
  };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["bodyId", "firstYear", "form", "fromPlanId"],
    required: [],
    place: ({ code }) =>
      code === "ALREADY_EXISTS" ? { field: "firstYear", sentence: t("plan.start.exists") } : null,
    send: async () => {
      const { data } = await start({ variables: { bodyId, firstYear, form, fromPlanId } });
      await navigate(`/piani/${data!.startPlan.id}`);
      onStop();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      {bodies.length > 1 && !from && (
        <SelectField
          name="bodyId"
          label={labels.bodyId}
          defaultValue={bodyId}
          options={bodies.map((body) => ({ value: body.id, words: bodyTitle(body, t) }))}
          faults={faults}
          onChoose={setBodyId}
        />
      )}
      <SelectField
        key={`${bodyId} years`}
        name="firstYear"
        label={labels.firstYear}
        defaultValue={String(firstYear)}
        options={years.map((year) => ({ value: String(year), words: `${year}–${year + 2}` }))}
        faults={faults}
        onChoose={(year) => setYear(Number(year))}
      />
      <SelectField
        name="form"
        label={labels.form}
        hint={t("plan.start.formHint")}
        options={planForms.map((one) => ({ value: one, words: t(`plan.forms.${one}`) }))}
        faults={faults}
        onChoose={(one) => setForm(planForms.find((known) => known === one) ?? form)}
      />
      <SelectField
        key={`${bodyId} ${firstYear} from`}
        name="fromPlanId"
        label={labels.fromPlanId}
        hint={t("plan.start.fromHint")}
        defaultValue={fromPlanId ?? ""}
        options={[
          { value: "", words: t("plan.start.fromNothing") },
          ...earlier.map((plan) => ({ value: plan.id, words: planTitle(plan, t) })),
        ]}
        faults={faults}
        onChoose={setFrom}
      />
      <PlanPreview asked={{ bodyId, firstYear, form, fromPlanId }} />
      <FormAnswers isSending={isSending} onCancel={onStop}>
        {t("plan.start.do")}
      </FormAnswers>
    </Form>
  );
}
