import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { fail, type Result } from '#shared/result.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { hidden, publicPage } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { NotAgain } from '../again/again.page.tsx'
import { signInAgain } from '../again/again.ts'
import { type Issuer, localAddress, type NotProved, type Proof } from '../issuer.ts'
import { homeOf } from '../session.ts'
import { giveBegun, giveSession, takeBegun } from '../sessions/cookies.ts'
import { begin, begunSeconds, open, seal } from './begun.ts'
import { type Prover, proverAt } from './proof.ts'
import { ChoosePage, NotSignedIn } from './sign-in.page.tsx'
import { type Recheck, signIn } from './sign-in.ts'

export type SignInOptions = {
  origin: string
  issuers: readonly Issuer[]
  demo: boolean
  recheck?: Recheck
}

export function signInRoutes(routes: Routes, deps: Deps, options: SignInOptions): Routes {
  const { origin, issuers, demo, recheck } = options
  const prover = proverAt(origin)
  const issuerIn = (c: WebContext) => issuers.find(({ id }) => id === c.req.param('issuer'))

  return routes
    .get(paths.signIn.choose, { audience: 'public', act: null }, (c) => {
      const after = localAddress(c.req.query('efter'))
      const kept = c.req.query('sparat') !== undefined
      return publicPage(
        c,
        { title: message('Logga in'), translated: true },
        <ChoosePage {...{ issuers, after, kept }} />,
      )
    })
    .get(paths.signIn.begin, { audience: 'public', act: null }, (c) => {
      const issuer = issuerIn(c)
      if (!issuer) return hidden(c)
      const way = {
        after: c.req.query('efter'),
        again: c.req.query('igen') !== undefined,
        invitation: c.req.query('kod'),
      }
      // Only the demo lets an address say who somebody is; the provider asks all others.
      return goToIssuer(deps, prover, c, issuer, way, demo ? c.req.query('som') : undefined)
    })
    .get(paths.signIn.back, { audience: 'public', act: 'session.begin' }, (c) => {
      const issuer = issuerIn(c)
      return issuer ? comeBack(deps, prover, c, issuer, recheck) : hidden(c)
    })
}

async function goToIssuer(
  deps: Deps,
  prover: Prover,
  c: WebContext,
  issuer: Issuer,
  way: { after: string | undefined; again: boolean; invitation: string | undefined },
  hint: string | undefined,
) {
  const underWay = begin(deps, issuer.id, way)
  const address = await prover.begin(issuer, underWay, hint)
  if (!address)
    return publicPage(
      c,
      { title: message('Logga in'), translated: true },
      <NotSignedIn why="unreachable" />,
      503,
    )
  giveBegun(c, seal(deps, underWay), begunSeconds)
  return c.redirect(address.href, 303)
}

async function comeBack(deps: Deps, prover: Prover, c: WebContext, issuer: Issuer, recheck?: Recheck) {
  const underWay = open(deps, takeBegun(c), issuer.id)
  const { search } = new URL(c.req.url)
  const proof = underWay
    ? await prover.prove(issuer, underWay, search)
    : fail({ kind: 'not-proved' } as const)
  if (underWay?.again) return comeBackAgain(deps, c, issuer, proof, underWay.after)
  const { invitation } = underWay ?? {}
  const signedIn = await signIn(deps, askingOf(c), issuer, proof, { invitation, recheck })
  if (!signedIn.ok) {
    const why = signedIn.error.kind
    return publicPage(
      c,
      { title: message('Logga in'), translated: true },
      <NotSignedIn why={why} />,
      why === 'unreachable' ? 503 : 403,
    )
  }
  giveSession(c, signedIn.value.token)
  return c.redirect(underWay?.after ?? homeOf[issuer.kind], 303)
}

async function comeBackAgain(
  deps: Deps,
  c: WebContext,
  issuer: Issuer,
  proof: Result<Proof, NotProved>,
  after: string | undefined,
) {
  const signedIn = await signInAgain(deps, askingOf(c), issuer, proof)
  if (!signedIn.ok)
    return publicPage(
      c,
      { title: message('Legitimera dig'), translated: true },
      <NotAgain why={signedIn.error.kind} after={after} />,
      403,
    )
  giveSession(c, signedIn.value.token)
  return c.redirect(after ?? homeOf[issuer.kind], 303)
}
