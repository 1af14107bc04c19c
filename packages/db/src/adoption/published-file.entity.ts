import {
  Check,
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from "typeorm";
import { Adoption } from "./adoption.entity.ts";

/** A file in which a published plan can be downloaded: made once, so that its bytes can be told from others. */
@Entity()
@Unique(["adoptionId", "format"])
@Check("published_file_sha256", "length(sha256) = 32")
export class PublishedFile {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  adoptionId!: string;
  @ManyToOne(() => Adoption, { onDelete: "RESTRICT" })
  adoption!: Relation<Adoption>;

  /** One of the `fileExtensions` of the domain: its address ends in it. */
  @Column("text")
  format!: string;

  @Column("bytea", { select: false })
  bytes!: Buffer;

  @Column("bytea")
  @Index()
  sha256!: Buffer;

  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
