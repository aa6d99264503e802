import { z } from 'zod'
import { check, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'

const schema = z.object({ submission, why: mayTell(2000) })

export type AskOtherInput = z.output<typeof schema>

export const readAskOther = (form: ReadForm): Result<AskOtherInput, FieldErrors> => check(form, schema)

export const cannotAsk: Readonly<Record<'waits' | 'nobody', FieldErrors>> = {
  waits: { form: message('Du har redan frågat, och får svar. Du behöver inte fråga igen.') },
  nobody: {
    form: message(
      'Det finns ingen annan här som kan svara på det. Ring organisationens växel och be att få prata med en chef.',
    ),
  },
}
