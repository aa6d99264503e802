import type { Child } from '#modules/children'
import { areaNames, goldenRule, legalGrounds } from '#modules/knowledge'
import { callOf } from '#shared/person.ts'
import type { HandoverKind } from '#shared/schema.ts'
import { Choices, Conflict, type Texts } from '#ui/form.tsx'
import { Facts, Section } from '#ui/parts.tsx'
import { every } from '#ui/texts.ts'
import type { Reason } from './handover.ts'
import {
  changedSince,
  isOfSame,
  type Line,
  type LineKind,
  ofLineKind,
  type PossibleLine,
} from './page-line.ts'

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const kindNames: Readonly<Record<HandoverKind, string>> = {
  whole: 'Hela frågan',
  next_lead: 'Uppdraget som Barnets bästa-ansvarig',
}

/** What each part of the page is called. */
export const lineTitle = (kind: LineKind, child: Child): string =>
  ({
    works: 'Det här har vi sett och hört',
    wish: `Det här vill ${callOf(child.person)}`,
    action: 'Det här görs nu',
    told: 'Det här har familjen fått veta',
  })[kind]

/** Who does it, and how often. */
export const underLine = ({ who, when }: Line): string | undefined => {
  const said = [who?.reveal(), when?.reveal()].filter(Boolean).join(', ')
  return said ? capital(said) : undefined
}

type PossibleProps = {
  kind: LineKind
  lines: readonly PossibleLine[]
  child: Child
  typed?: Texts | undefined
  errors?: Texts | undefined
}

/** One part of the page, to choose from line by line. */
export function PossibleLines({ kind, lines, child, typed, errors }: PossibleProps) {
  const possible = ofLineKind(lines, kind)
  if (possible.length === 0) return null
  return (
    <Choices
      name={kind}
      type="checkbox"
      label={lineTitle(kind, child)}
      optional
      options={possible.map((line) => ({
        value: line.id,
        label: line.what.reveal(),
        hint: [underLine(line), line.areas?.map((area) => areaNames.names[area]).join(', ')]
          .filter(Boolean)
          .join(' · '),
      }))}
      {...{ typed, errors }}
    />
  )
}

type RewrittenProps = {
  /** The questions under which something may be chosen. */
  names: readonly string[]
  typed: Texts | undefined
  shown: readonly { id: string; text: string }[]
}

/** What was chosen and has been written anew, or taken away, since it was read: how it stands now. */
export function Rewritten({ names, typed, shown }: RewrittenProps) {
  const changed = changedSince(
    names.flatMap((name) => every(typed, name)),
    shown,
  )
  if (changed.length === 0) return null
  const now = shown.filter(({ id }) => changed.some((key) => isOfSame(key, id)))
  return (
    <Conflict
      mine={changed.length === 1 ? 'Du valde en rad.' : `Du valde ${changed.length} rader.`}
      theirs={
        now.length === 0 ? 'Det finns inte kvar.' : now.map(({ text }) => <p class="prewrap">{text}</p>)
      }
    >
      Något som du valde har skrivits om eller tagits bort sedan du läste det. Inget är skickat, och det du
      skrev är kvar. Läs hur det står nu, och välj igen.
    </Conflict>
  )
}

/** The lines of one part of the page, as they were when they were chosen. */
export function PageLines({ lines, kind, child }: { lines: readonly Line[]; kind: LineKind; child: Child }) {
  const chosen = ofLineKind(lines, kind)
  if (chosen.length === 0) return null
  return (
    <Section id={`med-${kind}`} title={lineTitle(kind, child)}>
      <ul class="lines">
        {chosen.map((line) => (
          <li>
            <span class="prewrap">{line.what.reveal()}</span>
            {underLine(line) && <p class="soft small">{underLine(line)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const grounds = new Map<string, string>(legalGrounds.map(({ code, sv }) => [code, sv]))
const schoolChange = 'Eleven byter skola (skollagen 3 kap. 12 j §)'

/** A ground in words; between schools the duty to tell is the one about a change of school. */
export const groundText = (code: string, isSchoolChange: boolean): string =>
  isSchoolChange && code === 'uppgiftsskyldighet' ? schoolChange : (grounds.get(code) ?? code)

/** The golden rule, for those who gave. */
export const Why = ({ necessary, relevant, proportionate }: Reason) => (
  <Section id="varfor" title="Så tänkte vi" lead="Det här läser bara ni.">
    <Facts
      items={[necessary, relevant, proportionate].map((said, place) => [
        goldenRule.words[place]?.question,
        <span class="prewrap">{said.reveal()}</span>,
      ])}
    />
  </Section>
)
