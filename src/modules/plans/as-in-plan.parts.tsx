import { wheelAreas } from '#modules/knowledge'
import { SealedText } from '#shared/sealed.ts'
import { every, first, type Texts } from '#ui/texts.ts'
import { actionStates } from './action/action.form.ts'
import { GoalsAndActions } from './plan.parts.tsx'
import type { Action, Goal, Part } from './plan.ts'

// What is typed and not yet saved, put in the plan's own shape: shown by the same parts, it cannot come to look otherwise.

export const newGoal = 'nytt-mal'

/** Stands where something is still to be written. */
const notYet = new SealedText('…')

const notSaved = { madeAt: new Date(0), at: new Date(0), until: undefined, mine: true } as const

export const asGoal = (typed: Texts): Goal => ({
  ...notSaved,
  id: newGoal,
  kind: 'goal',
  areas: areasOf(typed),
  body: { words: sealed(typed, 'words') ?? notYet, better: sealed(typed, 'better') },
})

export const asAction = (typed: Texts): Action => ({
  ...notSaved,
  id: 'ny-insats',
  kind: 'action',
  goalId: first(typed, 'goal'),
  areas: [],
  unit: undefined,
  engagementId: undefined,
  startsOn: dayOf(typed, 'startsOn'),
  endsOn: dayOf(typed, 'endsOn'),
  state: actionStates.find((state) => state === first(typed, 'state')) ?? 'ongoing',
  body: {
    what: sealed(typed, 'what') ?? notYet,
    who: sealed(typed, 'who') ?? notYet,
    when: sealed(typed, 'when'),
    toChild: sealed(typed, 'toChild'),
  },
})

/** In sentences, as on the family's own page; what nobody has written anything in is left out. */
export const AsInPlan = ({ called, parts }: { called: string; parts: readonly Part[] }) => (
  <GoalsAndActions
    parts={parts.filter(isWritten)}
    helped={[]}
    today=""
    called={called}
    plain={{ told: called }}
  />
)

const isWritten = (part: Part) =>
  part.kind === 'goal'
    ? part.body.words !== notYet
    : part.kind === 'action' && [part.body.what, part.body.who].some((text) => text !== notYet)

const sealed = (typed: Texts, name: string) => {
  const text = first(typed, name)?.trim()
  return text ? new SealedText(text) : undefined
}

const areasOf = (typed: Texts) => wheelAreas.filter((area) => every(typed, 'areas').includes(area))

/** A day that cannot be read is said beside its field when the form is sent. */
const dayOf = (typed: Texts, name: string) => {
  const text = first(typed, name) ?? ''
  return Number.isNaN(Date.parse(text)) || !/^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : text
}
