import { callOf } from '#shared/person.ts'
import { Facts, Section } from '#ui/parts.tsx'
import { wayNames, wishFields } from '../answer/how.parts.tsx'
import { capital } from '../party.parts.tsx'
import type { ShownMeeting } from './show.ts'

/** What the child has written for those who carry the matter; nobody else on the meeting reads it. */
export function ChildsWishes({ known, childsWishes }: ShownMeeting) {
  if (!childsWishes) return null
  const name = capital(callOf(known.child.person))
  return (
    <Section id="onskar" title={`${name} önskar`} lead="De andra på mötet läser inte det här.">
      <Facts
        items={[
          ['Vill vara med', childsWishes.way && wayNames[childsWishes.way]],
          ...wishFields.map((wish) => [wish.told, childsWishes[wish.name]?.reveal()] as const),
        ]}
      />
    </Section>
  )
}
