import { connect } from '#shared/pool.ts'
import { bodyAsText } from '#shared/sealed.ts'
import { type Box, Vault } from '#shared/vault.ts'
import type { DatabaseOptions } from '../src/database-url.ts'

/** What sealing costs is seen beside a store in clear. Only the benchmark has one. */
export class PlainVault extends Vault {
  override boxOf(_: Buffer): Box {
    return {
      seal: (_place, body) => Buffer.from(bodyAsText(body)),
      open: (_place, sealed, schema) => schema.parse(JSON.parse(sealed.toString())),
    }
  }
}

/** The log keeps nothing: what it costs is seen beside. */
export async function withoutLog(superuser: DatabaseOptions): Promise<void> {
  const sql = connect({ ...superuser, max: 1 })
  try {
    await sql
      .unsafe(`create function keep_nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger keep_nothing before insert on audit_event for each row execute function keep_nothing()`)
      .simple()
  } finally {
    await sql.end()
  }
}
