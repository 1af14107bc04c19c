import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, usualPage } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf } from "../requests/input.ts";
import { numberAt } from "../version/version-connection.ts";
import { readRegister } from "./read-register.ts";
import { Register } from "./register.ts";

@Resolver()
export class AuditResolver {
  @Query(() => Register, {
    description:
      "What was done at a body, or in an office that it leads: for who answers for it and who controls it.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  register(
    @Arg("id", () => ID, { description: "Of the body or the office." }) id: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Register> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    return readRegister(context, askedId(id), count, after == null ? null : numberAt(after));
  }
}
