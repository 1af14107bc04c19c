import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { CannotStart } from "./postgres/index.ts";

function complaintOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(CannotStart);
    return (error as Error).message;
  }
}

describe("the settings", () => {
  it("need none to be set, and then nothing is open that should not be", () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: undefined,
      redisUrl: undefined,
      mail: null,
      publicUrl: undefined,
      dataDir: ".data",
      seed: "none",
      role: "all",
      doesJobs: true,
      workers: 1,
      allowedOrigins: [],
      proxies: 0,
      secureCookies: false,
      introspection: false,
    });
  });

  it("are taken as they are set", () => {
    const redisUrl = "rediss://upiao:segreta@redis.lucca.example:6380";
    const databaseUrl = "postgres://upiao:segreta@db.lucca.example:5433/upiao?sslmode=require";
    expect(
      readConfig({
        PORT: "8080",
        HOST: "0.0.0.0",
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        SMTP_URL: "smtps://upiao:segreta@posta.lucca.example:465",
        MAIL_FROM: "Ufficio digitale <upiao@lucca.example>",
        PUBLIC_URL: "https://upiao.lucca.example",
        UPIAO_ORIGINS: "https://www.provincia.lucca.it, https://intranet.lucca.example:8443",
        UPIAO_PROXIES: "2",
        UPIAO_SECURE_COOKIES: "always",
        UPIAO_ROLE: "sync",
        UPIAO_WORKERS: "4",
      }),
    ).toMatchObject({
      port: 8080,
      host: "0.0.0.0",
      databaseUrl,
      redisUrl,
      mail: {
        server: "smtps://upiao:segreta@posta.lucca.example:465",
        from: "Ufficio digitale <upiao@lucca.example>",
      },
      publicUrl: "https://upiao.lucca.example",
      allowedOrigins: ["https://www.provincia.lucca.it", "https://intranet.lucca.example:8443"],
      proxies: 2,
      secureCookies: true,
      role: "sync",
      doesJobs: false,
      workers: 4,
    });
  });

  it.each([
    ["PORT", "quattromila"],
    ["PORT", "70000"],
    ["HOST", "due parole"],
    ["DATABASE_URL", "db.lucca.example"],
    ["DATABASE_URL", "https://db.lucca.example/upiao"],
    ["REDIS_URL", "redis.lucca.example:6379"],
    ["REDIS_URL", "http://redis.lucca.example:6379"],
    ["SMTP_URL", "posta.lucca.example:25"],
    ["SMTP_URL", "https://posta.lucca.example"],
    ["MAIL_FROM", "Ufficio digitale"],
    ["MAIL_FROM", "Ufficio <upiao@lucca.example>\nBcc: altri@example.org"],
    ["PUBLIC_URL", "upiao.lucca.example"],
    ["PUBLIC_URL", "https://www.lucca.example/upiao"],
    ["UPIAO_SEED", "yes"],
    ["UPIAO_ROLE", "web"],
    ["UPIAO_JOBS", "some"],
    ["UPIAO_WORKERS", "0"],
    ["UPIAO_WORKERS", "17"],
    ["UPIAO_WORKERS", "due"],
    ["UPIAO_ORIGINS", "www.provincia.lucca.it"],
    ["UPIAO_ORIGINS", "https://www.provincia.lucca.it/piao"],
    ["UPIAO_PROXIES", "-1"],
    ["UPIAO_PROXIES", "uno"],
    ["UPIAO_SECURE_COOKIES", "never"],
    ["UPIAO_INTROSPECTION", "true"],
  ])("[T39] %s is called by its name when it is %j", (name, value) => {
    expect(complaintOf({ [name]: value })).toMatch(new RegExp(`^${name} dev'essere .+\\.$`));
  });

  it("want a sender where there is a mail server", () => {
    const complaint = complaintOf({ SMTP_URL: "smtp://upiao:segretissima@posta.lucca.example" });
    expect(complaint).toMatch(/^MAIL_FROM dev'essere .+\.$/);
  });

  it("[T39] are all named that are wrong, and none is printed: it may be a password", () => {
    const complaint = complaintOf({ PORT: "x", DATABASE_URL: "mysql://upiao:segretissima@db/upiao" });
    expect(complaint.split("\n")).toHaveLength(2);
    expect(complaint).not.toContain("segretissima");
  });
});
