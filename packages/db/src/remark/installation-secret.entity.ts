import { Column, Entity, PrimaryColumn } from "typeorm";

/** A secret that an installation makes for itself, and that all its nodes share. */
@Entity()
export class InstallationSecret {
  @PrimaryColumn("text")
  name!: string;

  @Column("bytea", { select: false })
  bytes!: Buffer;
}
