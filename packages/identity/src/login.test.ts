import { verify } from "@node-rs/argon2";
import { openDatabase, User } from "@upiao/db";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { wrongPerAccount, wrongPerOrigin } from "./limits.ts";
import { LoginDesk, type LoginRequest } from "./login.ts";
import { hashPassword } from "./password.ts";
import { findViewer, setDisabled } from "./session.ts";

// The real one, counted: what a login costs is this and nothing else.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

const password = "cavallo batteria graffetta";
const email = "rita@upiao.example";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
let desk: LoginDesk;
let userId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  desk = new LoginDesk(database);
  const user = { name: "Rita", email, passwordHash: await hashPassword(password) };
  userId = (await database.getRepository(User).save(user)).id;
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

beforeEach(async () => {
  await database.query("TRUNCATE login_limit, known_device");
  vi.mocked(verify).mockClear();
});

function login(changes: Partial<LoginRequest> = {}) {
  return desk.login({ email, password, origin: "192.0.2.1", device: null, ...changes });
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "IN",
    (refusal) => refusal.code,
  );
}

async function guess(times: number, changes: Partial<LoginRequest> = {}): Promise<string[]> {
  const codes: string[] = [];
  for (let time = 0; time < times; time++)
    codes.push(await codeOf(login({ password: "indovino", ...changes })));
  return codes;
}

describe("signing in", () => {
  it("takes the address in any capitals and with spaces around it", async () => {
    const session = await login({ email: "  Rita@UPIAO.example " });
    expect(await findViewer(database, session.token)).toMatchObject({ userId, name: "Rita" });
  });

  it("[T36] gives another token each time, and keeps only its hash", async () => {
    const [one, other] = [await login(), await login()];
    expect(other.token).not.toBe(one.token);
    const rows = await database.query("SELECT token_hash FROM user_session");
    expect(JSON.stringify(rows)).not.toContain(one.token);
    expect(rows.every((row: { token_hash: Buffer }) => row.token_hash.length === 32)).toBe(true);
  });

  it.each(["", " ", "rita@upiao.example\0", "\ud800@upiao.example", `${"x".repeat(100_000)}@upiao.example`])(
    "answers an address that is none as it answers a wrong password (%#)",
    async (address) => {
      expect(await codeOf(login({ email: address, password: "indovino" }))).toBe("WRONG_CREDENTIALS");
    },
  );

  it("is not possible for who is disabled, and the answer does not say so", async () => {
    await setDisabled(database, userId, true);
    expect(await codeOf(login())).toBe("WRONG_CREDENTIALS");
    await setDisabled(database, userId, false);
    expect(await codeOf(login())).toBe("IN");
  });
});

describe("[T35] guessing", () => {
  it("gets one answer, after one password check, for an unknown name as for a wrong password", async () => {
    const unknown = await login({ email: "nessuno@upiao.example", password: "indovino" }).catch(
      (error) => error,
    );
    expect(verify).toHaveBeenCalledTimes(1);
    const wrong = await login({ password: "indovino" }).catch((error) => error);
    expect(verify).toHaveBeenCalledTimes(2);
    expect([unknown.code, unknown.message, unknown.details]).toEqual([
      wrong.code,
      wrong.message,
      wrong.details,
    ]);
    const [first, second] = vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split("$").slice(0, 4));
    expect(first).toEqual(second);
  });

  it("at one account from many addresses is stopped, and says for how long", async () => {
    const codes: string[] = [];
    for (let time = 0; time <= wrongPerAccount; time++) {
      codes.push(...(await guess(1, { origin: `192.0.2.${time}` })));
    }
    expect(codes).toEqual([...Array(wrongPerAccount).fill("WRONG_CREDENTIALS"), "TOO_MANY_ATTEMPTS"]);
    const refusal = await login().catch((error) => error);
    expect(refusal).toMatchObject({ code: "TOO_MANY_ATTEMPTS", details: { minutes: 15 } });
  });

  it("at a name that does not exist is stopped in the same way", async () => {
    const codes = await guess(wrongPerAccount + 1, { email: "nessuno@upiao.example" });
    expect(codes.at(-2)).toBe("WRONG_CREDENTIALS");
    expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
  });

  it("many times at once does not slip through before the count", async () => {
    const codes = await Promise.all(Array.from({ length: 3 * wrongPerAccount }, () => guess(1)));
    expect(codes.flat().filter((code) => code === "WRONG_CREDENTIALS")).toHaveLength(wrongPerAccount);
    expect(verify).toHaveBeenCalledTimes(wrongPerAccount);
  });

  it("at many accounts from one address is stopped, and from another address goes on", async () => {
    await database.query(
      "INSERT INTO login_limit (key, points, expire) SELECT 'origin:' || $1, $2, (extract(epoch FROM now()) * 1000 + 60000)::bigint",
      [await keyOfOrigin("192.0.2.1"), wrongPerOrigin],
    );
    expect(await guess(1, { email: "altro@upiao.example" })).toEqual(["TOO_MANY_ATTEMPTS"]);
    expect(await guess(1, { email: "altro@upiao.example", origin: "192.0.2.2" })).toEqual([
      "WRONG_CREDENTIALS",
    ]);
  });

  it("does not lock out the owner on a device that they have used before, whatever strangers try", async () => {
    const { device } = await login();
    await guess(wrongPerAccount + 1);
    expect(await codeOf(login())).toBe("TOO_MANY_ATTEMPTS");
    expect(await codeOf(login({ device }))).toBe("IN");
  });

  it("does not lock out the owner by guessing from the same network", async () => {
    const { device } = await login();
    await database.query("UPDATE login_limit SET points = $1 WHERE key LIKE 'origin:%'", [
      wrongPerOrigin + 1,
    ]);
    expect(await codeOf(login())).toBe("TOO_MANY_ATTEMPTS");
    expect(await codeOf(login({ device }))).toBe("IN");
  });

  it("from a known device is stopped too, and others' devices are not believed", async () => {
    const { device } = await login();
    expect((await guess(wrongPerAccount + 1, { device })).at(-1)).toBe("TOO_MANY_ATTEMPTS");
    const codes = await guess(wrongPerAccount + 1, { email: "altro@upiao.example", device });
    expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
  });

  it("is forgotten after the right password", async () => {
    await guess(wrongPerAccount - 1);
    expect(await codeOf(login())).toBe("IN");
    expect(await guess(wrongPerAccount)).toEqual(Array(wrongPerAccount).fill("WRONG_CREDENTIALS"));
  });

  it("leaves no address in the counters", async () => {
    await guess(1);
    const rows = await database.query("SELECT key FROM login_limit");
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/rita|192\.0\.2/);
  });
});

describe("changing the password", () => {
  it("[T36] ends all sessions, and asks for the old one", async () => {
    const { token } = await login();
    await expect(desk.changePassword(userId, "indovino", "un'altra lunga")).rejects.toMatchObject({
      code: "WRONG_CREDENTIALS",
    });
    await expect(desk.changePassword(userId, password, "1234567890")).rejects.toMatchObject({
      code: "PASSWORD_COMMON",
    });
    expect(await findViewer(database, token)).not.toBeNull();
    await desk.changePassword(userId, password, "un'altra lunga");
    expect(await findViewer(database, token)).toBeNull();
    expect(await codeOf(login())).toBe("WRONG_CREDENTIALS");
    await desk.changePassword(userId, "un'altra lunga", password);
  });

  it("[T35] is no way to guess the old one", async () => {
    for (let time = 0; time < wrongPerAccount; time++) {
      await expect(desk.changePassword(userId, "indovino", "un'altra lunga")).rejects.toMatchObject({
        code: "WRONG_CREDENTIALS",
      });
    }
    await expect(desk.changePassword(userId, password, "un'altra lunga")).rejects.toMatchObject({
      code: "TOO_MANY_ATTEMPTS",
    });
  });
});

/** The counter's key, read from the table after one guess from that address. */
async function keyOfOrigin(origin: string): Promise<string> {
  await guess(1, { origin });
  const [row] = await database.query("SELECT key FROM login_limit WHERE key LIKE 'origin:%'");
  await database.query("TRUNCATE login_limit");
  return row.key.slice("origin:".length);
}
