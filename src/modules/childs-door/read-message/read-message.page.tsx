import { dayInWords, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Form } from '#ui/form.tsx'
import { BackLink, Facts, Intro } from '#ui/parts.tsx'
import type { Viewer } from '#ui/viewer.ts'
import { answerWays } from '../message.ts'
import type { Message } from '../message-store.ts'
import type { Opened } from './read-message.ts'

export function ReadMessagePage({ child, message, viewer }: Opened & { viewer: Viewer }) {
  const name = callOf(child.person)
  const back = paths.child.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Barnets sida</BackLink>
      <Intro
        title={nameOf(child.person)}
        lead={`${name} har skrivit till dig. Det är mellan er: vårdnadshavarna ser det inte här.`}
      />
      <p class="prewrap">{message.words.reveal()}</p>
      <Facts
        items={[
          ['Skrivet', dayInWords(swedishDay(message.sentAt))],
          ['Så vill barnet ha svar', answerWays[message.answer]],
          ['Skrivet på', writtenOn(message)],
        ]}
      />
      <p>
        <a href={paths.concern.to({})}>Tror du att barnet far illa?</a>
      </p>
      <Form viewer={viewer}>
        <Buttons primary="Jag har läst" cancel={{ href: back }} />
      </Form>
    </>
  )
}

const writtenOn = ({ isBeside, isOnPaper }: Message): string | false => {
  if (isOnPaper) return 'Med pappret till mötet. Vi vet inte vem som hade det i handen.'
  return isBeside && 'En vuxens skärm, med den vuxna bredvid'
}
