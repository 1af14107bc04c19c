import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from "typeorm";
import { User } from "./user.entity.ts";

/** A login, of a browser by its cookie or of a program by its bearer token. Only the token's hash is kept. */
@Entity()
export class UserSession {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  /** SHA-256 of the token, 32 bytes. */
  @Column("bytea", { unique: true })
  tokenHash!: Buffer;

  @Column("uuid")
  @Index()
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @CreateDateColumn({ type: "timestamptz" })
  readonly createdAt!: Date;

  @Column("timestamptz")
  @Index()
  expiresAt!: Date;
}
