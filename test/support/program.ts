import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** A person at the door of the API, as a program signs in. */
export class Program {
  private constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async login(url: string, address: string): Promise<Program> {
    const { data } = await post<{ login: { token: string } }>(
      url,
      'mutation ($email: String!) { login(email: $email, password: "upiao-demo") { token } }',
      { email: `${address}@upiao.example` },
    );
    return new Program(url, data.login.token);
  }

  ask<T>(query: string, variables: object = {}): Promise<Answer<T>> {
    return post<T>(this.url, query, variables, { authorization: `Bearer ${this.token}` });
  }

  async sharedSection(): Promise<string> {
    const { data } = await this.ask<{ sections: { edges: { node: { id: string } }[] } }>(
      "{ sections(shared: true) { edges { node { id } } } }",
    );
    return data.sections.edges[0]!.node.id;
  }

  /** The roles at the first body of this person, who administers it. */
  async people(): Promise<{ email: string; id: string; membershipId: string }[]> {
    const { data: mine } = await this.ask<{ me: { memberships: { body: { id: string } }[] } }>(
      "{ me { memberships { body { id } } } }",
    );
    const { data } = await this.ask<{ bodyPeople: { email: string; id: string; membershipId: string }[] }>(
      "query ($id: ID!) { bodyPeople(bodyId: $id) { email id membershipId } }",
      { id: mine.me.memberships[0]!.body.id },
    );
    return data.bodyPeople;
  }

  /** Takes the roles of a person away, at the body that this one administers. */
  async takeRolesOf(address: string): Promise<void> {
    for (const { email, membershipId } of await this.people()) {
      if (email !== `${address}@upiao.example`) continue;
      await this.ask("mutation ($id: ID!) { removeRole(membershipId: $id) }", { id: membershipId });
    }
  }

  async plainText(sectionId: string): Promise<string> {
    const { data } = await this.ask<{ section: { plainText: string } }>(
      "query ($id: ID!) { section(id: $id) { plainText } }",
      { id: sectionId },
    );
    return data.section.plainText;
  }

  async ticket(sectionId: string): Promise<string> {
    const { data } = await this.ask<{ syncTicket: { ticket: string } }>(
      "mutation ($id: ID!) { syncTicket(sectionId: $id) { ticket } }",
      { id: sectionId },
    );
    return data.syncTicket.ticket;
  }

  /** Opens the section as anybody's program would, by the stock provider of y-websocket. */
  async open(sectionId: string, doc = new Y.Doc()): Promise<OpenSection> {
    const provider = new WebsocketProvider(`${this.url.replace("http", "ws")}/sync`, sectionId, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { ticket: await this.ticket(sectionId) },
    });
    const open = new OpenSection(doc, provider);
    await until(() => provider.synced);
    return open;
  }
}

export class OpenSection {
  readonly closeCodes: number[] = [];

  constructor(
    readonly doc: Y.Doc,
    readonly provider: WebsocketProvider,
  ) {
    provider.on("connection-close", (event) => {
      if (event) this.closeCodes.push(event.code);
    });
  }

  get text(): string {
    return this.doc.getXmlFragment("default").toString();
  }

  /** Adds a paragraph at the end; answers the text node in it, to type on. */
  write(words: string): Y.XmlText {
    const text = new Y.XmlText();
    const block = new Y.XmlElement("block");
    this.doc.transact(() => {
      block.setAttribute("kind", "paragraph");
      this.doc.getXmlFragment("default").push([block]);
      block.push([text]);
      text.insert(0, words);
    });
    return text;
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}

/** Shorter than the limit of a test, which would not say what was waited for. */
const longestWait = 90_000;

/** Waits for the thing itself, which is not to hold before it comes about. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + longestWait;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`in vain: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function post<T>(
  url: string,
  query: string,
  variables: object,
  headers: object = {},
): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<T>;
}
