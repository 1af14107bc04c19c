import { problemOf } from "../api/problem.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

interface Props {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a page whose content is not here: it is on its way, it failed, or there is none for this person. */
export function AbsentPage({ error, onRetry }: Props) {
  if (!error) return <Loading />;
  const problem = problemOf(error);
  return problem.code === "NOT_FOUND" ? (
    <NotFoundPage />
  ) : (
    <ProblemPage problem={problem} onRetry={onRetry} />
  );
}
