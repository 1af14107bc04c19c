import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { UserSession } from "../people/user-session.entity.ts";
import { Section } from "../section/section.entity.ts";

/** A pass (lasciapassare) to one section for a client that can send neither cookie nor bearer token. It
 *  falls with the session that asked for it. */
@Entity()
export class SyncTicket {
  /** SHA-256 of the ticket, 32 bytes. */
  @PrimaryColumn("bytea")
  tokenHash!: Buffer;

  @Column("uuid")
  @Index()
  sessionId!: string;
  @ManyToOne(() => UserSession, { onDelete: "CASCADE" })
  session!: Relation<UserSession>;

  @Column("uuid")
  @Index()
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @Column("timestamptz")
  @Index()
  expiresAt!: Date;
}
