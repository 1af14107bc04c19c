import { useEffect } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

/** A page that somebody has gone to is shown from its top; one that they come back to, where the browser left it. */
export function useTopOfPage(): void {
  const { pathname } = useLocation();
  const hasGone = useNavigationType() === NavigationType.Push;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what the effect is about.
  useEffect(() => {
    if (hasGone) scrollTo(0, 0);
  }, [pathname, hasGone]);
}
