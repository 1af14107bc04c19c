import { CompetenceEnum, Membership, RoleEnum } from "@upiao/db";
import { badInput, type Competence, mayManagePeople, Refusal, type Role } from "@upiao/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { longestName, usualPeople } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { emailOf, lineOf } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { addPerson } from "./add-person.ts";
import { BodyPerson } from "./body-person.ts";
import { disablePerson } from "./disable-person.ts";
import { removeRole } from "./remove-role.ts";

@Resolver()
export class BodyPeopleResolver {
  @Query(() => [BodyPerson], {
    description: "Who holds which role at a body that I administer.",
    complexity: ({ childComplexity }) => 1 + usualPeople * childComplexity,
  })
  async bodyPeople(@Arg("bodyId", () => ID) bodyId: string, @Ctx() context: Context): Promise<BodyPerson[]> {
    if (!mayManagePeople(askedId(bodyId), context.signedIn.posts)) throw new Refusal("NOT_FOUND");
    const memberships = await context.parts.database.getRepository(Membership).find({
      where: { bodyId: askedId(bodyId) },
      relations: { user: true },
      order: { user: { name: "ASC", email: "ASC" }, role: "ASC" },
    });
    return memberships.map(bodyPersonOf);
  }

  @Mutation(() => BodyPerson, {
    description:
      "A new person, or a role for one who exists already. The password is asked only of a new person; the competence is an auditor's.",
  })
  async addPerson(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("email", () => String) email: string,
    @Arg("name", () => String) name: string,
    @Arg("role", () => RoleEnum) role: Role,
    @Arg("password", () => String, { nullable: true }) password: string | null | undefined,
    @Arg("competence", () => CompetenceEnum, { nullable: true }) competence: Competence | null | undefined,
    @Ctx() context: Context,
  ): Promise<BodyPerson> {
    if (competence != null && role !== "AUDITOR") throw badInput("competence", "ONLY_AUDITOR");
    const person = readAll({
      name: () => lineOf(name, "name", longestName),
      email: () => emailOf(email, "email"),
    });
    const membership = await addPerson(context, {
      ...person,
      bodyId: askedId(bodyId),
      role,
      competence: competence ?? null,
      password: password ?? null,
    });
    return bodyPersonOf(membership);
  }

  @Mutation(() => Boolean, { description: "Takes a role away. It takes effect at once." })
  async removeRole(
    @Arg("membershipId", () => ID) membershipId: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await removeRole(context, askedId(membershipId));
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      "Shuts somebody out, or lets them in again. Only for who works for bodies that I administer and for no other.",
  })
  async setPersonDisabled(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("userId", () => ID) userId: string,
    @Arg("disabled", () => Boolean) disabled: boolean,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await disablePerson(context, { bodyId: askedId(bodyId), userId: askedId(userId), disabled });
    return true;
  }
}

function bodyPersonOf({ id, role, competence, user }: Membership): BodyPerson {
  const { name, email, disabledAt } = user;
  return { id: user.id, membershipId: id, name, email, role, competence, disabled: disabledAt !== null };
}
