import { KnownDevice, User } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { DataSource } from "typeorm";
import { wrongMinutes, wrongPerAccount, wrongPerOrigin } from "./limits.ts";
import { hashPassword, matchesPassword, refuseWeakPassword } from "./password.ts";
import { closeAllSessions, type OpenedSession, openSession } from "./session.ts";
import { hashToken, newToken } from "./token.ts";

export interface LoginRequest {
  readonly email: string;
  readonly password: string;
  /** Network address that the request comes from. */
  readonly origin: string;
  /** The device's cookie, when the browser has one. */
  readonly device: string | null;
}

export interface LoggedIn extends OpenedSession {
  readonly userId: string;
  /** To be kept by the browser: wrong guesses made elsewhere will not slow this one down. */
  readonly device: string;
}

/** Signing in, with guesses slowed for an account and for an origin.
 *
 *  After OWASP's "device cookies": strangers who guess at an account share its allowance, while a browser on
 *  which its owner has signed in before has one of its own, so nobody can lock an owner out by guessing. */
export class LoginDesk {
  private readonly perAccount: RateLimiterPostgres;
  private readonly perOrigin: RateLimiterPostgres;
  private readonly nobody = hashPassword(newToken());

  constructor(private readonly database: DataSource) {
    const shared = {
      storeClient: database,
      storeType: "typeorm",
      tableName: "login_limit",
      tableCreated: true,
      duration: wrongMinutes * 60,
    };
    this.perAccount = new RateLimiterPostgres({ ...shared, keyPrefix: "account", points: wrongPerAccount });
    this.perOrigin = new RateLimiterPostgres({ ...shared, keyPrefix: "origin", points: wrongPerOrigin });
  }

  /** Throws TOO_MANY_ATTEMPTS, or WRONG_CREDENTIALS for an unknown name as for a wrong password, after as long. */
  async login({ email, password, origin, device }: LoginRequest): Promise<LoggedIn> {
    // Marks that cannot be seen come with copying; PostgreSQL cannot even look for some of them.
    const address = email.replace(/\p{C}/gu, "").trim().toLowerCase();
    const user = await this.database.getRepository(User).findOne({
      where: { email: address },
      select: { id: true, passwordHash: true, disabledAt: true },
    });
    const known = user && device ? await this.isKnown(user.id, device) : false;
    // Counters hold no address in clear: they outlive the account.
    const account = hashToken(known ? `${address} ${device}` : address).toString("base64url");
    // Who guesses from the owner's own network, behind one address with a whole body, must not shut them out.
    const from = known ? account : hashToken(origin).toString("base64url");
    await this.countAttempt(account, from);

    const matches = await matchesPassword(user?.passwordHash ?? (await this.nobody), password);
    if (!user || !matches || user.disabledAt) throw new Refusal("WRONG_CREDENTIALS");
    await this.forgetAttempts(account, from);
    const session = await openSession(this.database, user.id);
    return { ...session, userId: user.id, device: await this.remember(user.id, known ? device : null) };
  }

  /** Ends every session, this one included: whoever knew the old password is out. */
  async changePassword(userId: string, current: string, next: string): Promise<void> {
    const users = this.database.getRepository(User);
    const user = await users.findOneOrFail({
      where: { id: userId },
      select: { id: true, passwordHash: true },
    });
    const account = hashToken(userId).toString("base64url");
    await this.countAttempt(account, account);
    if (!(await matchesPassword(user.passwordHash, current))) throw new Refusal("WRONG_CREDENTIALS");
    await this.forgetAttempts(account, account);
    await refuseWeakPassword(next);
    const passwordHash = await hashPassword(next);
    await this.database.transaction(async (tx) => {
      await tx.getRepository(User).update(userId, { passwordHash });
      await closeAllSessions(tx, userId);
    });
  }

  private async isKnown(userId: string, device: string): Promise<boolean> {
    return this.database.getRepository(KnownDevice).existsBy({ userId, tokenHash: hashToken(device) });
  }

  private async remember(userId: string, known: string | null): Promise<string> {
    const device = known ?? newToken();
    await this.database
      .getRepository(KnownDevice)
      .upsert({ tokenHash: hashToken(device), userId, seenAt: new Date() }, ["tokenHash"]);
    return device;
  }

  // Counted before the password is looked at, or a thousand guesses at once would all find the count at zero.
  private async countAttempt(account: string, from: string): Promise<void> {
    const counts = await Promise.allSettled([this.perAccount.consume(account), this.perOrigin.consume(from)]);
    const waits = counts.flatMap((count) => {
      if (count.status === "fulfilled") return [];
      if (!(count.reason instanceof RateLimiterRes)) throw count.reason;
      return [count.reason.msBeforeNext];
    });
    if (waits.length > 0) {
      throw new Refusal("TOO_MANY_ATTEMPTS", { minutes: Math.ceil(Math.max(...waits) / 60_000) });
    }
  }

  private async forgetAttempts(account: string, from: string): Promise<void> {
    await Promise.all([this.perAccount.delete(account), this.perOrigin.reward(from)]);
  }
}
