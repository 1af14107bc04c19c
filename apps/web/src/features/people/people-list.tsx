import { sentenceOf, whyNotChangeRole } from "@upiao/domain";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BodyPersonFragment, MyselfFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Colleague, colleaguesOf } from "./colleagues.ts";
import { disablingOf, enablingOf, type PeopleChange, removalOf } from "./people-change.ts";
import { PersonRow } from "./person-row.tsx";
import { type Outcome, usePeopleChange } from "./use-people-change.ts";

interface Props {
  readonly bodyId: string;
  readonly people: readonly BodyPersonFragment[];
  readonly me: MyselfFragment;
}

/** Who works for a body, and the ways to take a role away and to shut somebody out. */
export function PeopleList({ bodyId, people, me }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const [asked, setAsked] = useState<PeopleChange | null>(null);
  const { make, outcome } = usePeopleChange(bodyId);

  const refusalOf = ({ id, posts }: Colleague) => {
    const change = { bodyId, role: posts[0]!.role, userId: id, byUserId: me.id };
    const code = whyNotChangeRole(
      change,
      me.memberships.map(({ role, body }) => ({ role, bodyId: body.id })),
    );
    return code && sentenceOf(code, {}, language);
  };
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{t("people.list")}</h2>
      {outcome && <OutcomeNotice outcome={outcome} />}
      <ul className="person-rows">
        {colleaguesOf(people).map((colleague) => (
          <PersonRow
            key={colleague.id}
            colleague={colleague}
            refusal={refusalOf(colleague)}
            onRemove={(post) => setAsked(removalOf(post, t))}
            onToggle={(one) => setAsked(one.disabled ? enablingOf(one, t) : disablingOf(one, t))}
          />
        ))}
      </ul>
      {asked && (
        <ConfirmDialog {...asked} onConfirm={() => void make(asked)} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

/** Takes the focus, because the button that was pressed may be gone with its line. */
function OutcomeNotice({ outcome }: { readonly outcome: Outcome }) {
  const notice = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another outcome takes the focus again.
  useEffect(() => notice.current?.focus(), [outcome]);
  return (
    <Notice
      kind={outcome.isDone ? "success" : "danger"}
      role={outcome.isDone ? "status" : "alert"}
      ref={notice}
    >
      {outcome.sentence}
    </Notice>
  );
}
