import { Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { AssociatedOffice } from "./associated-office.entity.ts";

/** A body in an associated office, from a day on and, once it has left, until a moment. */
@ObjectType()
@Entity()
// The day begins in Italy, wherever the database stands.
@Check("office_member_dates", "left_at IS NULL OR left_at >= joined_on::timestamp AT TIME ZONE 'Europe/Rome'")
@Index("office_member_once", ["officeId", "bodyId"], { unique: true, where: "left_at IS NULL" })
export class OfficeMember {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  // `office_member_once` does not hold those that have left.
  @Column("uuid")
  @Index()
  officeId!: string;
  @ManyToOne(() => AssociatedOffice, { onDelete: "CASCADE" })
  office!: Relation<AssociatedOffice>;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => String, { description: "Day of joining, ISO 8601." })
  @Column("date")
  joinedOn!: string;

  @Column("timestamptz", { nullable: true })
  leftAt!: Date | null;
}
