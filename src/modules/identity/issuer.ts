import { z } from 'zod'

/** Somebody who vouches for who a person is: a county's sign-in for staff, an electronic identity for families. */
export const issuerSchema = z.object({
  /** Stands in addresses and, with the subject, in each person's key: never given to another issuer. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(['staff', 'family']),
  name: z.string().min(1).max(80),
  issuerUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  signedWith: z.enum(['RS256', 'PS256', 'ES256']).default('RS256'),
  /** The levels of assurance that are enough; empty: whatever the issuer has. */
  acr: z.array(z.string()).default([]),
  /** Where it tells a family's number: for the population register, and the first time a guardian of whom it has told comes. */
  number: z.object({ scope: z.string().min(1), claim: z.string().min(1) }).optional(),
})

export type Issuer = z.output<typeof issuerSchema>

/** How an issuer is sure of somebody, and since how long when it said so. */
export type Proof = { subject: string; ageSeconds: number; number?: string | undefined }

/** Why nobody was signed in: turned back there, not to be trusted, or out of reach. */
export type NotProved = { kind: 'cancelled' } | { kind: 'not-proved' } | { kind: 'unreachable' }

const here = 'http://here'

/** An address of our own to go on to, without a way to anywhere else. */
export function localAddress(text: string | undefined): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, here)) return undefined
  const { origin, pathname, search } = new URL(text, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search : undefined
}
