import type { Data } from "./data.ts";
import type { Served } from "./served.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly data: Data;
  readonly errors: readonly AnsweredError[];
  /** Codes of the errors, without repetition. */
  readonly codes: readonly string[];
}

interface AnsweredRefusal {
  readonly code: string;
  readonly details: Record<string, unknown>;
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: AnsweredRefusal & {
    readonly others?: readonly (AnsweredRefusal & { readonly message: string })[];
  };
}

export interface Asking {
  readonly token?: string | null;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** Sends an operation as a program does, by its bearer token. */
export async function ask(served: Served, query: string, asking: Asking = {}): Promise<Answer> {
  const { token, variables, headers } = asking;
  return send(served, JSON.stringify({ query, variables }), {
    "content-type": "application/json",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...headers,
  });
}

/** Sends a body as it is. */
export async function send(served: Served, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(served.url, { method: "POST", body, headers });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: Data; errors?: AnsweredError[] };
  const codes = [...new Set(errors.map((error) => error.extensions.code))];
  const { status, headers: answered } = response;
  return { status, headers: answered, body: text, data: data ?? (null as unknown as Data), errors, codes };
}
