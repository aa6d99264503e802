import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'
import type { LinkAnswer } from '../link.ts'

const schema = z.object({
  answer: choice(['answered', 'cannot_answer'], message('Ladda om sidan och skicka igen.')).default(
    'answered',
  ),
  working: mayTell(2000),
  challenging: mayTell(2000),
})

/** "Kan inte svara" needs nothing else: what was typed is not kept. */
export function readLinkAnswer(form: ReadForm): Result<LinkAnswer, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const { answer, working, challenging } = read.value
  if (answer === 'cannot_answer') return ok({ answer })
  return working || challenging ? ok(read.value) : fail({ working: message('Skriv något i en av rutorna') })
}
