import { ageText, type Child } from '#modules/children'
import type { ImportantAdult } from '#modules/family'
import type { WheelArea } from '#modules/knowledge'
import { dayAndMonth } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import type { ItemReaders } from '#shared/schema.ts'
import { Drawing } from '#ui/drawing.tsx'
import type { Choice } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { say, sayWith } from '#ui/say.tsx'
import { shapes, type VoiceShape } from '#ui/voices.tsx'
import type { AreaVoices, Voice, WheelData } from '#ui/wheel.tsx'
import { AsTold } from './picked.parts.tsx'
import type { Question } from './source.ts'
import { obtainedNames, otherVoices, ringsOf, type Words, withAreas } from './wheel.ts'
import type { Spoken } from './wheel-store.ts'

const shapeNames = Object.keys(shapes) as VoiceShape[]
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
export const childName = (child: Child) => capital(callOf(child.person))

/** What the voice is called; each reader gets what it may know. */
export function labelOf({ speaker, by }: Spoken, child: Child, adults: readonly ImportantAdult[]): string {
  switch (speaker.voice) {
    case 'child':
      return childName(child)
    case 'guardian':
      return capital(by.called ?? say('vårdnadshavare'))
    case 'important_adult':
      return adultName(adults, speaker.adultId)
    case 'professional':
      return speaker.personId ? (by.name ?? say('Skyddad person')) : (by.unitName ?? say('En verksamhet'))
  }
}

/** How the child calls the adult, at the beginning of a line. */
function adultName(adults: readonly ImportantAdult[], adultId: string | undefined): string {
  const adult = adults.find(({ id }) => id === adultId)
  return adult ? capital(adult.relation.reveal()) : say('Viktig vuxen')
}

/** Whom a question was put to. */
export const sourceName = ({ toUnit, toAdultId }: Question, adults: readonly ImportantAdult[]): string =>
  toUnit ?? adultName(adults, toAdultId)

/** The adults near the child, to choose from. */
export const adultChoices = (adults: readonly ImportantAdult[]): Choice[] =>
  adults.map(({ id, relation, name }) => ({
    value: `adult:${id}`,
    label: `${capital(relation.reveal())} (${name.reveal()})`,
  }))

/** Who may read what a child has said, as one line. */
export const readersText: Readonly<Record<ItemReaders, string>> = {
  unit: message('Bara de som arbetar med barnet här'),
  told: message('Bara barnet och den som det berättade för'),
  meeting: message('De som är med på mötet'),
  everyone: message('Alla som är med runt barnet'),
}

type WheelProps = {
  child: Child
  statements: readonly Spoken[]
  adults: readonly ImportantAdult[]
  /** Asked about, though nobody may have said anything. */
  areas: readonly WheelArea[]
  today: string
  /** The reader sees only what is its own, or has been opened. */
  partial?: boolean
  linked?: boolean
  /** Statements that somebody in the family does not agree with: what they say stands where the words are read. */
  objected?: ReadonlySet<string>
  /** Those who get a ring, where that is more than speak here: two wheels side by side have the same rings. */
  everybody?: readonly Spoken[]
}

/** The statements as the picture and the list want them. */
export function wheelOf(props: WheelProps): WheelData {
  const { child, statements, adults, areas, today, partial = false, linked = true, objected } = props
  const everybody = props.everybody ?? statements
  const speakers = everybody.map((said) => ({ ...said.speaker, label: labelOf(said, child, adults) }))
  const { rings, ringOf } = ringsOf(speakers, childName(child))
  const voices = rings.map(
    ({ key, label }, place): Voice => ({ id: key, label, shape: shapeNames[place] ?? 'cross' }),
  )
  const taken = withAreas(
    areas,
    statements.map(({ area }) => area),
  )
  const inArea = (area: WheelArea): AreaVoices => {
    const here = statements.filter((said) => said.area === area)
    return { area, statements: here.flatMap(kindsOf), besides: here.filter(isBesides).map(besidesOf) }
  }
  const byWhom = (said: Spoken) => {
    const voiceId = ringOf(said.speaker)
    const who = voiceId === otherVoices ? labelOf(said, child, adults) : undefined
    const isObjected = objected?.has(said.itemId) ?? false
    return { voiceId, more: <More {...{ said, who, child, linked }} objected={isObjected} /> }
  }
  const kindsOf = (said: Spoken) =>
    (['working', 'challenging'] as const).flatMap((kind) => {
      return said.words[kind] ? { ...byWhom(said), kind, text: <AsTold said={said} name={kind} /> } : []
    })
  const besidesOf = (said: Spoken) => ({
    ...byWhom(said),
    text: (
      <>
        {!saysKind(said) && said.words.quote && (
          <q>
            <AsTold said={said} name="quote" />
          </q>
        )}
        <Drawn {...said.words} />
      </>
    ),
  })
  return {
    childName: childName(child),
    ageText: ageText(child, today),
    voices,
    areas: taken.map(inArea),
    partial,
  }
}

const saysKind = ({ words: { working, challenging } }: Spoken) =>
  working !== undefined || challenging !== undefined
const isBesides = (said: Spoken) => !saysKind(said) || said.words.drawing !== undefined

/** What the child drew, where something is drawn. */
export const Drawn = ({ drawing }: Pick<Words, 'drawing'>) =>
  drawing ? <Drawing lines={drawing.reveal()} label={say('En teckning')} /> : null

type MoreProps = {
  said: Spoken
  who: string | undefined
  child: Child
  linked: boolean
  objected: boolean
}

function More({ said, who, child, linked, objected }: MoreProps) {
  const isConfidence = said.speaker.voice === 'child' && said.readers !== 'everyone'
  const parts = [
    who,
    said.obtained && say(obtainedNames[said.obtained]),
    dayAndMonth(said.saidOn),
    isConfidence && say(readersText[said.readers]),
    objected && say('Någon i familjen håller inte med'),
  ].filter((part): part is string => Boolean(part))
  const href = paths.wheel.changeStatement.to({ childId: child.id, itemId: said.itemId })
  return (
    <>
      {parts.map((part, place) => (
        <>
          {place > 0 && ' · '}
          <bdi>{part}</bdi>
        </>
      ))}
      {linked && (
        <>
          {' · '}
          <a href={href}>
            {sayWith('Läs mer<hidden> om det här</hidden>', {
              hidden: (words) => <span class="sr">{words}</span>,
            })}
          </a>
        </>
      )}
    </>
  )
}
