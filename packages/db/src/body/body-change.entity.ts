import { type BodyChangeKind, bodyChangeKinds, type RegisterSource, registerSources } from "@upiao/domain";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { oneOf } from "../closed-list.ts";
import { Body } from "./body.entity.ts";

/** What an import of the registers changed of a body: the history of its names and codes. */
@Entity()
@Check("body_change_what", oneOf("what", bodyChangeKinds))
@Check("body_change_source", oneOf("source", registerSources))
// An expression over trigrams, which TypeORM cannot describe: the migration makes it.
@Index("body_change_search_before", { synchronize: false })
export class BodyChange {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Column("text")
  what!: BodyChangeKind;

  /** Null where there was nothing. */
  @Column("text", { nullable: true })
  @Index()
  before!: string | null;

  /** Of a former name, `searchName` of the domain: the body is found by it. */
  @Column("text", { nullable: true })
  searchBefore!: string | null;

  /** Of a body that has ended, the ISTAT code of the one that it went into, or null. */
  @Column("text", { nullable: true })
  after!: string | null;

  /** Since when, as the edition or the file of mergers says it. */
  @Column("date")
  day!: string;

  @Column("text")
  source!: RegisterSource;

  @Column("timestamptz", { default: () => "now()" })
  readonly importedAt!: Date;
}
