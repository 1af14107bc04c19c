import { useMutation, useQuery } from "@apollo/client/react";
import { type Role, roles } from "@upiao/domain";
import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../generated/gql.ts";
import type { Me } from "../../session/use-me.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

const People = graphql(`
  query People($bodyId: ID!) {
    bodyPeople(bodyId: $bodyId) {
      id
      membershipId
      name
      email
      role
      disabled
    }
  }
`);
const AddPerson = graphql(`
  mutation AddPerson($bodyId: ID!, $email: String!, $name: String!, $role: Role!, $password: String) {
    addPerson(bodyId: $bodyId, email: $email, name: $name, role: $role, password: $password) {
      membershipId
    }
  }
`);
const RemoveRole = graphql(`
  mutation RemoveRole($membershipId: ID!) {
    removeRole(membershipId: $membershipId)
  }
`);
const SetPersonDisabled = graphql(`
  mutation SetPersonDisabled($bodyId: ID!, $userId: ID!, $disabled: Boolean!) {
    setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: $disabled)
  }
`);

/** Who holds which role at a body, for its administrator. */
export default function PeoplePage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { bodyId = "" } = useParams();
  const ids = { name: useId(), email: useId(), role: useId(), password: useId() };
  const { data, error } = useQuery(People, { variables: { bodyId }, fetchPolicy: "cache-and-network" });
  const again = { refetchQueries: [People], awaitRefetchQueries: true };
  const [addPerson, adding] = useMutation(AddPerson, again);
  const [removeRole, removing] = useMutation(RemoveRole, again);
  const [setDisabled, disabling] = useMutation(SetPersonDisabled, again);
  if (error && !data) return <ErrorNote error={error} />;
  const body = me.memberships.find((membership) => membership.body.id === bodyId)?.body;
  const refused = removing.error ?? disabling.error;

  // What is refused is shown by the mutation's own error.
  const quietly = (done: Promise<unknown>) => void done.catch(() => {});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string) => String(new FormData(form).get(name));
    const variables = {
      bodyId,
      name: field("name"),
      email: field("email"),
      role: field("role") as Role,
      password: field("password") || null,
    };
    quietly(addPerson({ variables }).then(({ data: added }) => added && form.reset()));
  };

  return (
    <>
      <nav aria-label={t("layout.breadcrumb")} className="breadcrumbs">
        <Link to="/">{t("desk.title")}</Link>
      </nav>
      <PageTitle title={t("people.of", { name: body?.name ?? "" })} />
      {refused && <ErrorNote error={refused} />}
      <div className="table-wrap">
        <table className="table">
          <caption className="visually-hidden">{t("people.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("people.name")}</th>
              <th scope="col">{t("people.email")}</th>
              <th scope="col">{t("people.role")}</th>
              <th scope="col">{t("people.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {data?.bodyPeople.map((person) => (
              <tr key={person.membershipId}>
                <th scope="row">
                  {person.name} {person.disabled && <em>({t("people.disabled")})</em>}
                </th>
                <td>{person.email}</td>
                <td>{t(`role.${person.role}`)}</td>
                <td>
                  {person.id !== me.id && (
                    <>
                      <button
                        type="button"
                        className="btn btn-outline-danger btn-xs"
                        aria-label={t("people.removeOf", {
                          name: person.name,
                          role: t(`role.${person.role}`),
                        })}
                        onClick={() =>
                          quietly(removeRole({ variables: { membershipId: person.membershipId } }))
                        }
                      >
                        {t("people.remove")}
                      </button>{" "}
                      <button
                        type="button"
                        className="btn btn-outline-primary btn-xs"
                        onClick={() =>
                          quietly(
                            setDisabled({
                              variables: { bodyId, userId: person.id, disabled: !person.disabled },
                            }),
                          )
                        }
                      >
                        {t(person.disabled ? "people.enable" : "people.disable")}
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="card-plain" aria-labelledby="add-person">
        <h2 id="add-person">{t("people.add")}</h2>
        <form onSubmit={submit}>
          <label htmlFor={ids.name}>{t("people.name")}</label>
          <input id={ids.name} name="name" required autoComplete="off" />
          <label htmlFor={ids.email}>{t("people.email")}</label>
          <input id={ids.email} name="email" type="email" required autoComplete="off" />
          <label htmlFor={ids.role}>{t("people.role")}</label>
          <select id={ids.role} name="role" required>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
          <label htmlFor={ids.password}>{t("people.password")}</label>
          <input id={ids.password} name="password" type="password" autoComplete="new-password" />
          {adding.error && <ErrorNote error={adding.error} />}
          <button type="submit" className="btn btn-primary" aria-disabled={adding.loading}>
            {t("people.submit")}
          </button>
        </form>
      </section>
    </>
  );
}
