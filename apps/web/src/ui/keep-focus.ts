/** What opened a dialog may be gone with what was done in it: the focus then goes to the heading of the page, where one goes on by
 *  keyboard, and not to nowhere. */
export function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}
