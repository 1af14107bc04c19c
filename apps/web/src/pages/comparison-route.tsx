import { lazy, Suspense } from "react";
import { Loading } from "../ui/loading.tsx";

// It brings what reads a text, which nobody needs at the desk.
const ComparisonPage = lazy(() => import("./comparison-page.tsx"));

export function ComparisonRoute() {
  return (
    <Suspense fallback={<Loading />}>
      <ComparisonPage />
    </Suspense>
  );
}
