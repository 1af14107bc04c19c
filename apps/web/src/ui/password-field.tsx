import { type ComponentProps, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "./field.tsx";

/** A field for a password, which can be shown: who can see what they type needs no second field. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, "type">) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <Field {...props} type={isShown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      <div className="show-password">
        <input id={id} type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
        <label htmlFor={id}>{t("field.showPassword")}</label>
      </div>
    </>
  );
}
