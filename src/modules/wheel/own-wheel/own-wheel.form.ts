import { z } from 'zod'
import { type ChildsOther, childsOther, childsPictures, type WheelArea, wheelAreas } from '#modules/knowledge'
import { check, choice, type FieldErrors, mayChoose, mayTell, submission } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'
import { isDrawing } from '../drawing.ts'
import type { Words } from '../wheel.ts'

const fields = z.object({
  submission,
  area: choice(wheelAreas, message('Välj en ruta')),
  /** Who may choose what: `chosenReaders`. */
  readers: mayChoose(['told', 'unit', 'meeting', 'everyone']),
  working: mayTell(2000),
  challenging: mayTell(2000),
  drawing: z
    .string()
    .optional()
    .refine(
      (lines) => !lines || isDrawing(lines),
      message('Teckningen blev för stor. Ångra lite och spara igen.'),
    )
    .transform((lines) => (lines ? new SealedText(lines) : undefined)),
  other: mayChoose(['dont_know', 'wont_say']),
})

export type OwnInput = Pick<z.output<typeof fields>, 'submission' | 'area' | 'readers'> & {
  words: Words
  /** Some of it was picked or drawn. */
  inPictures: boolean
}

export const areaOf = (text: string | undefined): WheelArea | undefined =>
  wheelAreas.find((area) => area === text)

/** What the child picked, wrote and drew about one area; or that it does not know, or will not say. */
export function readOwn(form: ReadForm): Result<OwnInput, FieldErrors> {
  const read = check(form, fields)
  if (!read.ok) return read
  const { submission: id, area, readers, drawing, other } = read.value
  const about = { submission: id, area, readers }
  if (other) return ok({ ...about, words: only(other), inPictures: false })
  const picked = (kind: 'good' | 'hard') =>
    childsPictures.areas[area].filter(({ picture }) => many(form.typed, kind).includes(picture))
  const good = picked('good').map((one) => one.good)
  const hard = picked('hard').map((one) => one.hard)
  const working = together(good, read.value.working)
  const challenging = together(hard, read.value.challenging)
  if (!working && !challenging && !drawing)
    return fail({ form: message('Välj en bild eller skriv något. Du kan också trycka på Vet inte.') })
  const inPictures = good.length + hard.length > 0 || drawing !== undefined
  return ok({ ...about, words: { ...nothing, working, challenging, drawing }, inPictures })
}

const nothing = {
  working: undefined,
  challenging: undefined,
  quote: undefined,
  context: undefined,
  tried: undefined,
} satisfies Words

const only = (other: ChildsOther): Words => ({ ...nothing, quote: new SealedText(`${childsOther[other]}.`) })

/** What was picked, a sentence on each line, and then the child's own words. */
function together(picked: readonly string[], own: SealedText | undefined): SealedText | undefined {
  const lines = [...picked, ...(own ? [own.reveal()] : [])]
  return lines.length > 0 ? new SealedText(lines.join('\n')) : undefined
}
