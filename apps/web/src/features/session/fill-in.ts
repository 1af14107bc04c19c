/** Fills in the form of this place and sends it, as a person would. */
export function fillIn(place: HTMLElement | null, values: Readonly<Record<string, string>>): void {
  const form = place?.querySelector("form");
  for (const [name, value] of Object.entries(values)) {
    const control = form?.elements.namedItem(name);
    if (control instanceof HTMLInputElement) control.value = value;
  }
  form?.requestSubmit();
}
