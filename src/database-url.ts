/** What postgres.js needs to reach a database. */
export type DatabaseOptions = {
  host: string
  port: number
  user: string
  database: string
  password?: string
  ssl?: 'require' | 'verify-full'
}

/**
 * Reads postgres://user:password@host:5432/database. A socket folder stands as ?host=/run/postgresql, as libpq
 * writes it; sslmode=require encrypts and verify-full also checks who answers.
 */
export function databaseOptions(address: string): DatabaseOptions {
  const url = new URL(address.replace('@/', '@localhost/'))
  const user = decodeURIComponent(url.username)
  const sslmode = url.searchParams.get('sslmode')
  return {
    host: url.searchParams.get('host') ?? (url.hostname || 'localhost'),
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    user,
    database: decodeURIComponent(url.pathname.slice(1)) || user,
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(sslmode === 'require' || sslmode === 'verify-full' ? { ssl: sslmode } : {}),
  }
}
