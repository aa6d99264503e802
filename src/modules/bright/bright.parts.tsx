import type { Child as Node } from 'hono/jsx'
import type { Child } from '#modules/children'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { BrightMoment, Section } from '#ui/parts.tsx'
import { AsWritten, listed, say } from '#ui/say.tsx'
import type { Bright } from './bright.ts'

/** How many are shown where they are not what the page is about. */
const newest = 2

type Props = {
  child: Child
  moments: readonly Bright[]
  /** The reader is the child itself. */
  isChild: boolean
  /** In a plan that goes on, to those who may. */
  mayNote: boolean
  /** What stands there too. */
  besides?: Node
}

/** What has gone well, the newest first, and the way to write more. */
export function BrightMoments({ child, moments, isChild, mayNote, besides }: Props) {
  const href = paths.bright.note.to({ childId: child.id })
  if (moments.length === 0 && !besides) return mayNote ? <WriteLink href={href} /> : null
  return (
    <Section id="ljusglimtar" title={say('Det här har gått bra')}>
      {moments.slice(0, newest).map((moment) => (
        <BrightLine {...{ child, moment, isChild }} />
      ))}
      {besides}
      <p class="actions no-print">
        {mayNote && <a href={href}>{say('Skriv något som har gått bra')}</a>}
        {moments.length > newest && <a href={`${href}#alla`}>{say('Läs alla ljusglimtar')}</a>}
      </p>
    </Section>
  )
}

const WriteLink = ({ href }: { href: string }) => (
  <p class="no-print solo">
    <a href={href}>{say('Skriv något som har gått bra')}</a>
  </p>
)

type LineProps = { child: Child; moment: Bright; isChild: boolean; more?: Node }

/** The words, who wrote them and when. */
export const BrightLine = ({ child, moment, isChild, more }: LineProps) => (
  <BrightMoment
    by={
      <>
        {listed([writerOf(moment, child, isChild), dayInWords(swedishDay(moment.at))])}
        {more}
      </>
    }
  >
    <AsWritten>{moment.words.reveal()}</AsWritten>
  </BrightMoment>
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function writerOf({ by, mine }: Bright, child: Child, isChild: boolean): string {
  if (mine || (isChild && by.kind === 'child')) return say('Du')
  if (by.kind === 'child') return capital(callOf(child.person))
  if (by.kind === 'unit') return by.name ? listed([by.name, by.unit]) : by.unit
  return by.called ? capital(by.called) : say('En vårdnadshavare')
}
