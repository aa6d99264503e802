import type { Work } from '#modules/audit'
import { addItem } from '#modules/items'
import { wheelText } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import type { SourceAnswerKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Question } from '../source.ts'
import { setAnswer } from '../source-store.ts'
import type { Speaker } from '../wheel.ts'
import { addStatement } from '../wheel-store.ts'

type Given = {
  /** Becomes the id of the answer. */
  submission: string
  answer: SourceAnswerKind
  working?: SealedText | undefined
  challenging?: SealedText | undefined
}
type Writing = {
  secrecyUnitId: string
  byTelephone: boolean
  saidOn: Day
  /** Kept with the question, and not put in the wheel. */
  apart?: boolean
}

/** The source's own voice: a unit, or an adult near the child. */
const speakerOf = ({ toUnitId, toAdultId }: Question): Speaker =>
  toAdultId ? { voice: 'important_adult', adultId: toAdultId } : { voice: 'professional', unitId: toUnitId }

/** The answer is the source's own voice in the wheel. Undefined: it could not answer. */
export async function writeAnswer(
  work: Work,
  childId: string,
  question: Question,
  { answer, submission, working, challenging }: Given,
  { secrecyUnitId, byTelephone, saidOn, apart = false }: Writing,
): Promise<string | undefined> {
  const { itemId, matterId, area } = question
  const answerItemId = answer === 'answered' ? submission : undefined
  if (answerItemId) {
    const words = { working, challenging, quote: undefined, context: undefined, tried: undefined }
    const item = {
      childId,
      itemId: answerItemId,
      matterId,
      kind: 'source_answer',
      secrecyUnitId,
      readers: 'unit',
    } as const
    if (apart) await addItem(work, { ...item, body: words })
    else
      await addStatement(work, {
        ...item,
        speaker: speakerOf(question),
        area,
        words,
        obtained: byTelephone ? 'telephone' : 'written',
        saidOn,
        wording: wheelText.version,
      })
  }
  const noted = await setAnswer(work, { childId, itemId, answer, answerItemId, byTelephone })
  if (!noted) throw new Error('a question that is answered meanwhile')
  return answerItemId
}
