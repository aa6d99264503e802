import type { WheelArea } from '#modules/knowledge'
import { wheelAreas } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import type { ItemReaders, Obtained, Voice } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'

export const obtainedWays = [
  'talk',
  'observation',
  'picture',
  'written',
  'telephone',
  'with_interpreter',
] as const satisfies readonly Obtained[]

export const obtainedNames: Readonly<Record<Obtained, string>> = {
  talk: message('Samtal'),
  observation: message('Det vi har sett'),
  picture: message('Bild eller teckning'),
  written: message('Skriftligt'),
  telephone: message('Telefon'),
  with_interpreter: message('Samtal med tolk'),
}

/** Who the child lets read what it says, narrowest first. */
export const childReaders = ['told', 'meeting', 'everyone'] as const satisfies readonly ItemReaders[]
/** The same when the child writes itself: nobody has been told yet, so the narrowest is those who work with the child. */
export const ownReaders = ['unit', 'meeting', 'everyone'] as const satisfies readonly ItemReaders[]
/** What a child may choose that writes itself; with an adult beside it the narrowest is that adult alone. */
export const readersFor = (isBeside: boolean): readonly ItemReaders[] =>
  isBeside ? childReaders : ownReaders
/** The narrowest unless something else is chosen. */
export const chosenReaders = (isBeside: boolean, chosen: string | undefined): ItemReaders =>
  readersFor(isBeside).find((readers) => readers === chosen) ?? (isBeside ? 'told' : 'unit')

const widths: readonly ItemReaders[] = ['told', 'unit', 'meeting', 'everyone']
/** May more read with the new choice? */
export const isWider = (now: ItemReaders, wanted: ItemReaders): boolean =>
  widths.indexOf(wanted) > widths.indexOf(now)

/** Whose words they are. A professional is one person in the own unit, or another unit. */
export type Speaker = {
  voice: Voice
  personId?: string | undefined
  adultId?: string | undefined
  unitId?: string | undefined
}

/** What is said: at least one of what works and what is challenging. Everything else is offered. */
export type Words = {
  working: SealedText | undefined
  challenging: SealedText | undefined
  /** A quotation, as it was said. */
  quote: SealedText | undefined
  context: SealedText | undefined
  tried: SealedText | undefined
  /** What a child drew: `isDrawing`. */
  drawing?: SealedText | undefined
}

export type Statement = {
  itemId: string
  version: number
  speaker: Speaker
  area: WheelArea
  words: Words
  obtained: Obtained | undefined
  saidOn: Day
  readers: ItemReaders
  /** The version of the question that was answered. */
  wording: string
  authorId: string
  /** Somebody at a unit has written it down, whoever said it. */
  byUnit: boolean
  /** The one who reads wrote it, and may write a new version. */
  mine: boolean
}

/** One voice on the wheel is one of these: the child, each guardian, each adult, each professional source for itself. */
export const voiceKey = ({ voice, personId, adultId, unitId }: Speaker): string => {
  if (voice === 'child') return 'child'
  return `${voice}:${personId ?? adultId ?? unitId ?? ''}`
}

const order: readonly Voice[] = ['child', 'guardian', 'important_adult', 'professional']

/** The most rings that a phone can carry. */
export const mostVoices = 6
export const otherVoices = 'others'

export type NamedVoice = { key: string; label: string }

/**
 * The rings of the wheel, the child nearest the middle, and which ring each voice is on. More voices than the wheel can
 * carry share the last ring, each named beside its words.
 */
export function ringsOf(
  speakers: readonly (Speaker & { label: string })[],
  childName: string,
): { rings: readonly NamedVoice[]; ringOf: (speaker: Speaker) => string } {
  const inOrder = [...speakers].sort((a, b) => order.indexOf(a.voice) - order.indexOf(b.voice))
  const named = new Map<string, string>([['child', childName]])
  for (const speaker of inOrder)
    if (!named.has(voiceKey(speaker))) named.set(voiceKey(speaker), speaker.label)
  const all = [...named].map(([key, label]) => ({ key, label }))
  if (all.length <= mostVoices) return { rings: all, ringOf: voiceKey }
  const own = all.slice(0, mostVoices - 1)
  return {
    rings: [...own, { key: otherVoices, label: say('Fler röster') }],
    ringOf: (speaker) => (own.some(({ key }) => key === voiceKey(speaker)) ? voiceKey(speaker) : otherVoices),
  }
}

/**
 * Areas where one voice has told only of what works, and another only of what is challenging. Both may be right, and so
 * it is worth a question.
 */
export const seenDifferently = (
  statements: readonly Pick<Statement, 'speaker' | 'area' | 'words'>[],
): readonly WheelArea[] =>
  wheelAreas.filter((area) => {
    const here = statements.filter((said) => said.area === area)
    const voices = Map.groupBy(here, ({ speaker }) => voiceKey(speaker)).values()
    const kinds = [...voices].map((said) => ({
      works: said.some(({ words }) => words.working),
      challenges: said.some(({ words }) => words.challenging),
    }))
    return (
      kinds.some(({ works, challenges }) => works && !challenges) &&
      kinds.some(({ works, challenges }) => challenges && !works)
    )
  })

export type Round<T> = { from: Day; statements: readonly T[] }

/**
 * The wheel as it was filled in, time after time: a gathering or a follow-up begins a new one. Rounds in which nobody
 * said anything are left out.
 */
export function roundsOf<T extends Pick<Statement, 'saidOn'>>(
  statements: readonly T[],
  starts: readonly Day[],
): readonly Round<T>[] {
  const days = [...new Set(starts)].sort()
  const first = statements.map(({ saidOn }) => saidOn).sort()[0] ?? ''
  const startOf = ({ saidOn }: T) => days.findLast((day) => day <= saidOn) ?? days[0] ?? first
  const rounds = Map.groupBy(statements, startOf)
  return [...rounds]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([from, said]) => ({ from, statements: said }))
}

/** Areas are only added: what somebody has said about one is never taken away with it. */
export const withAreas = (had: readonly WheelArea[], more: readonly WheelArea[]): readonly WheelArea[] =>
  wheelAreas.filter((area) => had.includes(area) || more.includes(area))

/**
 * May it go along when the whole is handed over to another unit? What the child has let only some read stays with them;
 * the meeting is not the receiver.
 */
export const mayTravel = ({ speaker, readers }: Pick<Statement, 'speaker' | 'readers'>): boolean =>
  speaker.voice !== 'child' || readers === 'everyone'
