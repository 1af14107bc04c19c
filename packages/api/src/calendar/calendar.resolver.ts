import { Body, CalendarFeed } from "@upiao/db";
import { badInput, type CalendarKind, calendarKinds, daysUntil } from "@upiao/domain";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.ts";
import { longestCalendarDays, usualCalendarEntries } from "../limits.ts";
import { dayOf } from "../requests/input.ts";
import { closeFeed, findFeed, openFeed } from "./feed.ts";
import { readCalendar } from "./read-calendar.ts";

const CalendarKindEnum = Object.fromEntries(calendarKinds.map((kind) => [kind, kind])) as Record<
  CalendarKind,
  CalendarKind
>;
registerEnumType(CalendarKindEnum, { name: "CalendarKind" });

@ObjectType({ description: "A line of action that is due, and what it asks." })
class CalendarLine {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly title!: string;
}

@ObjectType({ description: "Something that is due on a day." })
export class CalendarEntry {
  @Field(() => String, { description: "Stays the same while it is put off." })
  readonly key!: string;

  @Field(() => CalendarKindEnum)
  readonly kind!: CalendarKind;

  @Field(() => String, { description: "ISO 8601." })
  readonly day!: string;

  readonly bodyId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Of the call or contract, the codes of lines of action, or why a term was put off.",
  })
  readonly title!: string | null;

  @Field(() => [CalendarLine], { description: "The lines of action that are due; of other kinds none." })
  readonly lines!: readonly CalendarLine[];

  @Field(() => Int, { nullable: true, description: "First year of the plan, or year of the round." })
  readonly year!: number | null;

  @Field(() => Int, { nullable: true })
  readonly round!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The page's path to it; null: there is no page of it that I may open.",
  })
  readonly path!: string | null;

  @Field(() => Boolean, { description: "False: nobody has verified this term." })
  readonly isVerified!: boolean;

  @Field(() => Boolean, { description: "The day is the platform's own proposal." })
  readonly isOurs!: boolean;
}

@Resolver(() => CalendarEntry)
export class CalendarResolver {
  @Query(() => [CalendarEntry], {
    description: "What is due between two days for my bodies, the first first.",
    complexity: ({ childComplexity }) => 1 + usualCalendarEntries * childComplexity,
  })
  calendar(
    @Arg("from", () => String, { description: "ISO 8601." }) from: string,
    @Arg("until", () => String, { description: "ISO 8601, included." }) until: string,
    @Ctx() context: Context,
  ): Promise<CalendarEntry[]> {
    const [first, last] = [dayOf(from, "from"), dayOf(until, "until")];
    const days = daysUntil(last, first);
    if (days < 0) throw badInput("until", "BEFORE_START");
    if (days > longestCalendarDays) throw badInput("until", "TOO_FAR", { most: longestCalendarDays });
    return readCalendar(context.parts.database, context, first, last);
  }

  @FieldResolver(() => Body)
  body(@Root() { bodyId }: CalendarEntry, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(bodyId);
  }

  @Query(() => CalendarFeed, {
    nullable: true,
    description:
      "Whether my calendar can be read by another program, and since when. Its address is told once.",
  })
  calendarFeed(@Ctx() { parts, signedIn }: Context): Promise<CalendarFeed | null> {
    return findFeed(parts.database, signedIn.userId);
  }

  @Mutation(() => String, {
    description: "Gives out a secret path at which my calendar is read, in iCalendar; the one before ends.",
  })
  openCalendarFeed(@Ctx() { parts, signedIn }: Context): Promise<string> {
    return openFeed(parts.database, signedIn.userId);
  }

  @Mutation(() => Boolean, { description: "Ends the secret path to my calendar." })
  async closeCalendarFeed(@Ctx() { parts, signedIn }: Context): Promise<boolean> {
    await closeFeed(parts.database, signedIn.userId);
    return true;
  }
}
