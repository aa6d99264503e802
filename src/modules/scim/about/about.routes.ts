import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { answer, refuseWith } from '../answer.ts'
import { schemas } from '../user.ts'
import { serviceProviderConfig, userSchemas, userType } from './about.ts'

const open = { audience: 'public', act: null } as const

export function aboutRoutes(routes: Routes): Routes {
  const { config, types, type, schemas: all, schema } = paths.scim
  const here = (c: WebContext, path: string) => new URL(path, c.req.url).href
  const typeAt = (c: WebContext) => userType(here(c, type.to({ type: 'User' })))
  const schemasAt = (c: WebContext) => userSchemas((id) => here(c, schema.to({ schema: id })))
  return routes
    .get(config, open, (c) => answer(c, serviceProviderConfig(here(c, config.to({})))))
    .get(types, open, (c) => answer(c, listOf([typeAt(c)])))
    .get(type, open, (c) => one(c, c.req.param('type') === 'User' ? typeAt(c) : undefined))
    .get(all, open, (c) => answer(c, listOf(schemasAt(c))))
    .get(schema, open, (c) =>
      one(
        c,
        schemasAt(c).find(({ id }) => id === c.req.param('schema')),
      ),
    )
}

const one = (c: WebContext, found: object | undefined) =>
  found ? answer(c, found) : refuseWith(c, { kind: 'not-found' })

const listOf = (Resources: readonly object[]) => ({
  schemas: [schemas.list],
  totalResults: Resources.length,
  startIndex: 1,
  itemsPerPage: Resources.length,
  Resources,
})
