import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from "typeorm";
import { User } from "../people/user.entity.ts";
import { Adoption } from "./adoption.entity.ts";

/** An adopted plan is online from this moment, for good. */
@Entity()
export class Publication {
  @PrimaryColumn("uuid")
  adoptionId!: string;
  @OneToOne(() => Adoption, { onDelete: "RESTRICT" })
  @JoinColumn({ name: "adoption_id" })
  adoption!: Relation<Adoption>;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  @Column("timestamptz", { default: () => "now()" })
  @Index()
  at!: Date;
}
