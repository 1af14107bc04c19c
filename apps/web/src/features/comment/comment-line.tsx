import { useMutation } from "@apollo/client/react";
import { whyNotChangeComment } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CommentLineFragment,
  DeleteCommentDocument,
  EditCommentDocument,
  type ThreadFragment,
} from "../../generated/graphql.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Moment } from "../../ui/moment.tsx";
import type { CommentStanding } from "./comment-standing.ts";
import { WordsForm } from "./words-form.tsx";

interface Props {
  readonly comment: CommentLineFragment;
  readonly thread: ThreadFragment;
  readonly standing: CommentStanding;
}

/** One comment, with what its author may do to it. */
export function CommentLine({ comment, thread, standing }: Props) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const [editComment] = useMutation(EditCommentDocument);
  const [deleteComment] = useMutation(DeleteCommentDocument, { onError: () => {} });
  const { id: commentId, by, text, at, editedAt, deletedAt, mentions } = comment;
  const known = { byUserId: by.id, isDeleted: deletedAt !== null };
  const isMine = whyNotChangeComment(known, thread, standing.place, standing.userId) === null;
  return (
    <li className="comment-line">
      <p className="comment-line-by">
        <strong>{by.name}</strong>
        <span>
          {t(`role.${by.role}`)}, {by.bodyName}
        </span>
        <Moment iso={at} />
        {editedAt && !deletedAt && <em>{t("comment.edited")}</em>}
      </p>
      {deletedAt ? (
        <p className="comment-line-deleted">{t("comment.deleted")}</p>
      ) : isEditing ? (
        <WordsForm
          sectionId={standing.sectionId}
          label={t("comment.editLabel")}
          submit={t("comment.save")}
          begin={{ text, mentions }}
          focusKey={commentId}
          onSend={(words, names) => editComment({ variables: { commentId, text: words, mentions: names } })}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className="comment-line-text" lang="it">
          {text}
        </p>
      )}
      {isMine && !isEditing && (
        <p className="comment-line-acts">
          <button type="button" className="btn btn-link btn-sm" onClick={() => setEditing(true)}>
            {t("comment.edit")}
          </button>
          <button type="button" className="btn btn-link btn-sm" onClick={() => setDeleting(true)}>
            {t("comment.delete")}
          </button>
        </p>
      )}
      {isDeleting && (
        <ConfirmDialog
          question={t("comment.deleteQuestion")}
          effect={t("comment.deleteEffect")}
          answer={t("comment.delete")}
          onConfirm={() => void deleteComment({ variables: { commentId } })}
          onClose={() => setDeleting(false)}
        />
      )}
    </li>
  );
}
