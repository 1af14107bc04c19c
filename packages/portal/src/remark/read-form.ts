import express, { type Request, type Response } from "express";
import { largestForm } from "../limits.ts";

const parse = express.urlencoded({ extended: false, limit: largestForm, parameterLimit: 20 });

/** The fields of a form that was sent, or null: it is too large, or no form. */
export function readForm(request: Request, response: Response): Promise<((name: string) => string) | null> {
  return new Promise((resolve) => {
    parse(request, response, (error?: unknown) => {
      const body: unknown = request.body;
      if (error || typeof body !== "object" || body === null) return resolve(null);
      const fields = body as Readonly<Record<string, unknown>>;
      resolve((name) => {
        const value = Object.hasOwn(fields, name) ? fields[name] : "";
        return typeof value === "string" ? value : "";
      });
    });
  });
}
