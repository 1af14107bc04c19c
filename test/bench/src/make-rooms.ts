import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { visitPostgres } from "../../../apps/server/src/postgres/index.ts";

/** An empty section, and a pass to it for one of its editors. */
export interface BenchRoom {
  readonly sectionId: string;
  readonly ticket: string;
}

const ticketMinutes = 60;
/** The first leads the office, the others are of its members. What one person may send a second is limited. */
const editors = ["redattore.lucca", "redattore.capannori", "redattore.barga"];
const password = "upiao-demo";

/** Makes empty shared sections in the office of the demonstration, on the database of the server at `url`: DATABASE_URL, or
 *  the embedded one under UPIAO_DATA. Throws a sentence when it cannot. */
export async function makeRooms(
  url: string,
  count: number,
  environment: NodeJS.ProcessEnv,
): Promise<BenchRoom[]> {
  if (!Number.isInteger(count) || count < 1 || count > 100_000)
    throw new Error("--sections dev'essere un numero da 1 a 100000.");
  const tokens = await Promise.all(editors.map((editor) => signIn(url, `${editor}@upiao.example`)));
  const own = environment.DATABASE_URL ? null : await visitPostgres(environment.UPIAO_DATA ?? ".data");
  const client = new pg.Client({ connectionString: environment.DATABASE_URL ?? own!.url });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ session: string; office: string | null }>(
      `SELECT s.id AS session,
              (SELECT o.id FROM membership m JOIN associated_office o ON o.lead_body_id = m.body_id
                WHERE m.user_id = s.user_id LIMIT 1) AS office
         FROM user_session s WHERE s.token_hash = ANY ($1::bytea[])`,
      [tokens.map(hashOf)],
    );
    const office = found.find((one) => one.office !== null)?.office;
    if (!office) throw new Error("La base di dati non è quella del server indicato, o non è dimostrativa.");
    const sessions = found.map(({ session }) => session);
    return await insertRooms(client, sessions, office, count);
  } finally {
    await client.end();
    await own?.stop();
  }
}

async function insertRooms(
  client: pg.Client,
  sessions: readonly string[],
  office: string,
  count: number,
): Promise<BenchRoom[]> {
  const mark = randomBytes(4).toString("hex");
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO section (title, code, first_year, office_id)
     SELECT 'Sezione di prova ' || n, 'BENCH-' || $2 || '-' || n, 2026, $1 FROM generate_series(1, $3::integer) AS n
     RETURNING id`,
    [office, mark, count],
  );
  const rooms = rows.map(({ id }) => ({ sectionId: id, ticket: randomBytes(32).toString("base64url") }));
  await client.query(
    `INSERT INTO sync_ticket (token_hash, session_id, section_id, expires_at)
     SELECT hash, session_id, section_id, now() + make_interval(mins => $4)
       FROM unnest($1::bytea[], $2::uuid[], $3::uuid[]) AS t (hash, session_id, section_id)`,
    [
      rooms.map(({ ticket }) => hashOf(ticket)),
      rooms.map((_, index) => sessions[index % sessions.length]),
      rooms.map(({ sectionId }) => sectionId),
      ticketMinutes,
    ],
  );
  return rooms;
}

async function signIn(url: string, editor: string): Promise<string> {
  const query =
    "mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }";
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { email: editor, password } }),
  }).catch(() => null);
  const answer = (await response?.json()) as { data?: { login?: { token: string } | null } } | undefined;
  const token = answer?.data?.login?.token;
  if (!token) throw new Error(`A ${url} non risponde un server dimostrativo.`);
  return token;
}

/** As the platform keeps tokens. */
function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
