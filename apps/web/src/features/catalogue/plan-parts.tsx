import { planForms } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { CataloguePageQuery, PlanForm } from "../../generated/graphql.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { ToVerify } from "../../ui/to-verify.tsx";

export type CataloguePart = CataloguePageQuery["catalogue"]["parts"][number];
type Adoption = CataloguePageQuery["catalogue"]["adoptions"][number];
type Need = CataloguePart["needs"][number];

interface Props {
  readonly parts: readonly CataloguePart[];
  readonly adoptions: readonly Adoption[];
  /** Null: both. */
  readonly form: PlanForm | null;
  readonly onForm: (form: PlanForm | null) => void;
}

/** The sections of the PIAO as each form of the plan asks for them, and who adopts the plan of which kind of body. */
export function PlanParts({ parts, adoptions, form, onForm }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField<PlanForm | null>
        className="review-filter"
        label={t("catalogue.form")}
        value={form}
        options={[
          { value: null, words: t("catalogue.allForms") },
          ...planForms.map((one) => ({ value: one, words: t(`catalogue.forms.${one}`) })),
        ]}
        onChoose={onForm}
      />
      <ul className="strategy-items">
        {parts.map((part) => (
          <li key={part.number}>
            <Part part={part} needs={part.needs.filter((need) => form === null || need.form === form)} />
          </li>
        ))}
      </ul>
      <StackingTable<Adoption>
        caption={t("catalogue.adoptions")}
        rows={adoptions}
        keyOf={({ bodyType }) => bodyType}
        columns={[
          { key: "body", words: t("catalogue.body"), cell: ({ bodyType }) => t(`body.type.${bodyType}`) },
          {
            key: "organ",
            words: t("catalogue.organ"),
            cell: ({ organ, verified }) => <Claim words={organ} verified={verified} />,
          },
          { key: "act", words: t("catalogue.act"), cell: ({ act }) => <span lang="it">{act}</span> },
          {
            key: "source",
            words: t("catalogue.source"),
            cell: ({ source }) => (source ? <span lang="en">{source}</span> : "–"),
          },
        ]}
      />
    </>
  );
}

function Part({ part, needs }: { readonly part: CataloguePart; readonly needs: readonly Need[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>
        <span className="strategy-code">{part.number}</span> <span lang="it">{part.title}</span>
      </h3>
      <dl className="strategy-facts">
        {needs.map((need) => (
          <div key={need.form}>
            <dt>{t(`plan.forms.${need.form}`)}</dt>
            <dd>
              <NeedWords need={need} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("catalogue.content")}</dt>
          <dd>
            <Claim words={part.content} verified={part.contentVerified} />
          </dd>
        </div>
        <div>
          <dt>{t("catalogue.law")}</dt>
          <dd>
            <Claim words={part.law} verified={part.lawVerified} />
          </dd>
        </div>
        <div>
          <dt>{t("catalogue.owner")}</dt>
          <dd lang="it">{part.owner}</dd>
        </div>
        <div>
          <dt>{t("catalogue.source")}</dt>
          <dd lang="en">{part.source}</dd>
        </div>
      </dl>
      {part.note && (
        <p className="strategy-condition" lang="it">
          {part.note}
        </p>
      )}
    </>
  );
}

function NeedWords({ need: { isRequired, onlyIn, verified } }: { readonly need: Need }) {
  const { t } = useTranslation();
  const words = onlyIn
    ? t("catalogue.need.part", { onlyIn })
    : t(isRequired ? "catalogue.need.yes" : "catalogue.need.no");
  return (
    <>
      {words} {!verified && <ToVerify />}
    </>
  );
}

function Claim({ words, verified }: { readonly words: string; readonly verified: boolean }) {
  return (
    <>
      <span lang="it">{words}</span> {!verified && <ToVerify />}
    </>
  );
}
