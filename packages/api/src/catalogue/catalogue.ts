import { BodyTypeEnum, PlanFormEnum } from "@upiao/db";
import type { BodyType, PlanForm } from "@upiao/domain";
import { Field, ObjectType } from "type-graphql";
import { usualEntries, usualParts } from "../limits.ts";
import { Guidance } from "../plan/guidance.ts";

@ObjectType({ description: "Whether a form of the plan asks for a part." })
export class FormNeed {
  @Field(() => PlanFormEnum)
  readonly form!: PlanForm;

  @Field(() => Boolean)
  readonly isRequired!: boolean;

  @Field(() => Boolean, { description: "False: not to be shown as law." })
  readonly verified!: boolean;

  @Field(() => String, { nullable: true, description: "Which half of it, where it is asked for in part." })
  readonly onlyIn!: string | null;
}

@ObjectType({ description: "A section or a subsection of the PIAO. What nobody has verified is marked so." })
export class CataloguePart extends Guidance {
  @Field(() => [FormNeed], { complexity: ({ childComplexity }) => 1 + 2 * childComplexity })
  readonly needs!: readonly FormNeed[];

  @Field(() => String, { description: "In English." })
  readonly source!: string;
}

@ObjectType({ description: "Who adopts the plan of a kind of body." })
export class CatalogueAdoption {
  @Field(() => BodyTypeEnum)
  readonly bodyType!: BodyType;

  @Field(() => String)
  readonly organ!: string;

  @Field(() => String)
  readonly act!: string;

  @Field(() => Boolean)
  readonly verified!: boolean;

  @Field(() => String, { nullable: true })
  readonly source!: string | null;
}

@ObjectType({ description: "A dimension of public value, or something that a Province does for its Comuni." })
export class CatalogueEntry {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly description!: string;
}

@ObjectType({ description: "Entries that have one origin." })
export class CatalogueList {
  @Field(() => String)
  readonly edition!: string;

  @Field(() => String, { description: "In English." })
  readonly source!: string;

  @Field(() => Boolean, { description: "False: not to be shown as law." })
  readonly verified!: boolean;

  @Field(() => [CatalogueEntry], {
    complexity: ({ childComplexity }) => 1 + usualEntries * childComplexity,
  })
  readonly entries!: readonly CatalogueEntry[];
}

@ObjectType({ description: "What plans refer to, beside the Piano triennale." })
export class Catalogue {
  @Field(() => [CataloguePart], { complexity: ({ childComplexity }) => 1 + usualParts * childComplexity })
  readonly parts!: readonly CataloguePart[];

  @Field(() => [CatalogueAdoption], { complexity: ({ childComplexity }) => 1 + 3 * childComplexity })
  readonly adoptions!: readonly CatalogueAdoption[];

  @Field(() => CatalogueList)
  readonly publicValue!: CatalogueList;

  @Field(() => CatalogueList)
  readonly hubFunctions!: CatalogueList;
}
