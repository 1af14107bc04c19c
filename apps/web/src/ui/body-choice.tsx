import { useTranslation } from "react-i18next";
import type { BodyNameFragment } from "../generated/graphql.ts";
import { bodyTitle } from "./body-title.ts";
import { ChoiceField } from "./choice-field.tsx";

interface Props {
  readonly bodies: readonly BodyNameFragment[];
  /** Null: all of them. */
  readonly value: string | null;
  readonly onChoose: (bodyId: string | null) => void;
  readonly className?: string;
}

/** Which body's rows a page shows. */
export function BodyChoice({ bodies, ...choice }: Props) {
  const { t } = useTranslation();
  return (
    <ChoiceField<string | null>
      label={t("body.choice")}
      options={[
        { value: null, words: t("body.all") },
        ...bodies.map((body) => ({ value: body.id, words: bodyTitle(body, t) })),
      ]}
      {...choice}
    />
  );
}
