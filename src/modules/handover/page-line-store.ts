import type { Work } from '#modules/audit'
import type { Child } from '#modules/children'
import { type Listener, listListeners } from '#modules/family'
import { findOpenParts } from '#modules/plans'
import { findStatements, mayTravel } from '#modules/wheel'
import { dayWithYear } from '#shared/dates.ts'
import { callOf } from '#shared/person.ts'
import { SealedText } from '#shared/sealed.ts'
import { type PossibleLine, statementKey } from './page-line.ts'

const alone = { who: undefined, when: undefined }

/** What may stand on the page that goes along, from the plan and from what the family has been told. */
export async function findPossibleLines(work: Work, child: Child, matterId: string): Promise<PossibleLine[]> {
  const { goals, actions } = await findOpenParts(work, child.id)
  const listeners = await listListeners(work, child, matterId)
  return [
    ...goals.map(({ id, at, areas, body: { words } }) => ({
      id: `${id}.${at.getTime()}`,
      kind: 'wish' as const,
      what: words,
      ...alone,
      areas,
    })),
    ...actions.map(({ id, at, areas, body: { what, who, when } }) => ({
      id: `${id}.${at.getTime()}`,
      kind: 'action' as const,
      what,
      who,
      when,
      areas,
    })),
    ...listeners.flatMap((listener) => {
      const line = toldLine(listener)
      return line ? [{ ...line, kind: 'told' as const, ...alone, areas: undefined }] : []
    }),
  ]
}

/** What the own unit has written in the wheel, and not told to a few only: for a paper, which no grant follows. */
export async function findWorkingLines(work: Work, childId: string): Promise<PossibleLine[]> {
  const said = (await findStatements(work, childId)).filter((one) => one.ours && mayTravel(one))
  return said.flatMap((one) =>
    [one.words.working, one.words.challenging].flatMap((what, place) =>
      what
        ? [{ id: `${statementKey(one)}.${place}`, kind: 'works' as const, what, ...alone, areas: [one.area] }]
        : [],
    ),
  )
}

/** By what the child calls them: no guardian's name goes along. */
function toldLine({ key, person, isChild, called, told }: Listener) {
  if (!told) return undefined
  const who = isChild ? callOf(person) : called || 'en vårdnadshavare'
  const what = `${who.charAt(0).toUpperCase()}${who.slice(1)} fick veta vad Kronobarn är, ${dayWithYear(told.on)}.`
  return { id: `${key}.${told.on}.${who}`, what: new SealedText(what) }
}
