import { createHash } from 'node:crypto'
import * as oidc from 'openid-client'
import { paths } from '#shared/paths.ts'
import { isCoordinationNumber, personNumberIn } from '#shared/person-number.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Issuer, NotProved, Proof } from '../issuer.ts'
import { issuerLookUp } from './issuer-lookup.ts'

/** What the application must remember while somebody is at the issuer. `again`: somebody signed in shows it anew. */
export type Begun = { issuer: string; state: string; nonce: string; verifier: string; again: boolean }

/** A sign-in that has come back, so many seconds after it was begun. */
export type Returned = Begun & { elapsedSeconds: number }

export type Prover = {
  /** The address at the issuer that asks who somebody is. Undefined: the issuer does not answer. */
  begin: (issuer: Issuer, begun: Begun, hint: string | undefined) => Promise<URL | undefined>
  /** What the issuer says of the one who came back with this query. */
  prove: (issuer: Issuer, begun: Returned, query: string) => Promise<Result<Proof, NotProved>>
}

/** The issuer must have seen the person this recently, and what it says is good for no longer. */
const maxAgeSeconds = 5 * 60

/** Anew means after we asked: an earlier sign-in at the issuer is not enough. */
const oldestOf = ({ again, elapsedSeconds }: Returned) => (again ? elapsedSeconds : maxAgeSeconds)

/** Asks issuers by OpenID Connect: code flow with PKCE, state and nonce; signature, iss, aud and times are checked. */
export function proverAt(origin: string): Prover {
  const lookUp = issuerLookUp()
  const backTo = (issuer: Issuer) => new URL(paths.signIn.back.to({ issuer: issuer.id }), origin)

  return {
    begin: async (issuer, begun, hint) => {
      try {
        return oidc.buildAuthorizationUrl(await lookUp(issuer), {
          redirect_uri: backTo(issuer).href,
          ...question(issuer, begun, hint),
        })
      } catch (error) {
        tellOperator(issuer, error)
        return undefined
      }
    },
    prove: async (issuer, begun, query) => {
      const back = backTo(issuer)
      back.search = query
      try {
        return ok(await proofIn(await lookUp(issuer), issuer, begun, back))
      } catch (error) {
        tellOperator(issuer, error)
        return fail(reasonOf(error))
      }
    },
  }
}

const question = (
  { acr, number }: Issuer,
  { state, nonce, verifier, again }: Begun,
  hint: string | undefined,
) => ({
  scope: ['openid', ...(number ? [number.scope] : [])].join(' '),
  state,
  nonce,
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
  prompt: 'login',
  max_age: String(again ? 0 : maxAgeSeconds),
  ui_locales: 'sv',
  ...(acr.length > 0 && { acr_values: acr.join(' ') }),
  ...(hint && { login_hint: hint }),
})

async function proofIn(
  config: oidc.Configuration,
  { acr, number }: Issuer,
  begun: Returned,
  back: URL,
): Promise<Proof> {
  const tokens = await oidc.authorizationCodeGrant(config, back, {
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    pkceCodeVerifier: begun.verifier,
    idTokenExpected: true,
    maxAge: oldestOf(begun),
  })
  const claims = tokens.claims()
  if (!claims || claims.auth_time === undefined) throw new NotTrusted('no auth_time')
  if (claims.exp - claims.iat > maxAgeSeconds) throw new NotTrusted('lives too long')
  if (acr.length > 0 && !acr.includes(String(claims['acr']))) throw new NotTrusted('not sure enough')
  const told = number && numberIn(claims, number.claim)
  return { subject: claims.sub, ageSeconds: Math.max(0, claims.iat - claims.auth_time), number: told }
}

const levelClaim = 'https://id.oidc.se/claim/coordinationNumberLevel'

/** A coordination number that does not say that it is sure is nobody's: what the register tells of it a person looks at. */
function numberIn(claims: oidc.IDToken, claim: string): string | undefined {
  const told = personNumberIn(String(claims[claim]))
  const isSure = ['confirmed', 'probable'].includes(String(claims[levelClaim]))
  return told && isCoordinationNumber(told) && !isSure ? undefined : told
}

class NotTrusted extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
const isSilent = (error: unknown) =>
  error instanceof Error && (error.message === 'fetch failed' || codeOf(error) === 'OAUTH_TIMEOUT')

function reasonOf(error: unknown): NotProved {
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied')
    return { kind: 'cancelled' }
  return { kind: isSilent(error) ? 'unreachable' : 'not-proved' }
}

/** The kind of fault; never what an answer held. */
const tellOperator = ({ id }: Issuer, error: unknown) =>
  console.error('sign-in', id, isSilent(error) ? 'no answer' : codeOf(error) || 'refused')
