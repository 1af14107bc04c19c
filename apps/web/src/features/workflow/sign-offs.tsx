import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  type MyselfFragment,
  type SignerLineFragment,
  SignOffSectionDocument,
} from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";

interface Props {
  readonly sectionId: string;
  readonly signers: readonly SignerLineFragment[];
  readonly memberships: MyselfFragment["memberships"];
}

/** Which bodies have signed off a shared section, which are missing, and the signature of those whose RTD this is. */
export function SignOffs({ sectionId, signers, memberships }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [signOff, { loading, error }] = useMutation(SignOffSectionDocument, { onError: () => {} });
  const isMine = (bodyId: string) =>
    memberships.some(({ role, body }) => role === "RTD" && body.id === bodyId);
  const done = signers.filter(({ signedAt }) => signedAt !== null).length;
  return (
    <details className="sign-offs" open={signers.some(({ body, signedAt }) => !signedAt && isMine(body.id))}>
      <summary>{t("workflow.signOffs", { done, count: signers.length })}</summary>
      <ul>
        {signers.map(({ body, signedAt, signedBy }) => (
          <li key={body.id}>
            <span>{bodyTitle(body, t)}: </span>
            {signedAt ? (
              <span>
                {t("workflow.signedBy", { name: signedBy })} <Moment iso={signedAt} />
              </span>
            ) : (
              <strong>{t("workflow.notSigned")}</strong>
            )}{" "}
            {!signedAt && isMine(body.id) && (
              <button
                type="button"
                className="btn btn-primary btn-sm"
                aria-disabled={loading}
                onClick={() => void (loading || signOff({ variables: { id: sectionId, bodyId: body.id } }))}
              >
                {t("workflow.signOff", { body: bodyTitle(body, t) })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p>{t("workflow.signOffsHint")}</p>
      {error && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
    </details>
  );
}
