import { Program } from "@upiao/test";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  offline,
  signIn,
  statusOf,
  textOf,
  typeAtTheEnd,
  untilSaved,
  useDemonstration,
} from "./demonstration.ts";

const demo = useDemonstration();

/** The names of what the browser keeps for the platform, but for which language it speaks. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const texts = (await indexedDB.databases()).map(({ name }) => name ?? "");
    return texts.filter((name) => name.startsWith("upiao/") && name !== "upiao/answers");
  });

describe("signing out", () => {
  it("takes the texts off the device, which may be somebody else's next", async () => {
    const page = await demo.openToWrite("Elena");
    await typeAtTheEnd(page, " Detto e salvato.");
    await untilSaved(page);
    expect(await keptBy(page)).toHaveLength(1);
    await page.getByRole("button", { name: "Esci" }).click();
    await page.getByRole("heading", { level: 1, name: "Accedi" }).waitFor();
    await expect.poll(() => keptBy(page)).toEqual([]);
  });

  it("leaves what was not sent yet for its writer, who finds it on the return", async () => {
    const page = await demo.openToWrite("Elena");
    await page.routeWebSocket(/\/sync\//, (socket) => socket.close());
    await page.reload();
    await statusOf(page, offline).waitFor();
    await typeAtTheEnd(page, " Detto e non partito.");
    await page.getByRole("button", { name: "Esci" }).click();
    await page.getByRole("heading", { level: 1, name: "Accedi" }).waitFor();
    const again = await page.context().newPage();
    await again.goto(demo.url);
    await signIn(again, "Elena");
    await again.goto(demo.url + demo.sectionPath);
    await textOf(again).getByText("Detto e non partito.").waitFor();
    await untilSaved(again);
    expect(await demo.storedWords()).toContain("Detto e non partito.");
  });

  it("is no session that has expired, also when the socket hears of it first: the next person begins at the door", async () => {
    const page = await demo.enter("Chiara");
    await page.getByRole("link", { name: /: persone$/ }).click();
    await page.getByRole("listitem").first().waitFor();
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes("SignOut")) return route.continue();
      const asked = page.waitForResponse((one) => one.request().postData()?.includes('"Me"') ?? false);
      const response = await route.fetch();
      await asked;
      await route.fulfill({ response });
    });
    await page.getByRole("button", { name: "Esci" }).click();
    await page.getByText("Sei uscito.").waitFor();
    expect(page.url()).toBe(`${demo.url}/accesso`);
    await page.getByRole("button", { name: /^Elena/ }).waitFor();
  });
});

describe("a page that is open", () => {
  it("leads to the login when the session has ended elsewhere, says so, and leads back", async () => {
    const page = await demo.openToWrite("Giulia");
    await typeAtTheEnd(page, " Prima della fine.");
    await untilSaved(page);
    await (await Program.login(demo.url, "redattore.barga")).ask("mutation { logoutEverywhere }");
    await page.getByText("La sessione è terminata: accedi di nuovo").waitFor();
    await page.getByRole("button", { name: /^Giulia/ }).click();
    await textOf(page).getByText("Prima della fine.").waitFor();
    await untilSaved(page);
  });

  it("of somebody who has lost the right hides the text, and gives back what was not sent", async () => {
    const line = await demo.layLine();
    const page = await demo.openToWrite("Elena", line.url);
    line.cut();
    await typeAtTheEnd(page, " Troppo tardi.");
    await (await Program.login(demo.url, "admin.lucca")).takeRolesOf("redattore.lucca");
    line.mend();
    await page.getByText("Troppo tardi.").waitFor();
    await page.getByRole("heading", { name: "Parole tue da rimettere a posto" }).waitFor();
    expect(await page.locator(".ProseMirror").count()).toBe(0);
    expect(await page.content()).not.toContain("Perché una strategia comune");
  });
});
