import type { Standing } from '#modules/children'

const standing = (over: Partial<Standing>): Standing => ({
  relation: 'colleague',
  open: true,
  part: undefined,
  writesPlan: false,
  isLeadInPerson: false,
  holdsFunction: false,
  matterId: undefined,
  ...over,
})
const matterId = 'what is going on'
const carries = standing({ relation: 'lead', part: 'whole', writesPlan: true, matterId })

/**
 * Those around a child, by what they are to it. Some have more than the database would give them, so that no rule gets
 * by on one fact where it needs two.
 */
export const around = {
  bba: { ...carries, isLeadInPerson: true },
  'stand-in': { ...carries, holdsFunction: true },
  'colleague with the work': carries,
  'bba afterwards': { ...carries, isLeadInPerson: true, matterId: undefined },
  'collaboration lead': standing({ relation: 'party', part: 'whole', writesPlan: true, matterId }),
  'whole party': standing({ relation: 'party', part: 'whole', matterId }),
  'own party': standing({ relation: 'party', part: 'own' }),
  'party whose consent ended': standing({ relation: 'party' }),
  teacher: standing({}),
  'bba of the unit next door': standing({ holdsFunction: true, matterId }),
  guardian: standing({ relation: 'guardian', part: 'whole', matterId }),
  'guardian without a part': standing({ relation: 'guardian' }),
  'guardian not told': standing({ relation: 'guardian', open: false, part: 'whole' }),
  child: standing({ relation: 'self', part: 'whole', matterId }),
  'child not told': standing({ relation: 'self', open: false, part: 'whole' }),
} satisfies Record<string, Standing>

/** Those whom a policy says yes to. */
export const whoMay = (rule: (standing: Standing) => boolean): string[] =>
  Object.entries(around).flatMap(([name, one]) => (rule(one) ? [name] : []))

/** Those who carry the matter, also when it is over. */
export const carriers = ['bba', 'stand-in', 'colleague with the work', 'bba afterwards'] as const
/** Those who carry it as long as it is open. */
export const carriersNow = ['bba', 'stand-in', 'colleague with the work'] as const
