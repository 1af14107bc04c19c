import { useTranslation } from "react-i18next";

interface Props {
  readonly edition: { readonly code: string; readonly note: string | null };
}

/** What is known to be missing from an edition: who reads its terms has to know that later ones may have moved them. Its file says
 *  it in English; the words of the page come first. */
export function EditionNote({ edition }: Props) {
  const { t, i18n } = useTranslation();
  const key = `strategy.lacks.of_${edition.code.replaceAll("-", "_")}`;
  if (i18n.exists(key)) return <p className="strategy-edition">{t(key)}</p>;
  if (edition.note === null) return null;
  return (
    <p className="strategy-edition" lang="en">
      {edition.note}
    </p>
  );
}
