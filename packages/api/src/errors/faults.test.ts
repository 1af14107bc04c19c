import { WireCutter } from "@upiao/test";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { connect, listen } from "../../test/live.ts";
import { makePerson, password, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";

const wire = new WireCutter();
let served: Served;
let world: World;
let editor: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  served = await serve({}, (url) => wire.lay(url));
  world = await makeWorld(served.database);
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  admin = await makePerson(served.database, "Ada Alfa", [{ bodyId: world.bodies.alfa, role: "ADMIN" }]);
});

beforeEach(() => {
  served.log.length = 0;
});

afterAll(() => served.close());

async function without<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  await served.database.query(`ALTER TABLE ${table} RENAME TO ${table}_away`);
  try {
    return await work();
  } finally {
    await served.database.query(`ALTER TABLE ${table}_away RENAME TO ${table}`);
  }
}

/** What nobody but a developer should read: a stack, a path of a file, SQL, a name of a table or a library. */
const internals =
  /\bat \S+ \(|node_modules|packages\/|\.ts\b|SELECT|INSERT|section_update|relation|QueryFailed|typeorm/i;

describe("[T25] a fault", () => {
  it("is answered with a number, and with nothing internal", async () => {
    const query = "{ sections { edges { node { updatedAt } } } }";
    const answer = await without("section_update", () => ask(served, query, { token: editor.token }));
    expect(answer.codes).toEqual(["INTERNAL"]);
    const { message, extensions } = answer.errors[0]!;
    expect(extensions.details.reference).toBeGreaterThan(0);
    expect(message).toBe(
      `Si è verificato un errore. Se si ripete, segnala il numero ${extensions.details.reference}.`,
    );
    expect(answer.body).not.toMatch(internals);
  });

  it("is logged under that number, once for each answer, with its stack", async () => {
    const query = "query ($id: ID!) { section(id: $id) { updatedAt } }";
    const variables = { id: world.sections.shared };
    const answer = await without("section_update", () =>
      ask(served, query, { token: editor.token, variables }),
    );
    expect(served.log).toHaveLength(1);
    expect(served.log[0]).toMatchObject({
      level: "error",
      sentence: "a request failed",
      details: {
        reference: answer.errors[0]!.extensions.details.reference,
        code: "42P01",
        kind: "QueryFailedError",
      },
    });
    expect(JSON.stringify(served.log[0]!.details)).toMatch(/read-last-writes\.ts/);
  });

  it("in one field leaves the others answered, and the next request is as ever", async () => {
    const query = '{ me { name } myPlans { dup } bodies(search: "alfa") { name } }';
    const answer = await without("plan", () => ask(served, query, { token: editor.token }));
    expect(answer.codes).toEqual(["INTERNAL"]);
    const after = await ask(served, query, { token: editor.token });
    expect(after.data).toMatchObject({ me: { name: "Edo Alfa" }, bodies: [{ name: "Alfa sul Serchio" }] });
  });

  it("in a subscription is answered and logged in the same way", async () => {
    const client = connect(served, editor.token);
    const subscription = "subscription ($id: ID!) { presence(sectionIds: [$id]) { sectionId } }";
    const end = await without("office_member", () => {
      return listen(client, subscription, { id: world.sections.shared }).end;
    });
    expect(end).toEqual({ kind: "refused", codes: ["INTERNAL"] });
    expect(served.log.map((line) => line.sentence)).toEqual(["a request failed"]);
    await client.dispose();
  });

  it("is none when something is refused: that is an answer, and not logged", async () => {
    await ask(served, '{ section(id: "x") { id } }', { token: editor.token });
    await ask(served, "{ nothing }", { token: editor.token });
    expect(served.log).toEqual([]);
  });
});

describe("[T42] the log", () => {
  const add = `mutation ($bodyId: ID!, $email: String!, $password: String!) {
    addPerson(bodyId: $bodyId, email: $email, name: "Rossana Segreta", role: EDITOR, password: $password) { id } }`;
  const login = `mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }`;

  it("holds no address, password, token, document or text, whatever fails", async () => {
    const email = "rossana.segreta@upiao.example";
    const variables = { bodyId: world.bodies.alfa, email, password: "segretissima parola" };
    await without("membership", () => ask(served, add, { token: admin.token, variables }));
    await without("user_account", () => ask(served, login, { variables: { email: editor.email, password } }));
    await without("login_limit", () => ask(served, login, { variables: { email: editor.email, password } }));
    await without("sync_ticket", () =>
      ask(served, "mutation ($id: ID!) { syncTicket(sectionId: $id) { ticket } }", {
        token: editor.token,
        variables: { id: world.sections.shared },
      }),
    );
    // A constraint says which value broke it: here, the address.
    await served.database.query(
      "ALTER TABLE user_account ADD CONSTRAINT no_rossana CHECK (name NOT LIKE 'Rossana%')",
    );
    const answer = await ask(served, add, { token: admin.token, variables });
    await served.database.query("ALTER TABLE user_account DROP CONSTRAINT no_rossana");

    expect(answer.codes).toEqual(["INTERNAL"]);
    expect(served.log.length).toBeGreaterThanOrEqual(5);
    const written = JSON.stringify(served.log);
    for (const secret of [
      email,
      editor.email,
      password,
      "segretissima",
      "Rossana",
      editor.token,
      admin.token,
      "mutation",
    ]) {
      expect(written).not.toContain(secret);
    }
    expect(written).not.toMatch(/argon2|@upiao\.example|Segreto/);
  });
});

describe("a database that is away", () => {
  it("is answered as a service that is not available, and comes back by itself", async () => {
    await wire.cut();
    const answer = await ask(served, "{ myPlans { id } }", { token: editor.token });
    expect([answer.status, answer.codes]).toEqual([503, ["UNAVAILABLE"]]);
    expect(answer.errors[0]!.message).toBe(
      "Il servizio non è disponibile in questo momento. Riprova fra poco.",
    );
    expect(answer.body).not.toMatch(/ECONN|127\.0\.0\.1|\bat \S+ \(/);
    expect(served.log.map(({ level, sentence }) => `${level}: ${sentence}`)).toEqual([
      "warn: the database is away",
    ]);

    const anonymous = await ask(served, '{ bodies(search: "alfa") { id } }');
    expect(anonymous.codes).toEqual(["UNAVAILABLE"]);
    await wire.mend();
    expect((await ask(served, "{ myPlans { id } }", { token: editor.token })).codes).toEqual([]);
  });

  it("ends subscriptions that can no longer be checked, and their sockets may come back", async () => {
    const client = connect(served, editor.token);
    const subscription = "subscription ($id: ID!) { presence(sectionIds: [$id]) { sectionId } }";
    const listening = listen(client, subscription, { id: world.sections.shared });
    await listening.next();
    await wire.cut();
    served.bus.publish("rights", { userId: editor.id });
    const end = await listening.end;
    expect([
      { kind: "closed", code: 1013 },
      { kind: "refused", codes: ["UNAVAILABLE"] },
    ]).toContainEqual(end);
    await wire.mend();
    await client.dispose();
    const again = connect(served, editor.token);
    const follows = () =>
      listen(again, subscription, { id: world.sections.shared })
        .next()
        .then(
          () => true,
          () => false,
        );
    await expect.poll(follows).toBe(true);
    await again.dispose();
  });
});
