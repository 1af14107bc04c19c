import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, problemOf } from "../api/problem.ts";
import { useFieldSentence, useProblemSentence } from "../api/problem-sentence.ts";

/** Something that a form's sender has to correct; `field` is null when it is of the whole. */
export interface FormFault {
  readonly field: string | null;
  readonly sentence: string;
}

type Values<Name extends string> = Record<Name, string>;

interface Options<Name extends string> {
  readonly fields: readonly Name[];
  readonly required: readonly Name[];
  readonly send: (values: Values<Name>, form: HTMLFormElement) => Promise<void>;
  /** At which field the server's problem is shown, and with which words where its own do not fit. */
  readonly place?: (problem: Problem) => { readonly field: Name; readonly sentence?: string } | null;
}

/** Sending a form: what is missing is said before the server is asked, what the server refuses at its field. */
export function useForm<Name extends string>({ fields, required, send, place }: Options<Name>) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const sentenceThere = useFieldSentence();
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [isSending, setSending] = useState(false);

  const faultOf = (problem: Problem): FormFault => {
    const placed = place?.(problem);
    if (!placed) return { field: null, sentence: sentence(problem) };
    return { field: placed.field, sentence: placed.sentence ?? sentenceThere(problem) };
  };
  const submit = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const values = Object.fromEntries(fields.map((name) => [name, wordsOf(data.get(name))])) as Values<Name>;
    const missing = required.filter((name) => values[name].trim() === "");
    if (missing.length > 0) {
      return setFaults(missing.map((field) => ({ field, sentence: t("field.missing") })));
    }
    setSending(true);
    try {
      await send(values, form);
      setFaults([]);
    } catch (error) {
      const problem = problemOf(error);
      setFaults([problem, ...(problem.others ?? [])].map(faultOf));
    } finally {
      setSending(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isSending) void submit(event.currentTarget);
  };
  return { onSubmit, faults, isSending };
}

/** Of a file its name: that it is there is all that the form asks. */
function wordsOf(value: FormDataEntryValue | null): string {
  return value instanceof File ? value.name : (value ?? "");
}
