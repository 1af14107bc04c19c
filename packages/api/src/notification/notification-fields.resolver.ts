import { Notification, Plan, Section } from "@upiao/db";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { findPlace } from "./find-place.ts";
import { pathOf } from "./path-of.ts";

/** Whoever holds a `Notification` is the one who is told. What it is about may be theirs to read no more. */
@Resolver(() => Notification)
export class NotificationFieldsResolver {
  @FieldResolver(() => Section, { nullable: true, description: "Null when I may not read it any more." })
  async section(@Root() notification: Notification, @Ctx() context: Context): Promise<Section | null> {
    return (await findPlace(context, notification))?.section ?? null;
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: "Where it is about a whole plan. Null as above.",
  })
  async plan(@Root() notification: Notification, @Ctx() context: Context): Promise<Plan | null> {
    return (await findPlace(context, notification))?.plan ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Who did it; null as above, or when nobody did.",
  })
  async byName(@Root() notification: Notification, @Ctx() context: Context): Promise<string | null> {
    const { byUserId } = notification;
    if (byUserId === null || (await findPlace(context, notification)) === null) return null;
    return (await context.loaders.users.load(byUserId))?.name ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "The page's path to it; null as above." })
  async path(@Root() notification: Notification, @Ctx() context: Context): Promise<string | null> {
    return pathOf(notification, await findPlace(context, notification));
  }
}
