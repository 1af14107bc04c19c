import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from "typeorm";

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

function nameOf(table: Table | string): string {
  return (typeof table === "string" ? table : table.name).replace(/^.*\./, "");
}

function constraint(table: Table | string, columns: string[], kind: string): string {
  return [nameOf(table), ...columns, kind].join("_");
}

/** snake_case in PostgreSQL, so that SQL written by hand needs no quotes, and constraints with the names
 *  that PostgreSQL itself would give them, so that its errors can be read. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join("_"));
  }
  override joinColumnName(relation: string, referenced: string): string {
    return snake(`${relation}_${referenced}`);
  }
  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`;
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return constraint(table, columns, "key");
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return constraint(table, columns, "fkey");
  }
  override indexName(table: Table | string, columns: string[]): string {
    return constraint(table, columns, "idx");
  }
}
