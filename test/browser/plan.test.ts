import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

describe("a plan is begun", () => {
  it("by keyboard from the desk, from last year's, after a look at what it will have", async () => {
    const marco = await demo.enter("Marco");
    await marco.getByRole("button", { name: "Inizia un piano" }).press("Enter");
    const dialog = marco.getByRole("dialog", { name: "Inizia il piano di un triennio" });
    await dialog.getByText(/^Si creano 9 sezioni, di cui con un testo: 8\.$/).waitFor();
    expect(await barriersOf(marco)).toEqual([]);
    await dialog.getByLabel("Da quale piano partire").selectOption({ label: "Da nessuno: sezioni vuote" });
    await dialog.getByText(/di cui con un testo: 0\.$/).waitFor();
    await marco.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await marco.getByRole("button", { name: "Inizia un piano" }).press("Enter");
    await dialog.getByText(/di cui con un testo: 8\.$/).waitFor();
    await dialog.getByRole("button", { name: "Inizia il piano" }).press("Enter");
    await marco.getByRole("heading", { level: 1, name: /^PIAO 2027–2029, Provincia di Lucca$/ }).waitFor();
    await marco.getByRole("link", { name: "Valore pubblico", exact: true }).press("Enter");
    await marco
      .locator(".ProseMirror")
      .getByText(/\p{L}{4}/u)
      .first()
      .waitFor();
  });

  it("and given a section that it lacks", async () => {
    const marco = await demo.enter("Marco");
    await marco
      .getByRole("link", { name: /^PIAO 2026–2028, Provincia di Lucca/ })
      .first()
      .click();
    await marco.getByRole("button", { name: "Aggiungi una sezione" }).press("Enter");
    const dialog = marco.getByRole("dialog", { name: "Aggiungi una sezione al piano" });
    expect(await barriersOf(marco)).toEqual([]);
    await dialog.getByRole("button", { name: "Aggiungi la sezione" }).press("Enter");
    await marco.getByRole("link", { name: "Integrazione dell’ente" }).waitFor();
  });

  it("only by who writes it", async () => {
    const secretary = await demo.enter("Francesca");
    await secretary.getByRole("heading", { level: 1 }).waitFor();
    await secretary.getByRole("heading", { name: "I tuoi piani" }).waitFor();
    expect(await secretary.getByRole("button", { name: "Inizia un piano" }).count()).toBe(0);
  });
});
