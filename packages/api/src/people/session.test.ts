import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask, send } from "../../test/ask.ts";
import { makePerson, openSession, password, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeBody } from "../../test/world.ts";

const login = `mutation ($email: String!, $password: String!) {
  login(email: $email, password: $password) { token expiresAt user { id name email memberships { role body { name } } } } }`;
const me = "{ me { id } }";

let served: Served;
let bodyId: string;
let person: TestPerson;
let count = 0;

beforeAll(async () => {
  served = await serve();
  bodyId = await makeBody(served.database, "Barga");
});

beforeEach(async () => {
  person = await makePerson(served.database, `Rita ${count++}`, [{ bodyId, role: "RTD" }]);
  await served.database.query("TRUNCATE login_limit");
});

afterAll(() => served.close());

function signIn(headers: Record<string, string> = {}, wrong?: string): Promise<Answer> {
  return ask(served, login, { variables: { email: person.email, password: wrong ?? password }, headers });
}

/** The cookies of an answer, as the browser sends them back. */
function jarOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function whoIs(headers: Record<string, string>): Promise<string | null> {
  return (await ask(served, me, { headers })).data.me?.id ?? null;
}

describe("login", () => {
  it("gives a browser cookies and a program a token, for the same session", async () => {
    const answer = await signIn();
    const { token, expiresAt, user } = answer.data.login;
    expect(user).toMatchObject({ id: person.id, memberships: [{ role: "RTD", body: { name: "Barga" } }] });
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    expect(await whoIs({ authorization: `Bearer ${token}` })).toBe(person.id);
    expect(await whoIs({ cookie: jarOf(answer) })).toBe(person.id);
  });

  it("[T26] sets cookies that no script reads and no other site sends", async () => {
    const [session, device] = (await signIn()).headers.getSetCookie();
    expect(session).toMatch(/^upiao_session=[\w-]{43}; /);
    expect(device).toMatch(/^upiao_device=[\w-]{43}; /);
    for (const cookie of [session, device]) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).toMatch(/; Max-Age=\d+/);
      expect(cookie).not.toMatch(/Domain=|Secure/);
    }
  });

  it("[T26] sets cookies that only TLS carries when it came by TLS", async () => {
    const cookies = (await signIn({ "x-forwarded-proto": "https" })).headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure/);
  });

  it("[T35] has one answer for an unknown name and a wrong password, and sets no cookie", async () => {
    const wrong = await signIn({}, "indovino");
    const unknown = await ask(served, login, {
      variables: { email: "nessuno@upiao.example", password: "indovino" },
    });
    expect(wrong.codes).toEqual(["WRONG_CREDENTIALS"]);
    expect(wrong.body).toBe(unknown.body);
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
  });

  it("[T35] after too many wrong passwords says how long to wait, while the owner's own browser still gets in", async () => {
    const own = jarOf(await signIn());
    const codes: string[] = [];
    for (let time = 0; time < 11; time++) codes.push(...(await signIn({}, "indovino")).codes);
    expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
    const stranger = await signIn();
    expect(stranger.errors[0]!.message).toBe("Troppi tentativi di accesso. Riprova fra 15 minuti.");
    expect((await signIn({ cookie: own })).codes).toEqual([]);
  });
});

describe("[T36] a session id", () => {
  it("changes at login, and the one that the browser had before ends", async () => {
    const before = await signIn();
    const after = await signIn({ cookie: jarOf(before) });
    expect(after.data.login.token).not.toBe(before.data.login.token);
    expect(await whoIs({ cookie: jarOf(before) })).toBeNull();
    expect(await whoIs({ cookie: jarOf(after) })).toBe(person.id);
  });

  it("is not taken from the browser: a planted one does not become anybody's", async () => {
    const planted = "a".repeat(43);
    const answer = await signIn({ cookie: `upiao_session=${planted}` });
    expect(answer.data.login.token).not.toBe(planted);
    expect(await whoIs({ cookie: `upiao_session=${planted}` })).toBeNull();
  });

  it("stays for a program that signs in once more", async () => {
    const [one, other] = [await signIn(), await signIn()];
    expect(await whoIs({ authorization: `Bearer ${one.data.login.token}` })).toBe(person.id);
    expect(await whoIs({ authorization: `Bearer ${other.data.login.token}` })).toBe(person.id);
  });

  it("ends at logout, and the cookie with it", async () => {
    const cookie = jarOf(await signIn());
    const answer = await ask(served, "mutation { logout }", { headers: { cookie } });
    expect(answer.data.logout).toBe(true);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^upiao_session=; .*Expires=Thu, 01 Jan 1970/),
    ]);
    expect(await whoIs({ cookie })).toBeNull();
  });

  it("ends everywhere at logout everywhere, and at a change of the password", async () => {
    for (const [query, next] of [
      ["mutation { logoutEverywhere }", password],
      [
        `mutation { changePassword(current: "${password}", next: "un'altra, più lunga") }`,
        "un'altra, più lunga",
      ],
    ] as const) {
      const [here, there] = [await signIn(), await openSession(served.database, person.id)];
      const answer = await ask(served, query, { headers: { cookie: jarOf(here) } });
      expect(answer.codes).toEqual([]);
      expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining("upiao_session=;")]);
      expect(await whoIs({ cookie: jarOf(here) })).toBeNull();
      expect(await whoIs({ authorization: `Bearer ${there}` })).toBeNull();
      expect((await signIn({}, next)).codes).toEqual([]);
    }
    expect((await signIn()).codes).toEqual(["WRONG_CREDENTIALS"]);
  });

  it("ends when another role is given: it was made for lesser rights", async () => {
    const admin = await makePerson(served.database, `Ada ${count}`, [{ bodyId, role: "ADMIN" }]);
    const add = `mutation ($bodyId: ID!, $email: String!) {
      addPerson(bodyId: $bodyId, email: $email, name: "-", role: SECRETARY) { role } }`;
    const answer = await ask(served, add, { token: admin.token, variables: { bodyId, email: person.email } });
    expect(answer.data.addPerson.role).toBe("SECRETARY");
    expect(await whoIs({ authorization: `Bearer ${person.token}` })).toBeNull();
  });
});

describe("changing the password", () => {
  it("asks for the present one, and refuses a weak one with the reason", async () => {
    const change = "mutation ($c: String!, $n: String!) { changePassword(current: $c, next: $n) }";
    const tries = [
      ["sbagliata", "un'altra, più lunga", "WRONG_CREDENTIALS"],
      [password, "breve", "PASSWORD_TOO_SHORT"],
      [password, "1234567890", "PASSWORD_COMMON"],
      [password, "x".repeat(257), "PASSWORD_TOO_LONG"],
    ] as const;
    for (const [c, n, code] of tries) {
      expect((await ask(served, change, { token: person.token, variables: { c, n } })).codes).toEqual([code]);
    }
    expect(await whoIs({ authorization: `Bearer ${person.token}` })).toBe(person.id);
  });
});

describe("nobody", () => {
  it("is who sends no token, a wrong one, or an unreadable one", async () => {
    for (const authorization of ["", "Bearer", "Bearer wrong", "Basic dTpw", `Bearer ${"x".repeat(2_000)}`]) {
      expect(await whoIs({ authorization })).toBeNull();
    }
    for (const cookie of ["upiao_session=", "upiao_session=%", "upiao_session=%00", ";;;"]) {
      expect(await whoIs({ cookie })).toBeNull();
    }
  });

  it("may sign out", async () => {
    expect(
      (await send(served, `{"query":"mutation { logout }"}`, { "content-type": "application/json" })).data,
    ).toEqual({
      logout: true,
    });
  });
});
