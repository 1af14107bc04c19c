import { lazy, Suspense } from "react";
import { Loading } from "../ui/loading.tsx";

// They bring what draws charts, which nobody needs at the desk.
const TerritoryPage = lazy(() => import("./territory-page.tsx"));
const BodyOverviewPage = lazy(() => import("./body-overview-page.tsx"));

export function TerritoryRoute() {
  return (
    <Suspense fallback={<Loading />}>
      <TerritoryPage />
    </Suspense>
  );
}

export function BodyOverviewRoute() {
  return (
    <Suspense fallback={<Loading />}>
      <BodyOverviewPage />
    </Suspense>
  );
}
