import { describe, expect, it } from "vitest";
import { barriersOf } from "./barriers-of.ts";
import { complaintsOn, useDemonstration } from "./demonstration.ts";

const demo = useDemonstration();

describe.each([
  ["a laptop", { width: 1280, height: 800 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (_name, viewport) => {
  it("all that plans refer to is searched by one field, filtered by form, and passed on by its address", async () => {
    const page = await demo.enter("Elena", { viewport });
    const complaints = complaintsOn(page);
    const look = async (at: string) => {
      await page.getByRole("status", { name: "Caricamento" }).waitFor({ state: "detached" });
      const sideways = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect({ at, barriers: await barriersOf(page), sideways }).toEqual({ at, barriers: [], sideways: 0 });
    };
    await page.getByRole("link", { name: "Catalogo" }).click();
    await page.getByRole("heading", { level: 1, name: "Catalogo" }).waitFor();
    await page.getByText("Organizzazione e gestione del cambiamento").waitFor();
    await look("the Piano triennale");

    await page.getByRole("tab", { name: "Sezioni del PIAO" }).click();
    const parts = page.getByRole("tabpanel", { name: "Sezioni del PIAO" });
    await parts.getByRole("combobox", { name: "Forma del piano" }).selectOption("SIMPLIFIED");
    await parts.getByText("dovuta in parte: cessazioni e bisogni").waitFor();
    expect(await parts.getByText("Ordinaria:").count()).toBe(0);
    // No claim that nobody has verified stands there as law.
    const laws = parts.locator("div").filter({ has: page.getByText("Riferimento", { exact: true }) });
    expect(await laws.getByText("da verificare").count()).toBe(10);
    await look("the sections of the PIAO");

    await page.getByRole("searchbox").fill("ACCESSIBILITA");
    await page.getByRole("button", { name: "Cerca", exact: true }).click();
    await page.getByRole("tab", { name: "Sezioni del PIAO (1)" }).waitFor();
    await page.getByRole("tab", { name: "Funzioni di polo (0)" }).waitFor();
    await page.getByRole("tab", { name: "Piano triennale" }).click();
    await page.getByText("CAP3.PA.15", { exact: true }).waitFor();
    await look("what was found");

    await page.goto(`${demo.url}/catalogo?cerca=ambientale&scheda=valore-pubblico`);
    await page.getByRole("heading", { level: 3, name: "Benessere ambientale" }).waitFor();
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Valore pubblico (1)");
    await look("an address that was passed on");
    expect(complaints).toEqual([]);
  });
});
