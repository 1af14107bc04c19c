import { codesIn, type LinkField } from "@upiao/document";
import { useLinkChoices } from "./use-link-choices.ts";

interface Props {
  readonly field: LinkField;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What a field names, to be read: its codes, and what each is called where that is known. */
export function NamedLinks({ field, attributes }: Props) {
  const { known } = useLinkChoices(field);
  return codesIn(attributes, field).map((code) => {
    const title = known?.get(code)?.title;
    return (
      <span key={code} className="named-link">
        {code} {title && <span lang="it">{title}</span>}
      </span>
    );
  });
}
