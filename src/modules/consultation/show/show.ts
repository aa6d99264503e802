import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Booking, Consultation, LinkedChild, Message } from '../consultation.ts'
import { mayClose } from '../consultation-policy.ts'
import {
  addMessage,
  closeConsultation,
  findBooking,
  findConsultation,
  findMessages,
  findNames,
  giveTimeBack,
} from '../consultation-store.ts'
import { findLinkedChild } from '../link-store.ts'
import { isSame, namesIn } from '../no-name.form.ts'
import type { WriteInput } from './show.form.ts'

export type Thread = {
  consultation: Consultation
  messages: readonly Message[]
  booking: Booking | undefined
  /** Whom it was about, when that may be known here. */
  linked: LinkedChild | undefined
}

async function openThread(work: Work, id: string): Promise<Result<Thread, Hidden>> {
  if (work.actor.kind !== 'staff') return refuse.notAllowed()
  const consultation = await findConsultation(work, id)
  if (!consultation) return refuse.notFound()
  work.about(id)
  const [messages, booking, linked] = await Promise.all([
    findMessages(work, id),
    findBooking(work, id),
    findLinkedChild(work, id),
  ])
  if (linked) work.shown([linked.childId])
  return ok({ consultation, messages, booking, linked })
}

export const showThread = (
  deps: Deps,
  asking: Asking,
  id: string,
): Promise<Result<Thread, Hidden | Misplaced>> =>
  audited(deps, 'consultation.show', asking, (work) => openThread(work, id))

/** Writes on in the thread, from either unit. */
export function write(
  deps: Deps,
  asking: Asking,
  consultationId: string,
  input: Result<WriteInput, FieldErrors>,
): Promise<Sent<Thread>> {
  return audited(deps, 'consultation.write', asking, async (work): Promise<Sent<Thread>> => {
    const thread = await openThread(work, consultationId)
    if (!thread.ok) return thread
    if (!input.ok) return refuse.invalid(thread.value, input.error)
    const { submission, words, sure } = input.value
    const { consultation, messages } = thread.value
    const address = paths.consultation.show.to({ consultationId })
    const before = messages.find(({ id }) => id === submission)
    if (before?.mine && isSame(before.words, words)) return ok(address)
    if (consultation.turn === 'closed') return refuse.conflict(thread.value)
    const named = namesIn(words, sure === 'ja', await findNames(work))
    if (named) return refuse.invalid(thread.value, named)
    const id = before ? work.newId() : submission
    // Sent twice at once: the other one has just been kept.
    await addMessage(work, { consultationId, id, fromAsker: consultation.ours, words })
    return ok(address)
  })
}

/** Ends it: whoever asked has had an answer, or needs none. */
export const close = (deps: Deps, asking: Asking, id: string) =>
  ends(deps, asking, 'consultation.close', id, closeConsultation)

/** Gives the time back, so that somebody else can have it. */
export const giveBack = (deps: Deps, asking: Asking, id: string) =>
  ends(deps, asking, 'consultation.give-back', id, giveTimeBack)

const ends = (
  deps: Deps,
  asking: Asking,
  act: 'consultation.close' | 'consultation.give-back',
  id: string,
  how: (work: Work, id: string) => Promise<void>,
): Promise<Result<'ended', Hidden | Misplaced>> =>
  audited(deps, act, asking, async (work): Promise<Result<'ended', Hidden>> => {
    const consultation = await findConsultation(work, id)
    if (!consultation) return refuse.notFound()
    work.about(id)
    if (!mayClose(consultation)) return refuse.notAllowed()
    await how(work, id)
    return ok('ended')
  })
