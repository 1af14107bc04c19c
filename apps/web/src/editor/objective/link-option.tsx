import { useTranslation } from "react-i18next";
import { ToVerify } from "../../ui/to-verify.tsx";
import { mostMatches } from "./match-choices.ts";
import type { LinkChoice } from "./objective-sources.ts";

export function LinkOption({ choice: { code, title, facts, isVerified } }: { readonly choice: LinkChoice }) {
  return (
    <>
      <strong>{code}</strong> <span lang="it">{title}</span> {!isVerified && <ToVerify />}
      <span className="combobox-facts">{facts.join(" · ")}</span>
    </>
  );
}

interface Props {
  readonly typed: string;
  readonly found: readonly LinkChoice[];
  readonly isKnown: boolean;
}

/** How many choices match what is being typed, for who does not see the list. */
export function FoundStatus({ typed, found, isKnown }: Props) {
  const { t } = useTranslation();
  const many = found.length < mostMatches ? "objective.found" : "objective.foundMore";
  return (
    <span role="status" className="visually-hidden">
      {isKnown && typed.trim() !== "" && t(many, { count: found.length })}
    </span>
  );
}
