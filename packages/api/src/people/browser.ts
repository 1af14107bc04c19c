import { cookieOf, deviceCookie, type LoggedIn, sessionCookie, sessionDays } from "@upiao/identity";
import type { CookieOptions, Request, Response } from "express";

const dayMs = 86_400_000;
/** The longest that browsers keep a cookie. */
const deviceDays = 400;

/** The asker's end of an HTTP request, with the cookies that it keeps. */
export class Browser {
  constructor(
    private readonly request: Request,
    private readonly response: Response,
    /** TLS ends before the server, at a proxy that does not say so. */
    private readonly alwaysSecure: boolean,
  ) {}

  /** Network address that the request comes from. */
  get address(): string {
    return this.request.ip ?? "";
  }

  get device(): string | null {
    return cookieOf(this.request, deviceCookie);
  }

  get sessionToken(): string | null {
    return cookieOf(this.request, sessionCookie);
  }

  keep({ token, device }: LoggedIn): void {
    // The server ends sessions by its own clock: the cookie only has to last as long.
    this.response.cookie(sessionCookie, token, { ...this.flags, maxAge: sessionDays * dayMs });
    this.response.cookie(deviceCookie, device, { ...this.flags, maxAge: deviceDays * dayMs });
  }

  /** The device stays known: its owner will want to come back past the guesses of others. */
  forgetSession(): void {
    this.response.clearCookie(sessionCookie, this.flags);
  }

  private get flags(): CookieOptions {
    return { httpOnly: true, sameSite: "lax", path: "/", secure: this.alwaysSecure || this.request.secure };
  }
}
