import { User } from "@upiao/db";
import { closeAllSessions, closeSession, findViewer } from "@upiao/identity";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import type { Browser } from "./browser.ts";
import { DemoAccount } from "./demo-account.ts";
import { Session } from "./session.ts";

@Resolver()
export class SessionResolver {
  @Query(() => User, { nullable: true, description: "Who has signed in, or null." })
  me(@Ctx() { viewer, parts }: Context): Promise<User | null> {
    return viewer
      ? parts.database.getRepository(User).findOneBy({ id: viewer.userId })
      : Promise.resolve(null);
  }

  @Query(() => [DemoAccount], { description: "Empty on every installation but the demonstration's." })
  demoAccounts(@Ctx() { parts }: Context): readonly DemoAccount[] {
    return parts.demoAccounts;
  }

  @Mutation(() => Session, { description: "Signs in. A session that the same browser had before ends." })
  async login(
    @Arg("email", () => String) email: string,
    @Arg("password", () => String) password: string,
    @Ctx() context: Context,
  ): Promise<Session> {
    const { database, loginDesk } = context.parts;
    const browser = browserOf(context);
    const loggedIn = await loginDesk.login({
      email,
      password,
      origin: browser.address,
      device: browser.device,
    });
    await endSessionOf(browser, context);
    browser.keep(loggedIn);
    context.viewer = await findViewer(database, loggedIn.token);
    const user = await database.getRepository(User).findOneByOrFail({ id: loggedIn.userId });
    return { token: loggedIn.token, expiresAt: loggedIn.expiresAt, user };
  }

  @Mutation(() => Boolean, { description: "Ends this session, if there is one." })
  async logout(@Ctx() context: Context): Promise<boolean> {
    if (context.viewer) await closeSession(context.parts.database, context.viewer.sessionId);
    return signedOut(context);
  }

  @Mutation(() => Boolean, { description: "Ends all my sessions, on every device." })
  async logoutEverywhere(@Ctx() context: Context): Promise<boolean> {
    await closeAllSessions(context.parts.database, context.signedIn.userId);
    return signedOut(context);
  }

  @Mutation(() => Boolean, {
    description: "Changes my password and ends all my sessions, this one included.",
  })
  async changePassword(
    @Arg("current", () => String) current: string,
    @Arg("next", () => String) next: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.parts.loginDesk.changePassword(context.signedIn.userId, current, next);
    return signedOut(context);
  }
}

async function endSessionOf(browser: Browser, { parts }: Context): Promise<void> {
  const old = browser.sessionToken ? await findViewer(parts.database, browser.sessionToken) : null;
  if (old) await closeSession(parts.database, old.sessionId);
}

function signedOut(context: Context): true {
  browserOf(context).forgetSession();
  context.viewer = null;
  return true;
}

/** Mutations come by HTTP only. */
function browserOf({ browser }: Context): Browser {
  if (!browser) throw new Error("a mutation without an HTTP request");
  return browser;
}
