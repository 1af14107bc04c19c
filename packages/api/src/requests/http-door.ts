import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import { isDatabaseAway } from "@upiao/db";
import { Refusal } from "@upiao/domain";
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
import { type Language, languageOf, languages } from "../errors/language.ts";
import { largestBodyBytes, largestImportBytes } from "../limits.ts";
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
  /** One for each language: Apollo formats errors without a request at hand, some of them before there is a context. An
   *  `AsyncLocalStorage` would know the request, but makes every promise and every socket of the process slower. */
  private readonly apollos: ReadonlyMap<Language, ApolloServer<Context>>;

  constructor(private readonly options: HttpDoorOptions) {
    this.apollos = new Map(languages.map((language) => [language, this.apolloIn(language)]));
  }

  async start(): Promise<void> {
    const answering = new Map<Language, RequestHandler>();
    for (const [language, apollo] of this.apollos) {
      await apollo.start();
      const context = ({ req, res }: { req: Request; res: Response }) => this.contextOf(req, res);
      answering.set(language, expressMiddleware(apollo, { context }));
    }
    const answer: RequestHandler = (request, response, next) =>
      answering.get(languageOf(request))!(request, response, next);
    this.router.post("/graphql", json({ limit: largestBodyBytes }), answer);
    // The text of a plan is longer than any question. The same door, so that all its other limits hold; room is for who has signed in.
    this.router.post("/graphql/import", this.onlySignedIn, json({ limit: largestImportBytes }), answer);
    this.router.all(["/graphql", "/graphql/import"], (request, response) => {
      response.setHeader("Allow", "POST");
      this.refuse(request, response, 405, new GraphQLError("Only POST is answered here."));
    });
    this.router.use(this.onUnreadableBody);
  }

  async stop(): Promise<void> {
    for (const apollo of this.apollos.values()) await apollo.stop();
  }

  private apolloIn(language: Language): ApolloServer<Context> {
    const { schema, errors, introspection } = this.options;
    return new ApolloServer<Context>({
      schema,
      introspection,
      parseOptions,
      validationRules: ownRules(introspection),
      plugins: [beforeExecution, ApolloServerPluginLandingPageDisabled()],
      formatError: (_, error) => errors.answer(error, language),
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

  private async contextOf(request: Request, response: Response): Promise<Context> {
    const { parts, secureCookies } = this.options;
    const token = tokenOf(request);
    const viewer = token === null ? null : await findViewer(parts.database, token).catch(unavailable);
    return new Context(parts, viewer, new Browser(request, response, secureCookies));
  }

  /** Before the body is read. */
  private readonly onlySignedIn: RequestHandler = async (request, response, next) => {
    const token = tokenOf(request);
    const viewer =
      token === null ? null : await findViewer(this.options.parts.database, token).catch(unavailable);
    if (viewer) next();
    else this.refuse(request, response, 401, new Refusal("NOT_AUTHENTICATED"));
  };

  private readonly onUnreadableBody: ErrorRequestHandler = (error, request, response, _next) => {
    const { status, type, limit } = error as { status?: number; type?: string; limit?: number };
    if (type === "entity.too.large")
      return this.refuse(request, response, 413, tooComplex("bytes", limit ?? largestBodyBytes));
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
