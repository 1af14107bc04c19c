import { OutboxMail } from "@upiao/db";
import { afterEach, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makePerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";

const outbox = "{ outbox { to subject text } }";
let served: Served;

afterEach(() => served.close());

async function begin(keepsMail: boolean): Promise<{ world: World; token: string }> {
  served = await serve({ keepsMail });
  const world = await makeWorld(served.database);
  const mails = served.database.getRepository(OutboxMail);
  for (const key of ["alfa", "beta"] as const) {
    const { id } = await makePerson(served.database, `Rita ${key}`, [
      { bodyId: world.bodies[key], role: "EDITOR" },
    ]);
    await mails.insert({ userId: id, subject: `Per ${key}`, text: "testo", html: "" });
  }
  const admin = await makePerson(served.database, "Ada", [{ bodyId: world.bodies.alfa, role: "ADMIN" }]);
  return { world, token: admin.token };
}

it("[T08] kept mail is read by the administrators of the body of who it is to", async () => {
  const { world, token } = await begin(true);
  expect((await ask(served, outbox, { token })).data.outbox).toEqual([
    { to: "Rita alfa <rita.alfa@upiao.example>", subject: "Per alfa", text: "testo" },
  ]);
  const editor = await makePerson(served.database, "Edo", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  expect((await ask(served, outbox, { token: editor.token })).codes).toEqual(["NOT_FOUND"]);
});

it("where mail is sent nobody reads it here", async () => {
  const { token } = await begin(false);
  expect((await ask(served, "{ mailIsKept }", { token })).data.mailIsKept).toBe(false);
  expect((await ask(served, outbox, { token })).codes).toEqual(["NOT_FOUND"]);
});
