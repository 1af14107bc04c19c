import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { BodyPersonFragment } from "../../generated/graphql.ts";
import type { Colleague } from "./colleagues.ts";

interface Props {
  readonly colleague: Colleague;
  /** Why my own roles are not mine to change; null for somebody else's. */
  readonly refusal: string | null;
  readonly onRemove: (post: BodyPersonFragment) => void;
  readonly onToggle: (colleague: Colleague) => void;
}

/** A person of the body with their roles, and what an administrator can do. */
export function PersonRow({ colleague, refusal, onRemove, onToggle }: Props) {
  const { t } = useTranslation();
  const hint = useId();
  const { name, email, disabled, posts } = colleague;
  const isIdle = refusal !== null;
  const described = { "aria-disabled": isIdle, "aria-describedby": isIdle ? hint : undefined };
  return (
    <li className="person-row">
      <div className="person-row-who">
        <strong>{name}</strong>
        <span>{email}</span>
        {disabled && <span className="state-badge state-badge-closed badge">{t("people.disabled")}</span>}
        {refusal && <small id={hint}>{refusal}</small>}
      </div>
      <ul className="person-row-posts">
        {posts.map((post) => (
          <li key={post.membershipId}>
            <span>
              {t(`role.${post.role}`)}
              {post.competence && `: ${t(`review.competence.${post.competence}`)}`}
            </span>
            <button
              type="button"
              className="btn btn-outline-primary btn-xs"
              {...described}
              aria-label={t("people.removeOf", { name, role: t(`role.${post.role}`) })}
              onClick={() => isIdle || onRemove(post)}
            >
              {t("people.remove")}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="btn btn-outline-primary btn-xs"
        {...described}
        aria-label={t(disabled ? "people.enableOf" : "people.disableOf", { name })}
        onClick={() => isIdle || onToggle(colleague)}
      >
        {t(disabled ? "people.enable" : "people.disable")}
      </button>
    </li>
  );
}
