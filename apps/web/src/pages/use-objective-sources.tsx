import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { askOnce, type LinkChoice, type ObjectiveSources } from "../editor/objective/objective-sources.ts";
import { loadCallChoices, loadServiceChoices } from "../features/hub/load-choices.ts";
import { loadItemsOfSection } from "../features/strategy/load-items.ts";
import { ReuseDialog } from "../features/strategy/reuse-dialog.tsx";
import { ObjectiveOriginsDocument } from "../generated/graphql.ts";
import { formatDay } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { bodyTitle } from "../ui/body-title.ts";

/** What the objectives of a section's text can name, and where they come from. */
export function useObjectiveSources(sectionId: string, isShared: boolean): ObjectiveSources {
  const client = useApolloClient();
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(() => {
    const until = (day: string | null | undefined) =>
      day ? [t("strategy.due", { day: formatDay(day, language) })] : [];
    const loaders: Record<string, () => Promise<LinkChoice[]>> = {
      items: async () =>
        (await loadItemsOfSection(client, sectionId)).map(({ code, title, kind, dueOn, verified }) => ({
          ...{ code, title, isVerified: verified, isOffered: true },
          facts: [t(`strategy.kinds.${kind}`), ...until(dueOn)],
        })),
      service: async () =>
        (await loadServiceChoices(client)).map(({ code, title, kind, body }) => ({
          ...{ code, title, isVerified: true, isOffered: true },
          facts: [t(`hub.kind.${kind}`), bodyTitle(body, t)],
        })),
      call: async () =>
        (await loadCallChoices(client)).map(({ code, title, issuer, deadline, state, verified }) => ({
          ...{ code, title, isVerified: verified, isOffered: state !== "CLOSED" },
          facts: [issuer, t(`hub.callState.${state}`), ...until(deadline)],
        })),
    };
    return {
      isShared,
      choicesFor: askOnce((field) => loaders[field]!()),
      originOf: askOnce(async (id) => {
        const { data } = await client.query({ query: ObjectiveOriginsDocument, variables: { ids: [id] } });
        const origin = data?.objectiveOrigins[0];
        return origin ? { ...origin, title: origin.title ?? null } : null;
      }),
      renderReuse: (props) => <ReuseDialog sectionId={sectionId} {...props} />,
    };
  }, [client, sectionId, isShared, t, language]);
}
