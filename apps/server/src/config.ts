import { cleanEnv, host, makeValidator, num, port, str, url } from "envalid";

const roles = ["all", "api", "sync"] as const;
const seeds = ["demo", "none"] as const;

const list = makeValidator<string[]>((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

/** The settings, read and checked in this one place. Throws an error whose message names each bad value. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const config = cleanEnv(
    environment,
    {
      PORT: port({ default: 4000 }),
      HOST: host({ default: "127.0.0.1" }),
      DATABASE_URL: url({ default: undefined }),
      UPIAO_DATA: str({ default: ".data" }),
      UPIAO_SEED: str({ choices: seeds, default: "none" }),
      UPIAO_ROLE: str({ choices: roles, default: "all" }),
      UPIAO_ORIGINS: list({ default: [] }),
      UPIAO_PROXIES: num({ default: 0 }),
      UPIAO_SECURE_COOKIES: str({ choices: ["auto", "always"], default: "auto" }),
      UPIAO_INTROSPECTION: str({ choices: ["on", "off"], default: "off" }),
    },
    { reporter: refuse },
  );
  return {
    port: config.PORT,
    host: config.HOST,
    /** Absent: the embedded PostgreSQL under `dataDir`. */
    databaseUrl: config.DATABASE_URL,
    dataDir: config.UPIAO_DATA,
    seed: config.UPIAO_SEED,
    role: config.UPIAO_ROLE,
    /** Sites beside our own whose pages may open sockets. */
    allowedOrigins: config.UPIAO_ORIGINS,
    /** How many reverse proxies stand before the server and say in X-Forwarded-For whom they speak for. */
    proxies: config.UPIAO_PROXIES,
    secureCookies: config.UPIAO_SECURE_COOKIES === "always",
    introspection: config.UPIAO_INTROSPECTION === "on",
  };
}

export type Config = ReturnType<typeof readConfig>;

function refuse({ errors }: { errors: Record<string, Error> }): void {
  const wrong = Object.entries(errors).map(([name, error]) => `${name}: ${error.message}`);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}
