import type { Context } from 'hono'
import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readJson } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Result } from '#shared/result.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { answer, refuseWith } from '../answer.ts'
import { tagOf } from '../etag.ts'
import { type Refusal, resourceOf, schemas, type User } from '../user.ts'
import { add, type Directory, end, list, patch, replace, show } from './users.ts'

const directoryOf = (c: WebContext): Directory => ({
  token: /^Bearer ([\w-]{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '',
  requestId: c.get('requestId'),
  ifMatch: c.req.header('if-match'),
})
const userIn = (c: WebContext) => idIn(c, 'userId')

export function userRoutes(routes: Routes, deps: Deps): Routes {
  const { users, user } = paths.scim
  const of = (act: 'scim.list' | 'scim.show' | 'scim.add' | 'scim.change' | 'scim.end') =>
    ({ audience: 'directory', act }) as const
  return routes
    .get(users, of('scim.list'), async (c) => {
      const found = await list(deps, directoryOf(c), c.req.query())
      if (!found.ok) return refuseWith(c, found.error)
      const Resources = found.value.users.map((one) => resourceOf(one, locationOf(c, one)))
      const { total: totalResults, start: startIndex } = found.value
      return answer(c, {
        schemas: [schemas.list],
        totalResults,
        startIndex,
        itemsPerPage: Resources.length,
        Resources,
      })
    })
    .get(user, of('scim.show'), async (c) => told(c, await show(deps, directoryOf(c), userIn(c))))
    .post(users, of('scim.add'), async (c) =>
      told(c, await add(deps, directoryOf(c), await readJson(c)), 201),
    )
    .other('PUT', user, of('scim.change'), async (c) =>
      told(c, await replace(deps, directoryOf(c), userIn(c), await readJson(c))),
    )
    .other('PATCH', user, of('scim.change'), async (c) =>
      told(c, await patch(deps, directoryOf(c), userIn(c), await readJson(c))),
    )
    .other('DELETE', user, of('scim.end'), async (c) => {
      const ended = await end(deps, directoryOf(c), userIn(c))
      return ended.ok ? c.body(null, 204) : refuseWith(c, ended.error)
    })
}

const locationOf = (c: Context, { id }: User) => new URL(paths.scim.user.to({ userId: id }), c.req.url).href

function told(c: WebContext, result: Result<User, Refusal>, status: 200 | 201 = 200) {
  if (!result.ok) return refuseWith(c, result.error)
  const tag = tagOf(result.value)
  c.header('ETag', tag)
  if (c.req.method === 'GET' && c.req.header('if-none-match') === tag) return c.body(null, 304)
  const location = locationOf(c, result.value)
  c.header('Location', location)
  const { meta, ...resource } = resourceOf(result.value, location)
  return answer(c, { ...resource, meta: { ...meta, version: tag } }, status)
}
