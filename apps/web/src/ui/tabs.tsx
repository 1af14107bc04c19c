import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

export interface Tab {
  readonly key: string;
  readonly words: ReactNode;
  readonly content: ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The one shown at first. */
  readonly initial: string;
  /** The tab that something outside wants shown, anew with each turn. */
  readonly asked?: { readonly key: string; readonly turn: number } | null;
  /** Where something outside keeps which one is shown. */
  readonly onChoose?: (key: string) => void;
}

const step: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Panels of which one is shown, as the ARIA Authoring Practices want tabs: one stop of the Tab key, arrows between them.
 *  What is not shown stays mounted, so that a half-written comment survives a look at the guidance. */
export function Tabs({ label, tabs, initial, asked, onChoose }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState(initial);
  const choose = (key: string) => {
    setChosen(key);
    onChoose?.(key);
  };
  const [askedKey, turn] = [asked?.key, asked?.turn];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks anew, also for the same tab.
  useEffect(() => {
    if (askedKey !== undefined) setChosen(askedKey);
  }, [askedKey, turn]);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === chosen),
  );

  const move = (event: KeyboardEvent) => {
    const next = step[event.key]?.(at, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(tabs[next]!.key);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <div className="tabs">
      <div ref={list} role="tablist" aria-label={label} className="tabs-list" onKeyDown={move}>
        {tabs.map(({ key, words }, index) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-tab-${key}`}
            aria-selected={index === at}
            aria-controls={`${id}-panel-${key}`}
            tabIndex={index === at ? 0 : -1}
            className="tabs-tab"
            onClick={() => choose(key)}
          >
            {words}
          </button>
        ))}
      </div>
      {tabs.map(({ key, content }, index) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-panel-${key}`}
          aria-labelledby={`${id}-tab-${key}`}
          hidden={index !== at}
          className="tabs-panel"
        >
          {content}
        </div>
      ))}
    </div>
  );
}
