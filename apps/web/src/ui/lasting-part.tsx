import { useLayoutEffect, useRef, useState } from "react";

/** A part of a page that outlives its place: what is half written in it stays while all around it is made anew. It is rendered into
 *  `element` by a portal. */
export interface LastingPart {
  readonly element: HTMLElement;
  /** What had the focus when its place went. */
  focused: HTMLElement | null;
}

export function useLastingPart(): LastingPart {
  const [part] = useState(() => {
    const element = document.createElement("div");
    element.className = "lasting-part";
    return { element, focused: null };
  });
  return part;
}

/** Where it stands now. */
export function PlaceOf({ part }: { readonly part: LastingPart }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current!.append(part.element);
    part.focused?.focus();
    return () => {
      const { activeElement } = document;
      part.focused =
        activeElement instanceof HTMLElement && part.element.contains(activeElement) ? activeElement : null;
    };
  }, [part]);
  return <div ref={place} className="lasting-part" />;
}
