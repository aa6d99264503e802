import type { AgreementAnswer } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

export const agreementAnswers = ['agrees', 'disagrees', 'could_not_answer'] as const

/** Somebody who is asked about the plan: a unit, a guardian, or the child. */
export type Asked =
  | { kind: 'unit'; unitId: string; name: string }
  | { kind: 'guardian'; personId: string; name: string | undefined; called: string | undefined }
  | { kind: 'child' }

/** What one of them said last. */
export type Agreement = {
  id: string
  asked: Asked
  answer: AgreementAnswer
  at: Date
  /** Somebody who asks about themselves. */
  mine: boolean
  /** Why, for those who may read it. */
  why: SealedText | undefined
  whyIsOpen: boolean
}

/** The name of a field for one who is asked: the same on the page and when the form comes back. */
export const keyOf = (asked: Asked): string =>
  asked.kind === 'unit' ? asked.unitId : asked.kind === 'guardian' ? asked.personId : 'barnet'

/** In the order of the page: the child, the guardians, the units. */
export const inOrder = (a: { asked: Asked }, b: { asked: Asked }): number =>
  order[a.asked.kind] - order[b.asked.kind]
const order = { child: 0, guardian: 1, unit: 2 } as const
