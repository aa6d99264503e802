import { dayInWords } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Actions, Done, Empty, Intro, LinkButton, Section } from '#ui/parts.tsx'
import { HelpLines } from '../help.parts.tsx'
import type { Home } from './home.ts'

export function HomePage({ child, hasPlan, lead, readBy, sent }: Home & { sent: boolean }) {
  const childId = child.id
  const name = lead?.name.split(' ')[0]
  return (
    <>
      <Intro
        title={`Hej${child.person.kind === 'visible' ? ` ${callOf(child.person)}` : ''}!`}
        lead="Det här är din sida."
      />
      {sent && lead && (
        <Done title="Tack för att du skrev!">
          <p>
            {name} läser det senast {dayInWords(readBy)}. Det syns inte här sedan.
          </p>
        </Done>
      )}
      {!hasPlan && <Empty>Här finns ingen plan än.</Empty>}
      <Actions>
        {hasPlan && <LinkButton href={paths.plan.childsReading.to({ childId })}>Läs min plan</LinkButton>}
        {lead && (
          <LinkButton href={paths.childsDoor.write.to({ childId })} secondary>
            Skriv till {name}
          </LinkButton>
        )}
      </Actions>
      <Section id="ring" title="Vill du prata nu?">
        <HelpLines />
      </Section>
    </>
  )
}
