import type { TFunction } from "i18next";
import type { BodyNameFragment } from "../generated/graphql.ts";

/** A body as people call it: the register has «Capannori», a page says «Comune di Capannori». What is not a
 *  Comune carries its kind in its name. */
export function bodyTitle({ type, name }: Pick<BodyNameFragment, "type" | "name">, t: TFunction): string {
  return type === "COMUNE" ? t("body.comune", { name }) : name;
}
