import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import { localAddress } from '../issuer.ts'
import type { Begun, Returned } from './proof.ts'

const begunMinutes = 10
export const begunSeconds = begunMinutes * 60
const purpose = 'sign-in'

const kept = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  after: z.string().optional(),
  again: z.boolean(),
  invitation: z.string().optional(),
  until: z.number(),
})

/** A sign-in under way, and where it goes on to. */
export type UnderWay = Begun & { after: string | undefined; invitation: string | undefined }

type Way = { after: string | undefined; again: boolean; invitation: string | undefined }

export function begin(deps: Deps, issuer: string, { after, again, invitation }: Way): UnderWay {
  const secret = () => deps.randomBytes(32).toString('base64url')
  const begun = { issuer, state: secret(), nonce: secret(), verifier: secret() }
  return { ...begun, after: localAddress(after), again, invitation }
}

/** For the cookie that the browser brings back from the issuer; nothing of it lies in the database. */
export function seal({ keys, randomBytes, now }: Deps, underWay: UnderWay): string {
  const until = now().getTime() + begunSeconds * 1000
  return keys.sealForUs(purpose, JSON.stringify({ ...underWay, until }), randomBytes(nonceBytes))
}

/** Undefined when it was not begun here with this issuer, or too long ago. */
export function open(
  { keys, now }: Deps,
  sealed: string | undefined,
  issuer: string,
): (UnderWay & Returned) | undefined {
  const text = sealed && keys.openForUs(purpose, sealed)
  if (!text) return undefined
  const { until, after, invitation, ...begun } = kept.parse(JSON.parse(text))
  const leftMs = until - now().getTime()
  if (begun.issuer !== issuer || leftMs <= 0) return undefined
  return { ...begun, after, invitation, elapsedSeconds: begunSeconds - Math.floor(leftMs / 1000) }
}
