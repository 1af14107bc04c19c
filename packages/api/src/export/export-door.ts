import { FileExport } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { type Request, Router } from "express";
import { type DoorParts, viewing } from "../requests/viewing-door.ts";
import { readExport } from "./read-export.ts";

/** `GET /esportazioni/<id>` gives an exported file to its person, if they may still read what is in it. */
export function exportDoor(door: DoorParts): Router {
  return Router().get(
    "/esportazioni/:id",
    viewing(door, async (context, request: Request, response) => {
      const { id } = await readExport(context, String(request.params.id));
      const file = await context.parts.database.getRepository(FileExport).findOne({
        where: { id, state: "DONE" },
        select: { id: true, name: true, mediaType: true, bytes: true },
      });
      if (!file) throw new Refusal("NOT_FOUND");
      response
        .attachment(file.name!)
        .set("Content-Type", file.mediaType!)
        // A file of HTML is text of people: opened from here, it must not be a page of this site.
        .set("Content-Security-Policy", "sandbox")
        .send(file.bytes);
    }),
  );
}
