import type { LinkField } from "@upiao/document";
import { useContext, useEffect, useMemo, useState } from "react";
import { type LinkChoice, ObjectiveSourcesContext } from "./objective-sources.ts";

interface Choices {
  /** Null: there is no list at hand. */
  readonly known: ReadonlyMap<string, LinkChoice> | null;
  /** Asks again, where nobody has answered so far. */
  readonly refresh: () => void;
}

/** What a field can name. */
export function useLinkChoices(field: LinkField): Choices {
  const { choicesFor } = useContext(ObjectiveSourcesContext);
  const [choices, setChoices] = useState<readonly LinkChoice[]>([]);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn more asks again
  useEffect(() => {
    let isHere = true;
    choicesFor(field).then(
      (found) => isHere && setChoices(found),
      // Offline: the field works without.
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [choicesFor, field, turn]);
  const known = useMemo(
    () => (choices.length === 0 ? null : new Map(choices.map((choice) => [choice.code, choice]))),
    [choices],
  );
  return { known, refresh: () => void (known === null && setTurn((before) => before + 1)) };
}
