import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { BodyCodes } from "./body-codes.tsx";
import { BodyCombobox } from "./body-combobox.tsx";
import { foundWords } from "./found-words.ts";
import { type FoundBody, useFoundBodies } from "./use-found-bodies.ts";

/** Finds any body of Italy by its name or one of its codes, and shows its codes. */
export function BodySearch() {
  const { t } = useTranslation();
  const title = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<FoundBody | null>(null);
  const { found, isSettled } = useFoundBodies(chosen ? "" : typed);

  const type = (text: string) => {
    setTyped(text);
    setChosen(null);
  };
  const choose = (body: FoundBody) => {
    setTyped(body.name);
    setChosen(body);
  };
  return (
    <section className="aside-card" aria-labelledby={title}>
      <h2 className="aside-card-title" id={title}>
        {t("body.search")}
      </h2>
      <BodyCombobox labelledBy={title} typed={typed} found={found} onType={type} onChoose={choose} />
      <p role="status" className="visually-hidden">
        {isSettled && foundWords(found, t)}
      </p>
      {chosen && <BodyCodes body={chosen} />}
    </section>
  );
}
