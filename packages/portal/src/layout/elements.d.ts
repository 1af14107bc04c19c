/** React's types name this element and leave it empty where there is no DOM; `document` reads attributes of it. */
interface HTMLElement {
  getAttribute(name: string): string | null;
}
