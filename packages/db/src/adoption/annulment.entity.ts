import { type ActKind, actKinds } from "@upiao/domain";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { Plan } from "../plan/plan.entity.ts";
import { ActFile } from "./act-file.entity.ts";

/** An adoption that was annulled before it was published, as it was, and why. Whoever writes one names the adoption, the reason and
 *  themselves: the database takes the rest from the adoption, which is one no more. It lets nobody change or remove one. */
@Entity()
@Check("annulment_act_kind", oneOf("act_kind", actKinds))
@Check("annulment_sha256", "length(sha256) = 32")
export class Annulment {
  @PrimaryColumn("uuid")
  adoptionId!: string;

  @Column("uuid")
  @Index()
  planId!: string;
  @ManyToOne(() => Plan, { onDelete: "RESTRICT" })
  plan!: Relation<Plan>;

  @Column("integer")
  amendment!: number;

  @Column("text")
  actKind!: ActKind;

  @Column("text")
  actNumber!: string;

  @Column("date")
  actDay!: string;

  @Column("uuid")
  @Index()
  actFileId!: string;
  @ManyToOne(() => ActFile, { onDelete: "RESTRICT" })
  actFile!: Relation<ActFile>;

  @Column("bytea", { select: false })
  content!: Buffer;

  @Column("bytea")
  sha256!: Buffer;

  @Column("uuid")
  adoptedByUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  adoptedByUser!: Relation<User>;

  @Column("timestamptz")
  adoptedAt!: Date;

  @Column("text")
  reason!: string;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
