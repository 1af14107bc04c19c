import { bodiesOfItaly } from "@upiao/catalog";
import { loadBodies, Membership, openDatabase, User, UserSession } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { LoginDesk, setDisabled } from "@upiao/identity";
import { createTestDatabase, type TestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makePerson } from "../../test/people.ts";
import { addFirstAdmin, NoFirstAdmin } from "./add-first-admin.ts";

const password = "quattro parole messe in fila";
let test: TestDatabase;
let database: DataSource;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  await loadBodies(database, bodiesOfItaly());
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

const ada = { email: "ada@upiao.example", name: "Ada Prima" };
const add = (code: string, { email, name } = ada, typed = password) =>
  addFirstAdmin(database, { code, email, name }, async () => typed);
const failureOf = (made: Promise<unknown>): Promise<unknown> => made.then(String, (error: unknown) => error);
const login = (email: string) =>
  new LoginDesk(database).login({ email, password, origin: "192.0.2.1", device: null });
const administrators = async (istatCode: string): Promise<string[]> => {
  const found = await database
    .getRepository(Membership)
    .find({ where: { body: { istatCode }, role: "ADMIN" }, relations: { user: true } });
  return found.map(({ user }) => user.email);
};

it("the first administrator of a body is a new person, who can sign in", async () => {
  const added = await add("046003", { email: " Berta@UPIAO.example ", name: " Berta Barga " });
  expect(added).toEqual({ bodyName: "Barga", email: "berta@upiao.example", isNew: true });
  expect(await administrators("046003")).toEqual(["berta@upiao.example"]);
  expect((await login("berta@upiao.example")).token).not.toBe("");
});

it.each([
  ["046", "046"],
  ["046007", " 046007 "],
  ["047", "P_PT"],
  ["047014", "g713"],
])("the body %s is found by the code «%s»", async (istatCode, code) => {
  const email = `capo.${istatCode}@upiao.example`;
  await add(code, { email, name: "Capo" });
  expect(await administrators(istatCode)).toEqual([email]);
});

it("a body that does not exist gets none, and nobody is asked for a password", async () => {
  for (const code of ["046999", "", "%", "Lucca"]) {
    const made = addFirstAdmin(database, { code, ...ada }, () => Promise.reject(new Error("was asked")));
    expect(await failureOf(made)).toMatchObject({ name: "NoFirstAdmin", why: "UNKNOWN_BODY" });
  }
  expect(await database.getRepository(User).existsBy({ email: ada.email })).toBe(false);
});

it("a body that has an administrator gets no second one, and the same person no second role", async () => {
  await add("050026", { email: "piero@upiao.example", name: "Piero" });
  const second = () => add("050026", { email: "paola@upiao.example", name: "Paola" });
  expect(await failureOf(second())).toMatchObject({ why: "HAS_ADMIN", of: "Pisa" });
  expect(await failureOf(add("050026", { email: "PIERO@upiao.example", name: "Piero" }))).toMatchObject({
    why: "IS_ADMIN",
  });
  expect(await administrators("050026")).toEqual(["piero@upiao.example"]);
  expect(await database.getRepository(User).existsBy({ email: "paola@upiao.example" })).toBe(false);
});

it("of two at the same moment one becomes it", async () => {
  const both = await Promise.allSettled(
    ["uno", "due"].map((name) => add("048017", { email: `${name}@upiao.example`, name })),
  );
  const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(NoFirstAdmin);
  expect(await administrators("048017")).toHaveLength(1);
});

it("who has an account keeps its name and password, is not asked for one, and signs in again", async () => {
  const known = await makePerson(database, "Nota Persona", []);
  const made = addFirstAdmin(database, { code: "046015", email: known.email, name: "Altro Nome" }, () =>
    Promise.reject(new Error("was asked")),
  );
  expect((await made).isNew).toBe(false);
  expect(await database.getRepository(User).findOneBy({ id: known.id })).toMatchObject({ name: known.name });
  expect(await database.getRepository(UserSession).countBy({ userId: known.id })).toBe(0);
});

it("who is disabled does not become it: nobody could sign in, and no other could be added", async () => {
  const shut = await makePerson(database, "Chiusa Fuori", []);
  await setDisabled(database, shut.id, true);
  expect(await failureOf(add("046011", shut))).toMatchObject({ why: "DISABLED" });
  expect(await administrators("046011")).toEqual([]);
});

it("an address, a name or a password that the platform would refuse is refused", async () => {
  const fresh = { email: "gina@upiao.example", name: "Gina" };
  expect(await failureOf(add("046014", fresh, "corta"))).toMatchObject({ code: "PASSWORD_TOO_SHORT" });
  expect(await failureOf(add("046014", fresh, "1q2w3e4r5t"))).toMatchObject({ code: "PASSWORD_COMMON" });
  expect(await failureOf(add("046014", { ...fresh, email: "gina" }))).toBeInstanceOf(Refusal);
  expect(await failureOf(add("046014", { ...fresh, name: " " }))).toBeInstanceOf(Refusal);
  expect(await administrators("046014")).toEqual([]);
});
