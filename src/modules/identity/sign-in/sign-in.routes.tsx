import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { fail } from '#shared/result.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { hidden, publicPage } from '#shared/web.tsx'
import { type Issuer, localAddress } from '../issuer.ts'
import { homeOf } from '../session.ts'
import { giveBegun, giveSession, takeBegun } from '../sessions/cookies.ts'
import { begin, begunSeconds, open, seal } from './begun.ts'
import { type Prover, proverAt } from './proof.ts'
import { ChoosePage, NotSignedIn } from './sign-in.page.tsx'
import { signIn } from './sign-in.ts'

export type SignInOptions = { origin: string; issuers: readonly Issuer[]; demo: boolean }

export function signInRoutes(routes: Routes, deps: Deps, options: SignInOptions): Routes {
  const { origin, issuers, demo } = options
  const prover = proverAt(origin)
  const issuerIn = (c: WebContext) => issuers.find(({ id }) => id === c.req.param('issuer'))

  return routes
    .get(paths.signIn.choose, { audience: 'public', act: null }, (c) => {
      const after = localAddress(c.req.query('efter'))
      const kept = c.req.query('sparat') !== undefined
      return publicPage(c, 'Logga in', <ChoosePage {...{ issuers, after, kept }} />)
    })
    .get(paths.signIn.begin, { audience: 'public', act: null }, (c) => {
      const issuer = issuerIn(c)
      // Only the demo lets an address say who somebody is; the provider asks all others.
      const hint = demo ? c.req.query('som') : undefined
      return issuer ? goToIssuer(deps, prover, c, issuer, hint) : hidden(c)
    })
    .get(paths.signIn.back, { audience: 'public', act: 'session.begin' }, (c) => {
      const issuer = issuerIn(c)
      return issuer ? comeBack(deps, prover, c, issuer) : hidden(c)
    })
}

async function goToIssuer(
  deps: Deps,
  prover: Prover,
  c: WebContext,
  issuer: Issuer,
  hint: string | undefined,
) {
  const underWay = begin(deps, issuer.id, c.req.query('efter'))
  const address = await prover.begin(issuer, underWay, hint)
  if (!address) return publicPage(c, 'Logga in', <NotSignedIn why="unreachable" />, 503)
  giveBegun(c, seal(deps, underWay), begunSeconds)
  return c.redirect(address.href, 303)
}

async function comeBack(deps: Deps, prover: Prover, c: WebContext, issuer: Issuer) {
  const underWay = open(deps, takeBegun(c), issuer.id)
  const { search } = new URL(c.req.url)
  const proof = underWay
    ? await prover.prove(issuer, underWay, search)
    : fail({ kind: 'not-proved' } as const)
  const signedIn = await signIn(deps, askingOf(c), issuer, proof)
  if (!signedIn.ok) {
    const why = signedIn.error.kind
    return publicPage(c, 'Logga in', <NotSignedIn why={why} />, why === 'unreachable' ? 503 : 403)
  }
  giveSession(c, signedIn.value.token)
  return c.redirect(underWay?.after ?? homeOf[issuer.kind], 303)
}
