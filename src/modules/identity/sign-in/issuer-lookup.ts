import * as oidc from 'openid-client'
import type { Issuer } from '../issuer.ts'

const toleranceSeconds = 30
const patienceSeconds = 10

export type LookUp = (issuer: Issuer) => Promise<oidc.Configuration>

/** Looks an issuer up when it is first needed, and again until it has answered once. */
export function issuerLookUp(): LookUp {
  const found = new Map<string, Promise<oidc.Configuration>>()
  return (issuer) => {
    const known = found.get(issuer.id)
    if (known) return known
    const asked = discover(issuer)
    found.set(issuer.id, asked)
    asked.catch(() => found.delete(issuer.id))
    return asked
  }
}

function discover({ issuerUrl, clientId, clientSecret, signedWith }: Issuer) {
  // Only an issuer on the developer's own machine answers without encryption: production refuses such settings.
  const inClear = issuerUrl.startsWith('http:')
  const metadata = { id_token_signed_response_alg: signedWith, [oidc.clockTolerance]: toleranceSeconds }
  const authentication = clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None()
  return oidc.discovery(new URL(issuerUrl), clientId, metadata, authentication, {
    execute: [oidc.enableNonRepudiationChecks, ...(inClear ? [oidc.allowInsecureRequests] : [])],
    timeout: patienceSeconds,
  })
}
