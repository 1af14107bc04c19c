import { Body, CompetenceEnum, Opinion, Section } from "@upiao/db";
import type { Competence } from "@upiao/domain";
import { Field, ObjectType } from "type-graphql";
import { usualFindings } from "../limits.ts";
import { Finding } from "./finding.ts";

@ObjectType({ description: "A section that an auditor may read, as their desk lists it." })
export class AuditedSection {
  @Field(() => Section)
  readonly section!: Section;

  @Field(() => Boolean, { description: "An opinion on it is for my kind of control." })
  readonly isCompetent!: boolean;

  @Field(() => [Finding], {
    description: "The open ones, the oldest first.",
    complexity: ({ childComplexity }) => 1 + usualFindings * childComplexity,
  })
  readonly findings!: readonly Finding[];

  @Field(() => Opinion, { nullable: true, description: "The one of this control that counts." })
  readonly opinion!: Opinion | null;
}

@ObjectType({ description: "A body that I control." })
export class AuditedBody {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => CompetenceEnum, { nullable: true, description: "Null: its administrator has not said which." })
  readonly competence!: Competence | null;

  readonly sectionIds!: readonly string[];
}
