import { inject } from "vitest";

/** Asks for something that the whole run shares. */
export async function askDesk(method: "POST" | "DELETE", place: string, body = ""): Promise<string> {
  const response = await fetch(`${inject("runDesk")}${place}`, { method, body });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
