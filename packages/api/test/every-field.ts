import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** Of a type that has only fields of other types. */
const nothing = "";

/** A selection of all fields of a type, and of theirs, so deep. */
export function everyField(schema: GraphQLSchema, typeName: string, depth: number): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} has no fields`);
  const selections = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) return [field.name];
    // Bodies are everywhere and open to everybody, and have trials of their own: within other things a few fields do.
    if (inner.name === "Body") return depth > 0 ? [`${field.name} { id type name }`] : [];
    const below = depth > 0 ? everyField(schema, inner.name, depth - 1) : nothing;
    return below === nothing ? [] : [`${field.name} ${below}`];
  });
  return selections.length === 0 ? nothing : `{ ${selections.join(" ")} }`;
}

/** The fields («Type.field») that an answer holds, from its root type on. It has no aliases. */
export function fieldsIn(type: GraphQLOutputType, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (isNonNullType(type)) return fieldsIn(type.ofType, value);
  if (isListType(type)) return (value as unknown[]).flatMap((item) => fieldsIn(type.ofType, item));
  if (!isObjectType(type)) return [];
  const fields = type.getFields();
  return Object.entries(value).flatMap(([name, inner]) => [
    `${type.name}.${name}`,
    ...fieldsIn(fields[name]!.type, inner),
  ]);
}

/** Every field of every object type of a schema, by type. */
export function fieldsOf(schema: GraphQLSchema): Record<string, string[]> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const own = types.filter((type) => !type.name.startsWith("__"));
  return Object.fromEntries(own.map((type) => [type.name, Object.keys(type.getFields()).sort()]));
}
