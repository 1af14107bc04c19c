import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";

/** The sizes of a document once its fragments are spread out. */
export interface Measures {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
}

const nothing: Measures = { depth: 0, aliases: 0, directives: 0, selections: 0 };

type Node = OperationDefinitionNode | FragmentDefinitionNode | SelectionNode;

/** Measures all operations of a document together. A fragment is measured once, however often it is spread,
 *  so the time grows with the text and not with what it stands for; one in a circle, which validation refuses
 *  anyway, counts as empty where the circle closes. */
export function measure(document: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Measures>();

  function ofFragment(name: string): Measures {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const fragment = fragments.get(name);
    const result = fragment ? ofNode(fragment) : nothing;
    measured.set(name, result);
    return result;
  }

  function ofNode(node: Node): Measures {
    const inside = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofChildren(node);
    const isField = node.kind === Kind.FIELD;
    return {
      depth: inside.depth + (isField ? 1 : 0),
      aliases: inside.aliases + (isField && node.alias ? 1 : 0),
      directives: inside.directives + (node.directives?.length ?? 0),
      selections: inside.selections + 1,
    };
  }

  function ofChildren(node: Exclude<Node, { kind: Kind.FRAGMENT_SPREAD }>): Measures {
    const children = isIntrospection(node) ? [] : (node.selectionSet?.selections ?? []);
    return children.map(ofNode).reduce(sum, nothing);
  }

  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.map(ofNode).reduce(sum, nothing);
}

function sum(one: Measures, other: Measures): Measures {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    selections: one.selections + other.selections,
  };
}

// Its depth is that of GraphQL's own types; where it may be asked at all, the tools ask for all of it.
function isIntrospection(node: Node): node is FieldNode {
  return node.kind === Kind.FIELD && (node.name.value === "__schema" || node.name.value === "__type");
}
