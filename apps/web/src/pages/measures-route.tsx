import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { Loading } from "../ui/loading.tsx";

// Not everybody measures: who only writes does not wait for it.
const MeasuresPage = lazy(() => import("./measures-page.tsx"));

export function MeasuresRoute() {
  const { bodyId = "" } = useParams();
  return (
    <Suspense fallback={<Loading />}>
      <MeasuresPage key={bodyId} bodyId={bodyId} />
    </Suspense>
  );
}
