import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { Loading } from "../ui/loading.tsx";

// A part of the editor comes with it, and few import.
const ImportPages = lazy(() => import("./import-page.tsx"));

export function ImportRoute({ into }: { readonly into: "plan" | "section" }) {
  const { id = "" } = useParams();
  return (
    <Suspense fallback={<Loading />}>
      <ImportPages key={id} into={into} id={id} />
    </Suspense>
  );
}
