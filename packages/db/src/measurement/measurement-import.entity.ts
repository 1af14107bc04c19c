import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from "typeorm";
import { Body } from "../body/body.entity.ts";
import { User } from "../people/user.entity.ts";

/** A spreadsheet that somebody is about to import, as far as it has arrived: it is looked at before it is written. */
@Entity()
export class MeasurementImport {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "CASCADE" })
  body!: Relation<Body>;

  @Column("integer")
  year!: number;

  @Column("uuid")
  @Index()
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @CreateDateColumn({ type: "timestamptz" })
  readonly at!: Date;
}
