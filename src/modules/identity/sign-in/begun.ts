import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import { localAddress } from '../issuer.ts'
import type { Begun } from './proof.ts'

const begunMinutes = 10
export const begunSeconds = begunMinutes * 60
const purpose = 'sign-in'

const kept = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  after: z.string().optional(),
  until: z.number(),
})

/** A sign-in under way, and where it goes on to. */
export type UnderWay = Begun & { after: string | undefined }

export function begin(deps: Deps, issuer: string, after: string | undefined): UnderWay {
  const secret = () => deps.randomBytes(32).toString('base64url')
  return { issuer, state: secret(), nonce: secret(), verifier: secret(), after: localAddress(after) }
}

/** For the cookie that the browser brings back from the issuer; nothing of it lies in the database. */
export function seal({ keys, randomBytes, now }: Deps, underWay: UnderWay): string {
  const until = now().getTime() + begunSeconds * 1000
  return keys.sealForUs(purpose, JSON.stringify({ ...underWay, until }), randomBytes(nonceBytes))
}

/** Undefined when it was not begun here with this issuer, or too long ago. */
export function open({ keys, now }: Deps, sealed: string | undefined, issuer: string): UnderWay | undefined {
  const text = sealed && keys.openForUs(purpose, sealed)
  if (!text) return undefined
  const { until, after, ...begun } = kept.parse(JSON.parse(text))
  return begun.issuer === issuer && until > now().getTime() ? { ...begun, after } : undefined
}
