import type { WebContext } from '#shared/routes.ts'
import { type Refusal, schemas } from './user.ts'

/** What a directory is told, in the type that it reads. */
export const answer = (c: WebContext, body: object, status: 200 | 201 | 400 | 401 | 404 | 409 | 412 = 200) =>
  c.body(JSON.stringify(body), status, { 'Content-Type': 'application/scim+json; charset=utf-8' })

const statuses = { 'signed-out': 401, 'not-found': 404, invalid: 400, conflict: 409, stale: 412 } as const
const details = {
  'signed-out': 'Nyckeln gäller inte. En administratör kan göra en ny i Kronobarn',
  'not-found': 'Det finns ingen sådan användare hos er',
  stale: 'Användaren har ändrats sedan den lästes',
} as const

export function refuseWith(c: WebContext, error: Refusal) {
  const status = statuses[error.kind]
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  const detail = 'detail' in error ? error.detail : details[error.kind]
  const scimType = 'type' in error ? error.type : undefined
  return answer(c, { schemas: [schemas.error], status: String(status), scimType, detail }, status)
}
