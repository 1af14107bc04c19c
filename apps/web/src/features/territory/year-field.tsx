import { useId } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly year: number;
  readonly onChoose: (year: number) => void;
}

/** The years around today: plans hold for three, and their measurements come after. */
export function YearField({ year, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const now = new Date().getFullYear();
  const years = [...new Set([year, ...Array.from({ length: 6 }, (_, index) => now + 2 - index)])].sort();
  return (
    <div className="field">
      <label htmlFor={id}>{t("territory.year")}</label>
      <select
        id={id}
        className="form-select"
        value={year}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
