import { cleanEnv, host, makeValidator, port, str } from "envalid";
import { CannotStart } from "./postgres/index.ts";

const roles = ["all", "api", "sync"] as const;
/** More would need more connections than PostgreSQL allows where nobody has changed it. */
const mostWorkers = 16;
const seeds = ["demo", "none"] as const;

const origins = makeValidator<string[]>((text) => {
  const sites = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  if (!sites.every((site) => URL.canParse(site) && new URL(site).origin === site)) throw new Error("no site");
  return sites;
});

const postgresAddress = makeValidator<string>((text) => {
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) throw new Error("no address");
  return text;
});

const redisAddress = makeValidator<string>((text) => {
  if (!URL.canParse(text) || !/^rediss?:$/.test(new URL(text).protocol)) throw new Error("no address");
  return text;
});

const mailServer = makeValidator<string>((text) => {
  if (!URL.canParse(text) || !/^smtps?:$/.test(new URL(text).protocol) || !new URL(text).hostname) {
    throw new Error("no address");
  }
  return text;
});

const sender = makeValidator<string>((text) => {
  if (!/^(?:[^<>"\p{C}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u.test(text))
    throw new Error("no sender");
  return text;
});

const site = makeValidator<string>((text) => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || new URL(text).origin !== text) {
    throw new Error("no site");
  }
  return text;
});

const count = makeValidator<number>((text) => {
  if (!/^\d{1,2}$/.test(text)) throw new Error("no count");
  return Number(text);
});

const processes = makeValidator<number>((text) => {
  const number = Number(text);
  if (!/^\d{1,2}$/.test(text) || number < 1 || number > mostWorkers) throw new Error("no number");
  return number;
});

/** Each setting, with what a person is told who has set it wrong. */
const settings = {
  PORT: port({ default: 4000, desc: "una porta, da 1 a 65535" }),
  HOST: host({ default: "127.0.0.1", desc: "un nome o un indirizzo di questa macchina" }),
  DATABASE_URL: postgresAddress({
    default: undefined,
    desc: "l'indirizzo di un PostgreSQL, postgres://utente:password@macchina:5432/base",
  }),
  REDIS_URL: redisAddress({
    default: undefined,
    desc: "l'indirizzo di un Redis o Valkey, redis://utente:password@macchina:6379 (rediss:// con TLS)",
  }),
  SMTP_URL: mailServer({
    default: undefined,
    desc: "l'indirizzo di un server di posta, smtp://utente:password@macchina:587 (smtps:// con TLS da subito)",
  }),
  MAIL_FROM: sender({ default: undefined, desc: "il mittente delle mail, come UPIAO <upiao@ente.it>" }),
  PUBLIC_URL: site({
    default: undefined,
    desc: "l'indirizzo del sito senza barra finale, come https://upiao.ente.it",
  }),
  UPIAO_DATA: str({ default: ".data", desc: "una cartella" }),
  UPIAO_SEED: str({ choices: seeds, default: "none", desc: "demo oppure none" }),
  UPIAO_ROLE: str({ choices: roles, default: "all", desc: "all, api oppure sync" }),
  UPIAO_JOBS: str({ choices: ["on", "off"], default: "on", desc: "on oppure off" }),
  UPIAO_WORKERS: processes({ default: 1, desc: `un numero da 1 a ${mostWorkers}` }),
  UPIAO_ORIGINS: origins({ default: [], desc: "siti separati da virgole, come https://www.ente.it" }),
  UPIAO_PROXIES: count({ default: 0, desc: "un numero da 0 a 99" }),
  UPIAO_SECURE_COOKIES: str({ choices: ["auto", "always"], default: "auto", desc: "auto oppure always" }),
  UPIAO_INTROSPECTION: str({ choices: ["on", "off"], default: "off", desc: "on oppure off" }),
};

/** The settings, read and checked in this one place. Throws `CannotStart` with a line for each bad value, which says
 *  its name and not what it was: it may hold a password. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const config = cleanEnv(environment, settings, { reporter: refuse });
  if (config.SMTP_URL !== undefined && config.MAIL_FROM === undefined) {
    refuse({ errors: { MAIL_FROM: new Error("missing") } });
  }
  return {
    port: config.PORT,
    host: config.HOST,
    /** Absent: the embedded PostgreSQL under `dataDir`. */
    databaseUrl: config.DATABASE_URL,
    /** Absent: the nodes, if there are several, hear each other through PostgreSQL. */
    redisUrl: config.REDIS_URL,
    /** Absent: mail is kept, and shown to administrators. */
    mail: config.SMTP_URL === undefined ? null : { server: config.SMTP_URL, from: config.MAIL_FROM! },
    /** Where people find the platform; absent: where it listens. */
    publicUrl: config.PUBLIC_URL,
    dataDir: config.UPIAO_DATA,
    seed: config.UPIAO_SEED,
    role: config.UPIAO_ROLE,
    /** Whether this process does the queued jobs too. */
    doesJobs: config.UPIAO_JOBS === "on" && config.UPIAO_ROLE !== "sync",
    /** How many processes share the port. */
    workers: config.UPIAO_WORKERS,
    /** Sites beside our own whose pages may open sockets. */
    allowedOrigins: config.UPIAO_ORIGINS,
    /** How many reverse proxies stand before the server and say in X-Forwarded-For whom they speak for. */
    proxies: config.UPIAO_PROXIES,
    secureCookies: config.UPIAO_SECURE_COOKIES === "always",
    introspection: config.UPIAO_INTROSPECTION === "on",
  };
}

export type Config = ReturnType<typeof readConfig>;

function refuse({ errors }: { errors: Partial<Record<keyof typeof settings, Error>> }): void {
  const names = Object.keys(errors) as (keyof typeof settings)[];
  const wrong = names.map((name) => `${name} dev'essere ${settings[name].desc}.`);
  if (wrong.length > 0) throw new CannotStart(wrong.join("\n"));
}
