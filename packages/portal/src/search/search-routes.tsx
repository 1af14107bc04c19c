import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import type { Portal } from "../portal.ts";
import { findBodies } from "./find-bodies.ts";
import { findTexts } from "./find-texts.ts";
import { SearchPage } from "./search-page.tsx";
import { addressOf, isEmpty, readQuestion } from "./search-question.ts";

export function searchRoutes(portal: Portal): Router {
  const router = Router();
  router.get("/pubblico/cerca", async (request, response) => {
    const asked = readAsked(request);
    const question = readQuestion(asked);
    const found = isEmpty(question)
      ? null
      : await portal.costly.pass(() => findTexts(portal.database, question));
    const bodies = question.page === 1 ? await findBodies(portal.database, question.words) : [];
    await portal.pages.send(request, response, asked, {
      basis: [question, found, bodies],
      address: addressOf(question, question.page),
      render: () => <SearchPage {...{ question, found, bodies }} />,
    });
  });
  return router;
}
