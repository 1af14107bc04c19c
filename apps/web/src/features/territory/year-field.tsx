import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../ui/choice-field.tsx";

interface Props {
  readonly year: number;
  readonly onChoose: (year: number) => void;
}

/** The years around today: plans hold for three, and their measurements come after. */
export function YearField({ year, onChoose }: Props) {
  const { t } = useTranslation();
  const now = new Date().getFullYear();
  const years = [...new Set([year, ...Array.from({ length: 6 }, (_, index) => now + 2 - index)])].sort();
  return (
    <ChoiceField
      label={t("territory.year")}
      value={year}
      options={years.map((one) => ({ value: one, words: one }))}
      onChoose={onChoose}
    />
  );
}
