import { Version, WorkflowStep } from "@upiao/db";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../coediting/person.ts";
import { personOf } from "../coediting/person-of.ts";
import type { Context } from "../context.ts";

@Resolver(() => WorkflowStep)
export class WorkflowStepResolver {
  @FieldResolver(() => Person)
  by(@Root() { byUserId: userId, bodyId, role }: WorkflowStep, @Ctx() context: Context): Promise<Person> {
    return personOf(context, { userId, bodyId, role });
  }

  @FieldResolver(() => Version, {
    nullable: true,
    description: "The text as it stood then. Null for a step of a plan, and for a moment after a validation.",
  })
  version(@Root() { versionId }: WorkflowStep, @Ctx() { loaders }: Context): Promise<Version | null> {
    return versionId === null ? Promise.resolve(null) : loaders.versions.load(versionId);
  }
}
