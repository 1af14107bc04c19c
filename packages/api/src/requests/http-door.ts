import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import { isDatabaseAway } from "@upiao/db";
import { findViewer, tokenOf } from "@upiao/identity";
import {
  type ErrorRequestHandler,
  json,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from "express";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { Context, type Parts } from "../context.ts";
import type { ErrorDesk } from "../errors/answer.ts";
import { languageOf, spoken } from "../errors/language.ts";
import { largestBodyBytes } from "../limits.ts";
import { Browser } from "../people/browser.ts";
import { ownRules, parseOptions } from "./check-request.ts";
import { refuseCostly } from "./cost.ts";
import { tooComplex } from "./limits-rule.ts";

export interface HttpDoorOptions {
  readonly schema: GraphQLSchema;
  readonly parts: Parts;
  readonly errors: ErrorDesk;
  readonly introspection: boolean;
  readonly secureCookies: boolean;
}

/** Queries and mutations by `POST /graphql`, in JSON. */
export class HttpDoor {
  readonly router = Router();
  private readonly apollo: ApolloServer<Context>;

  constructor(private readonly options: HttpDoorOptions) {
    const { schema, errors, introspection } = options;
    this.apollo = new ApolloServer<Context>({
      schema,
      introspection,
      parseOptions,
      validationRules: ownRules(introspection),
      plugins: [beforeExecution, ApolloServerPluginLandingPageDisabled()],
      formatError: (_, error) => errors.answer(error, spoken.getStore() ?? "it"),
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      hideSchemaDetailsFromClientErrors: !introspection,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      // What it would write about a request, `errors` writes without the request's data.
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    });
  }

  async start(): Promise<void> {
    await this.apollo.start();
    const execute = expressMiddleware(this.apollo, { context: ({ req, res }) => this.contextOf(req, res) });
    // After the body: what reads it goes on outside of any request's asynchronous context.
    const speak: RequestHandler = (request, _response, next) => spoken.run(languageOf(request), next);
    this.router.post("/graphql", json({ limit: largestBodyBytes }), speak, execute);
    this.router.all("/graphql", (request, response) => {
      response.setHeader("Allow", "POST");
      this.refuse(request, response, 405, new GraphQLError("Only POST is answered here."));
    });
    this.router.use(this.onUnreadableBody);
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  private async contextOf(request: Request, response: Response): Promise<Context> {
    const { parts, secureCookies } = this.options;
    const token = tokenOf(request);
    const viewer = token === null ? null : await findViewer(parts.database, token).catch(unavailable);
    return new Context(parts, viewer, new Browser(request, response, secureCookies));
  }

  private readonly onUnreadableBody: ErrorRequestHandler = (error, request, response, _next) => {
    const { status, type } = error as { status?: number; type?: string };
    if (type === "entity.too.large")
      return this.refuse(request, response, 413, tooComplex("bytes", largestBodyBytes));
    if (status !== undefined && status < 500) {
      return this.refuse(request, response, status, new GraphQLError("The body is not JSON in UTF-8."));
    }
    this.refuse(request, response, 500, error);
  };

  private refuse(request: Request, response: Response, status: number, error: unknown): void {
    response.status(status).json({ errors: [this.options.errors.answer(error, languageOf(request))] });
  }
}

/** Nothing was executed: what stands before the server may ask another one. */
function unavailable(error: unknown): never {
  if (!isDatabaseAway(error)) throw error;
  throw new GraphQLError("", { originalError: error as Error, extensions: { http: { status: 503 } } });
}

const beforeExecution: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return;
        if (operation.operation === "subscription")
          throw new GraphQLError("Subscriptions come by WebSocket.");
        refuseCostly(schema, document, operation, request.variables ?? {});
      },
    };
  },
};
