import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Response } from "express";
import { LRUCache } from "lru-cache";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Asked, addLanguage } from "../asked/asked.ts";
import type { Asking } from "../asked/asking.ts";
import { PageContext } from "../layout/page-context.ts";
import { keptPageBytes } from "../limits.ts";
import { isKnown, tagOf } from "./entity-tag.ts";

/** A page that can be told from another before it is rendered. */
export interface Page {
  /** All that it is made from: the same gives the same page. */
  readonly basis: unknown;
  /** Of the page, with the parameters that it knows; by itself the path. Others make no other page. */
  readonly address?: string;
  readonly status?: number;
  /** It is made for one reader: no other may be given it. */
  readonly isFresh?: boolean;
  render(): ReactElement | Promise<ReactElement>;
}

interface Rendered {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** Sends pages: not at all when the reader has them, from memory when somebody has had them, else rendered. */
export class PageDesk {
  private readonly kept = new LRUCache<string, Rendered>({
    maxSize: keptPageBytes,
    sizeCalculation: ({ plain, zipped }) => plain.length + zipped.length,
  });
  private readonly rendering = new Map<string, Promise<Rendered>>();

  constructor(private readonly site: () => string) {}

  async send(request: Asking, response: Response, asked: Asked, page: Page): Promise<void> {
    const { status = 200 } = page;
    const { address = asked.path } = page;
    const tag = tagOf([this.site(), address, asked.language, asked.isLanguageChosen, page.basis]);
    const isKept = status === 200 && !page.isFresh && (request.method === "GET" || request.method === "HEAD");
    const isZipped = request.acceptsEncodings("gzip") === "gzip";
    response.status(status).vary("Accept-Language").vary("Accept-Encoding");
    response.set("Cache-Control", isKept ? "public, max-age=60, stale-while-revalidate=600" : "no-store");
    if (isKept) {
      response.set("ETag", isZipped ? `"${tag}-gzip"` : `"${tag}"`);
      if (isKnown(request, tag)) {
        response.status(304).end();
        return;
      }
    }
    const { plain, zipped } = await (isKept ? this.rendered(tag, asked, page) : this.render(asked, page));
    if (isZipped) response.set("Content-Encoding", "gzip");
    response.set("Content-Type", "text/html; charset=utf-8").set("Content-Language", asked.language);
    const body = isZipped ? zipped : plain;
    response.set("Content-Length", String(body.length));
    if (request.method === "HEAD") response.end();
    else response.end(body);
  }

  private async rendered(tag: string, asked: Asked, page: Page): Promise<Rendered> {
    const kept = this.kept.get(tag);
    if (kept) return kept;
    let made = this.rendering.get(tag);
    if (!made) {
      made = this.render(asked, page).finally(() => this.rendering.delete(tag));
      this.rendering.set(tag, made);
    }
    const rendered = await made;
    this.kept.set(tag, rendered);
    return rendered;
  }

  private async render(asked: Asked, page: Page): Promise<Rendered> {
    const site = this.site();
    const content = await page.render();
    const inOtherLanguage = addLanguage(page.address ?? asked.path, asked.language === "it" ? "en" : "it");
    const facts = { ...asked, site, inOtherLanguage };
    const html = renderToStaticMarkup(<PageContext value={facts}>{content}</PageContext>);
    const plain = Buffer.from(`<!DOCTYPE html>${html}`);
    return { plain, zipped: await promisify(gzip)(plain) };
  }
}
