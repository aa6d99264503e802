import type { Child } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { alwaysOpen } from './channels.ts'

/** Whom a child can call at any hour, wherever it reads. */
export const HelpLines = () => (
  <ul class="lines">
    <li class="solo">
      {say('Du kan ringa någon annan när som helst:')}{' '}
      <a href="tel:116111">Bris, {alwaysOpen.children.number}</a>
    </li>
    <li class="solo">
      {say('Är det farligt nu?')}{' '}
      <a href="tel:112" dir="auto">
        {say('Ring {number}', { number: alwaysOpen.danger.number })}
      </a>
    </li>
    <li class="solo">
      <a href={paths.concern.to({})}>{say('Socialjouren svarar på kvällar och helger')}</a>
    </li>
  </ul>
)

/**
 * Last wherever a child can write: nobody may read it until another day. `read` says which, unless the page has said so already,
 * or nothing is written there.
 */
export const TalkNow = ({ read }: { read: Child | undefined }) => (
  <Section id="ring" title={say('Vill du prata nu?')}>
    {read && <p>{read}</p>}
    <HelpLines />
  </Section>
)

/** Where nobody has to read by a day: what the child can do instead. */
export const readNoDay = (childId: string) => (
  <>
    {say('Det kan dröja innan någon läser det du skriver. Vill du att någon läser snart?')}{' '}
    <a href={paths.childsDoor.write.to({ childId })}>{say('Skriv till den vuxna som håller ihop hjälpen')}</a>
  </>
)

/** The same on a paper, where no link leads to the number of the child's own municipality. */
export const helpOnPaper = (): readonly string[] => [
  say('Bris: {number}', { number: alwaysOpen.children.number }),
  say('Är det farligt: {number}', { number: alwaysOpen.danger.number }),
  say('Kväll eller helg: ring {number} och fråga efter socialjouren', { number: alwaysOpen.danger.number }),
]
