import { createContext, useContext } from "react";
import type { Asked } from "../asked/asked.ts";

export interface PageFacts extends Asked {
  /** The address that links begin with where they leave the page. */
  readonly site: string;
  /** The address of this page in the other language. */
  readonly inOtherLanguage: string;
}

export const PageContext = createContext<PageFacts | null>(null);

export function usePage(): PageFacts {
  return useContext(PageContext)!;
}
