import { useTranslation } from "react-i18next";

const lines = ["leave", "lists", "tables", "objectives", "marks", "blocks", "undo", "comment"] as const;

export function KeyboardHelp({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <details className="section-help">
      <summary>{t("editor.help.title")}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line} id={line === "leave" ? id : undefined}>
            {t(`editor.help.${line}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
