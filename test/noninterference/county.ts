import { hashOf } from '#shared/asking.ts'
import { bar, joined, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
import { admin, assign, engagementOf, id, lisa, noon, type Person, world } from '#test/world.ts'
import type { Observer } from './client.ts'

// Lisa and those around her, before anything else has happened. `has` names what has: see happenings.ts.

export type Guardian = 'sara' | 'jonas'
export type Family = Guardian | 'lisaSelf'
const partners = { ali: 'familjestod', sofia: 'elevhalsan', ingrid: 'gaddan' } as const
export type Partner = keyof typeof partners
export type Part = 'none' | 'own' | 'whole' | 'former'

export type County = {
  /** Knows Lisa from the classroom, works with her, or neither. */
  petra: 'none' | 'ordinary' | 'work'
  stigWorks: boolean
  parts: Readonly<Record<Partner, Part>>
  told: readonly Family[]
  barred: readonly Guardian[]
  has: readonly string[]
}

export const carries = (who: Observer, { petra, stigWorks }: County) =>
  who === 'maja' || (who === 'stig' && stigWorks) || (who === 'petra' && petra === 'work')
/** What BVC comes in by, with all of it. */
export const bvcTakesPart = 'a unit that Jonas must not know of takes part'
export const partOf = (who: Observer, { parts, has }: County): Part => {
  if (who === 'birgit') return has.includes(bvcTakesPart) ? 'whole' : 'none'
  return who in partners ? parts[who as Partner] : 'none'
}
/** Has been told, and nothing says that this one must not know. */
export const isOpenTo = (who: Observer, { told, barred }: County) =>
  told.includes(who as Family) && !barred.includes(who as Guardian)
export const readsAll = (who: Observer, county: County) =>
  carries(who, county) || partOf(who, county) === 'whole' || isOpenTo(who, county)

/** Makes the world so; without a matter nothing has begun. */
export async function arrange(county: County, withMatter: boolean): Promise<void> {
  await world()
  await admin.deleteFrom('assignment').where('child_id', '=', lisa).execute()
  for (const who of ['maja', 'stig'] as const) await assign(who, lisa, 'ordinary')
  if (county.petra !== 'none') await assign('petra', lisa, 'ordinary')
  if (!withMatter) return
  await beginMatter(county)
  if (county.told.length > 0) await tellFamily(...county.told)
  for (const who of county.barred) await bar(who)
  for (const [who, part] of Object.entries(county.parts) as [Partner, Part][]) {
    if (part === 'none') continue
    await joined(who, partners[who], part === 'own' ? 'own' : 'whole')
    if (part === 'former') await takeBack('sara', partners[who])
  }
}

const sessionOfLisas = (observer: Observer, at: Date, more: object) =>
  admin
    .insertInto('session')
    .values({
      token_hash: hashOf(at === noon ? `token of ${observer}` : `${observer} before`),
      id: id(`session ${observer} ${at.getTime()}`),
      person_id: id('lisaSelf'),
      kind: 'family',
      issuer: 'test',
      authenticated_at: at,
      idle_minutes: 600_000,
      last_seen_at: at,
      ends_at: new Date('2030-01-01'),
      ...more,
    })
    .execute()

/** Maja has handed Lisa the device. */
export const handTheDevice = () => sessionOfLisas('lisaBeside', noon, { handed_by: engagementOf('maja') })

/** Maja has made a paper to the meeting, and somebody has typed the code that stands on it. The one before is over. */
export async function usePaper(paper: 'homePaper' | 'ownPaper', at: Date) {
  await admin
    .updateTable('meeting_paper')
    .set({ ended_at: at, ended_by: id('maja') })
    .where('ended_at', 'is', null)
    .execute()
  await admin
    .insertInto('meeting_paper')
    .values({
      child_id: lisa,
      id: id(`${paper} ${at.getTime()}`),
      meeting_id: id('meeting'),
      code_hash: Buffer.from(hashOf(`${paper} ${at.getTime()}`), 'hex'),
      is_childs_own: paper === 'ownPaper',
      made_by: engagementOf('maja'),
      made_at: at,
    })
    .execute()
  await sessionOfLisas(paper, at, { paper_id: id(`${paper} ${at.getTime()}`) })
}

export async function beginMatter({ petra, stigWorks }: County) {
  const colleagues = [
    ...(stigWorks ? (['stig'] as const) : []),
    ...(petra === 'work' ? (['petra'] as const) : []),
  ]
  await openMatter({ with: colleagues })
}

/** Something that happens to or around Lisa. */
export type Happening = {
  happens: (county: County) => Promise<unknown>
  /** Who may notice. Everybody else's world is the same with it as without. */
  noticedBy: (who: Observer, county: County) => boolean
  /** The pages that say it to anybody, with no child in it. */
  openAt?: RegExp
  needs?: readonly string[]
  excludes?: readonly string[]
  /** Also before anything has begun about Lisa. */
  early?: true
  /** Where it can happen at all. */
  fits?: (county: County) => boolean
  /** What happens instead in the other world; else nothing. */
  instead?: (county: County) => Promise<unknown>
}

export const isOne =
  (...those: readonly Person[]) =>
  (who: Observer) =>
    those.some((person) => person === who)
