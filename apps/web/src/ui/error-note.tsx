import { refusalIn, useSentence } from "../i18n/use-sentence.ts";
import { NotFoundPage } from "./not-found-page.tsx";

/** What went wrong, as a sentence. What does not exist and what is not for this person look the same. */
export function ErrorNote({ error }: { error: unknown }) {
  const sentence = useSentence();
  if (refusalIn(error)?.code === "NOT_FOUND") return <NotFoundPage />;
  return (
    <div className="alert alert-danger" role="alert">
      {sentence(error)}
    </div>
  );
}
