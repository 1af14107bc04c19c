// @vitest-environment happy-dom
import i18next from "i18next";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import english from "../../i18n/en.json" with { type: "json" };
import italian from "../../i18n/it.json" with { type: "json" };
import { refusalKinds } from "../connection/save-state.ts";
import type { SittingView } from "../sitting/sitting.ts";
import { toolGroups } from "../toolbar/tools.ts";
import { EditorBoundary } from "./editor-boundary.tsx";
import { HandedBackPanel } from "./handed-back-panel.tsx";
import { PeopleList } from "./people-list.tsx";
import { SaveStatus } from "./save-status.tsx";

let place: HTMLElement;
let root: Root;
beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  await i18next.use(initReactI18next).init({
    lng: "it",
    resources: { it: { translation: italian } },
    showSupportNotice: false,
  });
});
beforeEach(() => {
  place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

function show(children: ReactNode): HTMLElement {
  act(() => root.render(children));
  return place;
}

function Broken(): ReactNode {
  throw new Error("fault");
}

function press(name: string): void {
  const button = [...place.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  act(() => button?.click());
}

const view = (part: Partial<SittingView>): SittingView => ({
  phase: "open",
  mustPropose: false,
  save: { kind: "saved" },
  canWrite: true,
  hasUnsaved: false,
  isKept: true,
  others: [],
  handedBack: [],
  ...part,
});

describe("the state of the text", () => {
  it.each<[string, Partial<SittingView>]>([
    ["Salvato", {}],
    ["Salvataggio in corso…", { save: { kind: "saving" } }],
    ["Non salvato, riprovo: le modifiche non si perdono", { save: { kind: "waiting" } }],
    ["Collegamento in corso…", { save: { kind: "connecting" } }],
    ["Offline: le modifiche restano su questo dispositivo", { save: { kind: "offline" } }],
    [
      "Offline: questo dispositivo non conserva le modifiche, non chiudere la pagina",
      { save: { kind: "offline" }, isKept: false },
    ],
    ["Offline: il testo potrebbe non essere aggiornato", { save: { kind: "offline" }, canWrite: false }],
    ["Sola lettura: la sezione è chiusa alla scrittura", { save: { kind: "readOnly", reason: "CLOSED" } }],
    ["Sola lettura", { save: { kind: "readOnly", reason: "" } }],
  ])("is said as «%s»", (sentence, part) => {
    expect(show(<SaveStatus view={view(part)} />).querySelector(".section-status__line")?.textContent).toBe(
      sentence,
    );
  });

  it("says whether something waits on this device", () => {
    const offline = { save: { kind: "offline" } } as const;
    expect(show(<SaveStatus view={view(offline)} />).textContent).not.toContain("non ancora inviate");
    expect(show(<SaveStatus view={view({ ...offline, hasUnsaved: true })} />).textContent).toContain(
      "non ancora inviate",
    );
  });

  it("is read aloud when it goes wrong and when it is well again, not at each letter", () => {
    const said = () => place.querySelector('[role="status"]')?.textContent;
    show(<SaveStatus view={view({})} />);
    show(<SaveStatus view={view({ save: { kind: "saving" } })} />);
    show(<SaveStatus view={view({})} />);
    expect(said()).toBe("");
    show(<SaveStatus view={view({ save: { kind: "offline" } })} />);
    expect(said()).toMatch(/^Offline/);
    show(<SaveStatus view={view({ save: { kind: "saving" } })} />);
    show(<SaveStatus view={view({})} />);
    expect(said()).toBe("Salvato");
  });
});

describe("words handed back", () => {
  const words = { id: "1:0", text: " e <b>NON</b> & altro ", why: "moved" } as const;

  it("are shown as they were typed, and put back, copied or discarded", () => {
    const settled: string[] = [];
    const back: string[] = [];
    show(
      <HandedBackPanel
        words={[words]}
        onPutBack={({ id }) => back.push(id)}
        onSettle={(id) => settled.push(id)}
      />,
    );
    expect(place.textContent).toContain(
      "Le tue parole «e <b>NON</b> & altro» erano in un punto che un’altra persona stava spostando o togliendo.",
    );
    press("Rimetti qui");
    press("Scarta");
    expect([back, settled]).toEqual([["1:0"], ["1:0"]]);
  });

  it("cannot be put back where the text may not be written in", () => {
    show(<HandedBackPanel words={[{ ...words, why: "shut" }]} onPutBack={null} onSettle={() => {}} />);
    expect(place.textContent).not.toContain("Rimetti qui");
    expect(place.querySelector("blockquote")?.textContent).toBe("e <b>NON</b> & altro");
  });

  it("show nothing when there are none", () => {
    expect(show(<HandedBackPanel words={[]} onPutBack={null} onSettle={() => {}} />).innerHTML).toBe("");
  });
});

it("those present are a list, with role and body beside the colour", () => {
  const bruno = { id: "b", name: "Bruno", color: "#0055aa", role: "RTD", body: "Comune di Barga" } as const;
  show(<PeopleList myName="Anna & C." others={[bruno]} />);
  expect([...place.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
    "Anna & C. (tu)",
    "Brunoresponsabile per la transizione digitale, Comune di Barga",
  ]);
});

it("a fault of the editor leaves a sentence, not an empty page", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  show(
    <EditorBoundary>
      <Broken />
    </EditorBoundary>,
  );
  expect(place.textContent).toContain("Quanto hai scritto è su questo dispositivo");
});

describe("the editor's words", () => {
  const keysOf = (value: unknown, prefix = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${prefix}.${key}`))
      : [prefix];

  it("are complete in English, but for the plural that only Italian has", () => {
    expect(keysOf(italian.editor).filter((key) => key !== ".words_many")).toEqual(keysOf(english.editor));
  });

  it("name every tool, group and refusal", () => {
    const tools: Record<string, string> = italian.editor.tool;
    const groups: Record<string, string> = italian.editor.toolGroup;
    const refused: Record<string, string> = italian.editor.refused;
    for (const group of toolGroups) {
      expect(groups[group.name]).toBeTruthy();
      for (const { name } of group.tools) expect(tools[name], name).toBeTruthy();
    }
    for (const kind of refusalKinds) expect(refused[kind], kind).toBeTruthy();
  });
});
