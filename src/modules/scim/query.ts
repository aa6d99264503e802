import { fail, ok, type Result } from '#shared/result.ts'
import type { Refusal, WrongType } from './user.ts'

/** Which users are asked for. `start` counts from one. */
export type Query = { userName?: string; externalId?: string; start: number; count: number }

const most = 200
const usual = 100
const filterSyntax = /^\s*(userName|externalId)\s+eq\s+("(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*")\s*$/i

const wrong = (type: WrongType, detail: string): Result<never, Refusal> =>
  fail({ kind: 'invalid', type, detail })

/** Filter and paging (RFC 7644, 3.4.2): by user name or external id, which is what directories ask by. */
export function readQuery({ filter, startIndex, count }: Readonly<Record<string, string>>) {
  const start = numberIn(startIndex, 1)
  const size = numberIn(count, usual)
  if (start === undefined || size === undefined)
    return wrong('invalidValue', 'startIndex och count är heltal')
  const page = { start: Math.max(1, start), count: Math.min(most, Math.max(0, size)) }
  if (filter === undefined) return ok<Query>(page)
  const [, name = '', quoted = '""'] = filterSyntax.exec(filter) ?? []
  if (!name) return wrong('invalidFilter', 'Det går att söka med userName eq "…" och externalId eq "…"')
  const text = String(JSON.parse(quoted))
  return ok<Query>({ ...page, [name.toLowerCase() === 'username' ? 'userName' : 'externalId']: text })
}

const numberIn = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
