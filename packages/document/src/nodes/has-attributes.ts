/** What the rules need of an HTML element: the package also runs where there is no DOM to take it from. */
export interface HasAttributes {
  getAttribute(name: string): string | null;
}
