import type { Day } from '#shared/dates.ts'
import type { SupportEnd } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

export const supportEnds = [
  'need_met',
  'other_way',
  'moved',
  'other',
] as const satisfies readonly SupportEnd[]

export const supportEndNames: Readonly<Record<SupportEnd, string>> = {
  need_met: 'Behovet är mött',
  other_way: 'Det behövs något annat',
  moved: 'Barnet har flyttat eller bytt verksamhet',
  other: 'Annat',
}

/** Help in the own unit: what, who, and when we look again. Nothing of it is shared. */
export type Support = {
  itemId: string
  matterId: string
  version: number
  what: SealedText
  /** Where it already stands, such as in extra anpassningar: pointed to, not copied. */
  pointsTo: SealedText | undefined
  who: { engagementId: string; name: string; title: string }
  reviewOn: Day
  since: Day
  ended: { on: Day; because: SupportEnd } | undefined
}

/** What somebody wrote when they looked at how it goes. */
export type Look = { on: Day; by: string; note: SealedText }

/** We look again within four weeks, if nothing else is said. */
export const lookAgainDays = 28

type Around = { othersGoOn: boolean; hasPlan: boolean; decides: boolean }

/**
 * What follows when a support ends. The need is met: everything ends with it. Else the BBA looks at the whole again. As
 * long as something else goes on, nothing more happens.
 */
export function afterSupport(because: SupportEnd, around: Around): 'close' | 'analyse' | 'stay' {
  if (around.othersGoOn || around.hasPlan) return 'stay'
  return because === 'need_met' && around.decides ? 'close' : 'analyse'
}
