import { ServerError } from "@apollo/client/errors";

/** Hands in the file of an act and answers its id. Throws what `problemOf` reads. */
export async function sendActFile(planId: string, file: File): Promise<string> {
  const response = await fetch(`/atti/${planId}`, {
    method: "PUT",
    body: file,
    headers: { "X-File-Name": encodeURIComponent(file.name) },
  });
  const bodyText = await response.text();
  if (!response.ok) throw new ServerError("the file was refused", { response, bodyText });
  return (JSON.parse(bodyText) as { id: string }).id;
}
