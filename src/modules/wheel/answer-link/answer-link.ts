import { auditedUnsigned } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { refuse } from '#shared/refusal.ts'
import type { Result } from '#shared/result.ts'
import { fail, ok } from '#shared/result.ts'
import type { Letter, LinkAnswer } from '../link.ts'
import { answerBox, placeOf } from '../link-access.ts'
import { giveAnswer, openLetter } from '../link-store.ts'

type Over = { kind: 'not-found' }
type Wrong = { kind: 'invalid'; now: Letter; errors: FieldErrors }

/** Whoever holds the link reads the question. That spends nothing: whatever looks through mail opens links too. */
export const readLetter = (deps: Deps, requestId: string, code: string): Promise<Result<Letter, Over>> =>
  auditedUnsigned(
    deps,
    'answer-link.open',
    nobody(requestId),
    async (work): Promise<Result<Letter, Over>> => {
      const letter = await openLetter(deps, work, code)
      if (!letter) return refuse.notFound()
      work.about(letter.itemId)
      return ok(letter)
    },
  )

/** Takes one answer, sealed before it leaves: nobody without the child's key reads it, and no link opens it again. */
export const answerLetter = (
  deps: Deps,
  requestId: string,
  code: string,
  input: Result<LinkAnswer, FieldErrors>,
): Promise<Result<undefined, Over | Wrong>> =>
  auditedUnsigned(
    deps,
    'answer-link.answer',
    nobody(requestId),
    async (work): Promise<Result<undefined, Over | Wrong>> => {
      const letter = await openLetter(deps, work, code)
      if (!letter) return refuse.notFound()
      work.about(letter.itemId)
      if (!input.ok) return fail({ kind: 'invalid', now: letter, errors: input.error })
      const sealed = answerBox(deps, letter.key).seal(placeOf('answer', letter.itemId), input.value)
      return (await giveAnswer(work, code, sealed)) ? ok(undefined) : refuse.notFound()
    },
  )

/** Whoever is signed in answers as nobody all the same: the link is what counts. */
const nobody = (requestId: string): Asking => ({
  session: '',
  childId: undefined,
  requestId,
  madeUnder: undefined,
})
