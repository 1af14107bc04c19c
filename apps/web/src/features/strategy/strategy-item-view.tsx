import { useTranslation } from "react-i18next";
import type { StrategyItemLineFragment } from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ToVerify } from "../../ui/to-verify.tsx";

/** The code and the words of an item of the Piano triennale, and whether somebody has verified them. */
export function StrategyItemTitle({ item }: { readonly item: StrategyItemLineFragment }) {
  return (
    <>
      <span className="strategy-code">{item.label}</span> <span lang="it">{item.title}</span>
      {!item.verified && (
        <>
          {" "}
          <ToVerify />
        </>
      )}
    </>
  );
}

/** What else is known of it: its term, whom it is for, its targets, where it stands. */
export function StrategyItemFacts({ item }: { readonly item: StrategyItemLineFragment }) {
  const { t } = useTranslation();
  const term = useTerm(item);
  const facts = [
    ...(term ? [{ name: t("strategy.term"), words: term }] : []),
    ...(item.binds ? [{ name: t("strategy.binds"), words: <span lang="it">{item.binds}</span> }] : []),
    ...item.targets.map(({ year, words }) => ({
      name: t("strategy.target", { year }),
      words: <span lang="it">{words}</span>,
    })),
  ];
  return (
    <>
      {facts.length > 0 && (
        <dl className="strategy-facts">
          {facts.map(({ name, words }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {item.isConditional && <p className="strategy-condition">{t("strategy.conditional")}</p>}
    </>
  );
}

/** The term in words: by when, from when on, or that it has none. */
export function useTerm({
  kind,
  dueOn,
  startsOn,
}: Pick<StrategyItemLineFragment, "kind" | "dueOn" | "startsOn">): string | null {
  const { t } = useTranslation();
  const language = useLanguage();
  if (dueOn) return t("strategy.due", { day: formatDay(dueOn, language) });
  if (startsOn) return t("strategy.starts", { day: formatDay(startsOn, language) });
  return kind === "ACTION_LINE" ? t("strategy.noTerm") : null;
}
