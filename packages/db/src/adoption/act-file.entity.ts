import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { User } from "../people/user.entity.ts";
import { Plan } from "../plan/plan.entity.ts";

/** The file of an act, as it was handed in. The database lets nobody change one, and only the unused ones go. */
@Entity()
@Check("act_file_sha256", "length(sha256) = 32")
export class ActFile {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  planId!: string;
  @ManyToOne(() => Plan, { onDelete: "RESTRICT" })
  plan!: Relation<Plan>;

  @Column("text")
  name!: string;

  @Column("text")
  mediaType!: string;

  @Column("bytea", { select: false })
  bytes!: Buffer;

  @Column("bytea")
  sha256!: Buffer;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
