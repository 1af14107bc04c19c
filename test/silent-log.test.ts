import { Program, startServer, type TestServer, until } from "@upiao/test";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

const words = "parole-riservate-della-bozza";
const wrongPassword = "password-sbagliata-ma-vera-altrove";
const stranger = "persona.mai.vista@upiao.example";

async function post(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

it("[T42] no line of the log and no metric holds a password, token, ticket, cookie, address or word of a text", async () => {
  const lucca = await Program.login(server.url, "redattore.lucca");
  const section = await lucca.sharedSection();
  const ticket = await lucca.ticket(section);
  const open = await lucca.open(section);
  open.write(words);
  await until(async () => (await lucca.plainText(section)).includes(words));

  const login =
    "mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }";
  const signedIn = await post({
    query: login,
    variables: { email: "rtd.lucca@upiao.example", password: "upiao-demo" },
  });
  const cookie = signedIn.headers.get("set-cookie")!.split(";")[0]!.split("=")[1]!;
  await post({
    query: login,
    variables: { email: "redattore.lucca@upiao.example", password: wrongPassword },
  });
  await post({ query: login, variables: { email: stranger, password: wrongPassword } });
  await post({ query: `mutation { login(email: "${stranger}", password: "${wrongPassword}") { nothing } }` });
  await post({ query: login, variables: { email: { address: stranger }, password: [wrongPassword] } });
  await fetch(`${server.url}/graphql?query=${encodeURIComponent(`{ me { ${words} } }`)}`);
  await fetch(`${server.url}/sync/${section}?ticket=${ticket}`);
  await fetch(`${server.url}/niente?ticket=${ticket}`);

  // A fault inside, whose statement holds what people typed: drivers put the values into their errors.
  const database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  await database.query('ALTER TABLE "login_limit" RENAME TO "login_limit_away"');
  await database.query('ALTER TABLE "section_update" RENAME TO "section_update_away"');
  const before = server.log().length;
  await post({ query: login, variables: { email: stranger, password: wrongPassword } });
  open.write(words);
  await until(() => server.log().length > before);
  await until(() => open.closeCodes.length > 0);
  await database.end();
  open.close();

  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain("upiao_sync_connections");
  const written = server.log() + metrics;
  const bytes = [...Buffer.from(words)].join();
  const secrets = {
    words,
    bytes,
    wrongPassword,
    stranger,
    ticket,
    cookie,
    token: lucca.token,
    demo: "upiao-demo",
  };
  const found = Object.entries(secrets).filter(([, secret]) => written.includes(secret));
  expect(found.map(([name]) => name)).toEqual([]);
  expect(written).not.toMatch(/@upiao\.example/);
});
