import type { Heat } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { percentOf } from "./figures.ts";

interface Props {
  readonly heat: Heat;
  readonly progress: number | null;
  /** Only the figure: the class is said elsewhere in the row. */
  readonly isShort?: boolean;
}

/** A progress by its colour and its figure, and in full also by its word: no meaning hangs on the colour. */
export function HeatMark({ heat, progress, isShort = false }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kind = heat.toLowerCase().replaceAll("_", "-");
  return (
    <span className={`heat heat-${kind}`}>
      <strong>{percentOf(progress, language)}</strong>
      {!isShort && <span> {t(`territory.heat.${heat}`)}</span>}
    </span>
  );
}
