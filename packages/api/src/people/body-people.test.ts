import { Membership, User } from "@upiao/db";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask } from "../../test/ask.ts";
import { giveRole, makePerson, password, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeBody } from "../../test/world.ts";

const list =
  "query ($bodyId: ID!) { bodyPeople(bodyId: $bodyId) { id membershipId name email role disabled } }";
const add = `mutation ($bodyId: ID!, $email: String!, $name: String!, $role: Role!, $password: String) {
  addPerson(bodyId: $bodyId, email: $email, name: $name, role: $role, password: $password) {
    id membershipId name email role disabled } }`;
const remove = "mutation ($id: ID!) { removeRole(membershipId: $id) }";
const disable = `mutation ($bodyId: ID!, $userId: ID!, $disabled: Boolean!) {
  setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: $disabled) }`;
const login = `mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }`;

let served: Served;
let barga: string;
let lucca: string;
let admin: TestPerson;
let other: TestPerson;
let count = 0;

beforeAll(async () => {
  served = await serve();
  barga = await makeBody(served.database, "Barga");
  lucca = await makeBody(served.database, "Provincia di Lucca", "PROVINCIA");
});

beforeEach(async () => {
  count++;
  admin = await makePerson(served.database, `Ada ${count}`, [{ bodyId: barga, role: "ADMIN" }]);
  other = await makePerson(served.database, `Olga ${count}`, [{ bodyId: lucca, role: "ADMIN" }]);
});

afterAll(() => served.close());

function addAs(asker: TestPerson, changes: Record<string, unknown> = {}): Promise<Answer> {
  const variables = {
    bodyId: barga,
    email: `nuova.${count}@upiao.example`,
    name: "Nuova",
    role: "EDITOR",
    password,
  };
  return ask(served, add, { token: asker.token, variables: { ...variables, ...changes } });
}

async function membershipOf(person: TestPerson): Promise<string> {
  return (await served.database.getRepository(Membership).findOneByOrFail({ userId: person.id })).id;
}

describe("an administrator", () => {
  it("adds a new person, who can sign in", async () => {
    const answer = await addAs(admin, { email: `  Nuova.${count}@UPIAO.example`, name: "  Nuova Persona " });
    const email = `nuova.${count}@upiao.example`;
    expect(answer.data.addPerson).toMatchObject({
      name: "Nuova Persona",
      email,
      role: "EDITOR",
      disabled: false,
    });
    expect((await ask(served, login, { variables: { email, password } })).codes).toEqual([]);
    const { data } = await ask(served, list, { token: admin.token, variables: { bodyId: barga } });
    expect(data.bodyPeople).toContainEqual(answer.data.addPerson);
  });

  it("gives a role to who exists already, and changes neither their name nor their password", async () => {
    const answer = await addAs(admin, {
      email: other.email,
      name: "Altro nome",
      password: "un'altra, più lunga",
    });
    expect(answer.data.addPerson).toMatchObject({ id: other.id, name: other.name, email: other.email });
    const tries = [password, "un'altra, più lunga"].map((word) =>
      ask(served, login, { variables: { email: other.email, password: word } }),
    );
    expect((await Promise.all(tries)).map((tried) => tried.codes)).toEqual([[], ["WRONG_CREDENTIALS"]]);
  });

  it("is told of a role that is held already", async () => {
    await addAs(admin);
    expect((await addAs(admin)).codes).toEqual(["ALREADY_EXISTS"]);
    expect((await addAs(admin, { role: "AUDITOR" })).codes).toEqual([]);
  });

  it("adds the same person once, also when two do it at the same moment", async () => {
    const answers = await Promise.all([addAs(admin), addAs(other, { bodyId: lucca }), addAs(admin)]);
    expect(answers.flatMap((answer) => answer.codes)).toEqual(["ALREADY_EXISTS"]);
    expect(await served.database.getRepository(User).countBy({ email: `nuova.${count}@upiao.example` })).toBe(
      1,
    );
  });

  it.each([
    [{ email: "nessun indirizzo" }, "email", "EMAIL"],
    [{ email: `${"x".repeat(250)}@upiao.example` }, "email", "TOO_LONG"],
    [{ name: "   " }, "name", "MISSING"],
    [{ name: "x".repeat(201) }, "name", "TOO_LONG"],
    [{ name: "Rita\u202eatiR" }, "name", "CONTROL_CHARACTERS"],
    [{ name: "Rita\0" }, "name", "CONTROL_CHARACTERS"],
    [{ password: null }, "password", "MISSING"],
  ])("is told what is wrong with %j", async (changes, field, fault) => {
    const { errors } = await addAs(admin, { email: `strana.${count}@upiao.example`, ...changes });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT", details: { field, fault } } }]);
    expect(errors[0]!.message).toContain(`«${field}»`);
  });

  it("may not choose a common password for a new person", async () => {
    expect((await addAs(admin, { password: "1234567890" })).codes).toEqual(["PASSWORD_COMMON"]);
  });

  it("takes a role away", async () => {
    const person = await makePerson(served.database, `Edo ${count}`, [{ bodyId: barga, role: "EDITOR" }]);
    const id = await membershipOf(person);
    expect((await ask(served, remove, { token: admin.token, variables: { id } })).data.removeRole).toBe(true);
    expect(
      (await ask(served, "{ me { memberships { role } } }", { token: person.token })).data.me.memberships,
    ).toEqual([]);
    expect((await ask(served, remove, { token: admin.token, variables: { id } })).codes).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("shuts somebody out and lets them in again", async () => {
    const person = await makePerson(served.database, `Edo ${count}`, [{ bodyId: barga, role: "EDITOR" }]);
    const variables = { bodyId: barga, userId: person.id };
    const set = (disabled: boolean) =>
      ask(served, disable, { token: admin.token, variables: { ...variables, disabled } });
    expect((await set(true)).codes).toEqual([]);
    expect((await ask(served, "{ me { id } }", { token: person.token })).data.me).toBeNull();
    const signIn = () => ask(served, login, { variables: { email: person.email, password } });
    expect((await signIn()).codes).toEqual(["WRONG_CREDENTIALS"]);
    expect((await set(false)).codes).toEqual([]);
    expect((await signIn()).codes).toEqual([]);
  });

  it("does not shut out who works for another body, too", async () => {
    const person = await makePerson(served.database, `Edo ${count}`, [
      { bodyId: barga, role: "EDITOR" },
      { bodyId: lucca, role: "EDITOR" },
    ]);
    const variables = { bodyId: barga, userId: person.id, disabled: true };
    const answer = await ask(served, disable, { token: admin.token, variables });
    expect(answer.codes).toEqual(["WORKS_ELSEWHERE"]);
    expect((await ask(served, "{ me { id } }", { token: person.token })).data.me.id).toBe(person.id);
    await giveRole(served.database, admin.id, { bodyId: lucca, role: "ADMIN" });
    expect((await ask(served, disable, { token: admin.token, variables })).codes).toEqual([]);
  });
});

describe("[T08] nobody", () => {
  it("gives or takes a role at a body that they do not administer", async () => {
    const person = await makePerson(served.database, `Edo ${count}`, [{ bodyId: barga, role: "EDITOR" }]);
    expect((await addAs(other)).codes).toEqual(["NOT_FOUND"]);
    expect((await addAs(person)).codes).toEqual(["NOT_FOUND"]);
    const id = await membershipOf(person);
    expect((await ask(served, remove, { token: other.token, variables: { id } })).codes).toEqual([
      "NOT_FOUND",
    ]);
    const variables = { bodyId: lucca, userId: person.id, disabled: true };
    expect((await ask(served, disable, { token: other.token, variables })).codes).toEqual(["NOT_FOUND"]);
    expect((await ask(served, list, { token: person.token, variables: { bodyId: barga } })).codes).toEqual([
      "NOT_FOUND",
    ]);
    expect(await served.database.getRepository(Membership).countBy({ userId: person.id })).toBe(1);
  });

  it("changes their own roles, nor shuts themselves out", async () => {
    expect((await addAs(admin, { email: admin.email, role: "RTD" })).codes).toEqual(["NOT_YOUR_OWN_ROLE"]);
    const variables = { id: await membershipOf(admin) };
    expect((await ask(served, remove, { token: admin.token, variables })).codes).toEqual([
      "NOT_YOUR_OWN_ROLE",
    ]);
    const self = { bodyId: barga, userId: admin.id, disabled: true };
    expect((await ask(served, disable, { token: admin.token, variables: self })).codes).toEqual([
      "NOT_YOUR_OWN_ROLE",
    ]);
  });

  it("leaves a body without an administrator: of two who remove each other at once, one stays", async () => {
    const bodyId = await makeBody(served.database, `Gallicano ${count}`);
    const pair = [
      await makePerson(served.database, `Uno ${count}`, [{ bodyId, role: "ADMIN" }]),
      await makePerson(served.database, `Due ${count}`, [{ bodyId, role: "ADMIN" }]),
    ] as const;
    const ids = [await membershipOf(pair[1]), await membershipOf(pair[0])];
    const answers = await Promise.all(
      pair.map((person, index) =>
        ask(served, remove, { token: person.token, variables: { id: ids[index] } }),
      ),
    );
    expect(answers.flatMap((answer) => answer.codes)).toEqual(["NOT_FOUND"]);
    expect(await served.database.getRepository(Membership).countBy({ bodyId, role: "ADMIN" })).toBe(1);
  });

  it("keeps the right to administer once it is taken away, in the same moment", async () => {
    await served.database.getRepository(Membership).delete({ userId: admin.id });
    expect((await addAs(admin)).codes).toEqual(["NOT_FOUND"]);
  });
});
