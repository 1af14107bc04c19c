import { type BodyType, bodyTypes } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";

export const BodyTypeEnum = enumOf(bodyTypes);
registerEnumType(BodyTypeEnum, { name: "BodyType" });

/** A public body of the territory: Comune, Provincia, Città metropolitana, Unione di Comuni. */
@ObjectType()
@Entity()
@Check("body_type", oneOf("type", bodyTypes))
@Check("body_successor", "successor_id IS NULL OR ended_on IS NOT NULL")
// An expression over trigrams, which TypeORM cannot describe: the migration makes it.
@Index("body_search_name", { synchronize: false })
export class Body {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => BodyTypeEnum)
  @Column("text")
  type!: BodyType;

  @Field(() => String)
  @Column("text")
  name!: string;

  /** `searchName` of the domain, kept beside the name so that the search uses an index. */
  @Column("text")
  searchName!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true, unique: true })
  istatCode!: string | null;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  @Index()
  ipaCode!: string | null;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  @Index()
  cadastralCode!: string | null;

  @Field(() => String, { nullable: true, description: "Sigla of the province, which tells homonyms apart." })
  @Column("text", { nullable: true })
  @Index()
  provinceSign!: string | null;

  /** Census of 2011: it orders search results and is never shown as a current figure. */
  @Column("integer", { nullable: true })
  population2011!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The first day on which it is no more, ISO 8601; null: it is in force.",
  })
  @Column("date", { nullable: true })
  endedOn!: string | null;

  @Column("uuid", { nullable: true })
  successorId!: string | null;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  successor!: Relation<Body> | null;
}
