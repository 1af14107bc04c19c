import { readFeed } from "@upiao/api";
import { type Request, Router } from "express";
import type { DataSource } from "typeorm";
import { writeCalendar } from "./write-calendar.ts";

interface Parts {
  readonly database: DataSource;
  /** The address that links begin with, once it is known. */
  readonly site: () => string;
  /** Called for each address that leads to no calendar: who tries them shows there. */
  readonly onNotFound: () => void;
}

/** The calendar of who was given the address, for programs that can do nothing but ask for it. The address is the key: it stands
 *  in no log, and nothing keeps or passes on what it opened. */
export function calendarDoor({ database, site, onNotFound }: Parts): Router {
  const router = Router();
  router.get("/calendario/:token.ics", async ({ params }: Request<{ token: string }>, response) => {
    response.set({ "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" });
    const entries = await readFeed(database, params.token);
    if (entries === null) {
      onNotFound();
      response.status(404).type("text").send("Indirizzo del calendario non più valido.\n");
      return;
    }
    response
      .set("Content-Type", "text/calendar; charset=utf-8")
      .set("Content-Disposition", 'inline; filename="upiao.ics"')
      .send(writeCalendar(entries, site()));
  });
  return router;
}
