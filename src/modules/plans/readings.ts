import type { Standing } from '#modules/children'
import { paths } from '#shared/paths.ts'
import { mayReadWholePlan } from './plan-policy.ts'

/** The same plan in three readings: pictures and few words, plain words, and everything in it. */
export type Reading = 'pictures' | 'plain' | 'whole'

const asked = { enkel: 'plain', hela: 'whole' } as const satisfies Record<string, Reading>

export function readingAddress(childId: string, reading: Reading): string {
  const show = paths.plan.show.to({ childId })
  return {
    pictures: paths.plan.childsReading.to({ childId }),
    plain: `${show}?lasning=enkel`,
    whole: `${show}?lasning=hela`,
  }[reading]
}

/** What was asked for in the address, else what suits: plain words for the family, everything for those who work. */
export function readingFor(standing: Standing, wanted: string | undefined): 'plain' | 'whole' {
  if (!mayReadWholePlan(standing)) return 'whole'
  const family = standing.relation === 'guardian' || standing.relation === 'self'
  return Object.entries(asked).find(([name]) => name === wanted)?.[1] ?? (family ? 'plain' : 'whole')
}
