import { z } from 'zod'
import { check, day, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'

const linking = z.object({
  submission,
  consultation: z.uuid('Välj en fråga.'),
  agreedOn: day('Välj dagen då familjen sa ja.'),
  agreed: z.literal('ja', { error: 'Fråga familjen först. Utan deras ja förblir frågan utan namn.' }),
})
const ending = z.object({ unlink: z.uuid('Ladda om sidan och försök igen.') })

export type LinkInput = ({ does: 'link' } & z.output<typeof linking>) | { does: 'unlink'; id: string }

export function readLink(read: ReadForm): Result<LinkInput, FieldErrors> {
  if (read.typed['unlink'] !== undefined) {
    const ended = check(read, ending)
    return ended.ok ? ok({ does: 'unlink', id: ended.value.unlink }) : ended
  }
  const linked = check(read, linking)
  return linked.ok ? ok({ does: 'link', ...linked.value }) : linked
}
