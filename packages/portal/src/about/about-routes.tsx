import { Router } from "express";
import { readAsked } from "../asked/asked.ts";
import type { Portal } from "../portal.ts";
import { accessibility } from "./accessibility.ts";
import { ArticlePage } from "./article-page.tsx";
import { notes } from "./notes.ts";

export function aboutRoutes(portal: Portal): Router {
  const router = Router();
  const articles = { "/pubblico/accessibilita": accessibility, "/pubblico/note": notes };
  for (const [path, article] of Object.entries(articles)) {
    router.get(path, async (request, response) => {
      const asked = readAsked(request);
      await portal.pages.send(request, response, asked, {
        basis: null,
        render: () => <ArticlePage article={article[asked.language]} />,
      });
    });
  }
  return router;
}
