import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import {
  SharedSectionsDocument,
  type SharedSectionsQuery,
  StartSharedSectionDocument,
} from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { FormAnswers } from "../../ui/form-answers.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { yearsToStart } from "../../ui/years-to-start.ts";

type SharedSection = SharedSectionsQuery["sections"]["edges"][number]["node"];

interface Props {
  readonly officeId: string;
}

/** Begins the strategy that the bodies of the office share in a triennium. */
export function StartStrategyButton({ officeId }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(SharedSectionsDocument, { skip: !isOpen, fetchPolicy: "network-only" });
  const sections = data?.sections.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => setOpen(true)}>
        {t("office.start.open")}
      </button>
      {isOpen && data && (
        <Dialog title={t("office.start.title")} onClose={() => setOpen(false)}>
          {(close) => (
            <Fields
              officeId={officeId}
              sections={sections.filter(({ office }) => office?.id === officeId)}
              onStop={close}
            />
          )}
        </Dialog>
      )}
    </>
  );
}

interface FieldsProps extends Props {
  /** Those of the office, of all years. */
  readonly sections: readonly SharedSection[];
  readonly onStop: () => void;
}

function Fields({ officeId, sections, onStop }: FieldsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [start] = useMutation(StartSharedSectionDocument);
  const years = yearsToStart(sections, new Date().getFullYear());
  const [firstYear, setFirstYear] = useState(years[0]!);
  const earlier = sections
    .filter((section) => section.firstYear < firstYear)
    .toSorted((one, other) => other.firstYear - one.firstYear);
  const labels = { firstYear: t("plan.start.years"), fromSectionId: t("office.start.from") };
  const { onSubmit, faults, isSending } = useForm({
    fields: ["firstYear", "fromSectionId"],
    required: [],
    place: ({ code }) =>
      code === "ALREADY_EXISTS" ? { field: "firstYear", sentence: t("office.start.exists") } : null,
    send: async ({ fromSectionId }) => {
      const variables = { officeId, firstYear, fromSectionId: fromSectionId || null };
      const { data } = await start({ variables });
      await navigate(`/sezioni/${data!.startSharedSection.id}`);
      onStop();
    },
  });
  return (
    <Form {...{ onSubmit, faults, labels }}>
      <p>{t("office.start.intro")}</p>
      <SelectField
        name="firstYear"
        label={labels.firstYear}
        options={years.map((year) => ({ value: String(year), words: yearsFrom(year) }))}
        faults={faults}
        onChoose={(year) => setFirstYear(Number(year))}
      />
      <SelectField
        key={firstYear}
        name="fromSectionId"
        label={labels.fromSectionId}
        hint={t("office.start.fromHint")}
        // The latest one is what most offices go on from.
        defaultValue={earlier[0]?.id}
        options={[
          { value: "", words: t("office.start.fromNothing") },
          ...earlier.map(({ id, title, firstYear: year }) => ({
            value: id,
            words: `${yearsFrom(year)}, ${title}`,
          })),
        ]}
        faults={faults}
      />
      <FormAnswers isSending={isSending} onCancel={onStop}>
        {t("office.start.do")}
      </FormAnswers>
    </Form>
  );
}

function yearsFrom(firstYear: number): string {
  return `${firstYear}–${firstYear + 2}`;
}
