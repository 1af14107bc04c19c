import { useQuery } from "@apollo/client/react";
import { useEffect, useMemo } from "react";
import type { PlanParts } from "../editor/reference/plan-parts.ts";
import { PartsOfSectionDocument } from "../generated/graphql.ts";

/** The parts of the plan in which a section stands; of a shared one, of the first of one's own plans. Null until they are known, and
 *  where there is no such plan. */
export function usePlanParts(
  { id, shared }: { readonly id: string; readonly shared: boolean },
  changes: number,
): PlanParts | null {
  const { data, refetch } = useQuery(PartsOfSectionDocument, {
    variables: { sectionId: id },
    fetchPolicy: "cache-and-network",
  });
  // The strategy is moved on another page, and the numbers change with it.
  useEffect(() => {
    if (changes > 0) refetch().catch(() => {});
  }, [refetch, changes]);
  // And what was not heard while the line was down.
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") refetch().catch(() => {});
    };
    document.addEventListener("visibilitychange", ask);
    return () => document.removeEventListener("visibilitychange", ask);
  }, [refetch]);
  const outline = data?.plansOfSection[0]?.outline;
  return useMemo(() => {
    if (!outline) return null;
    const written = outline.filter(({ sections }) => sections.length > 0).map(({ number }) => number);
    const parts = outline.map(({ number, title, depth, codes }) => ({
      ...{ number, title, depth, codes },
      isWritten: written.some((other) => other === number || other.startsWith(`${number}.`)),
    }));
    return { parts, isNumbered: !shared };
  }, [outline, shared]);
}
