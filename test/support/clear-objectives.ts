import type { Client } from "pg";

/** Takes all objectives and values out of the record, and holds it there: what a test puts in afterwards stays as it is made,
 *  whatever stands in the texts. */
export async function clearObjectives(client: Client): Promise<void> {
  await client.query(
    "INSERT INTO section_projection SELECT id, 2147483647 FROM section ON CONFLICT (section_id) DO UPDATE SET seq = 2147483647",
  );
  await client.query("DELETE FROM measurement");
  await client.query("UPDATE objective SET removed_at = now()");
  await client.query("UPDATE indicator SET removed_at = now()");
}
