import { ageText } from '#modules/children'
import { FamilyButtons, FamilyText } from '#modules/plain-words'
import { type Day, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Form, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Actions, BackLink, Empty, Intro, LinkButton, Section } from '#ui/parts.tsx'
import type { Sibling } from '../people-store.ts'
import { timeInWords } from '../time-place.parts.tsx'
import type { MeetingSiblings } from './siblings.ts'

type Props = MeetingSiblings & { viewer: Viewer; today: Day; newId: () => string }

export function SiblingsPage(props: Props) {
  const { known, meeting, siblings } = props
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  return (
    <>
      <BackLink href={paths.meeting.show.to(ids)}>Samverkansmöte</BackLink>
      <Intro
        kicker="Syskon på samma möte"
        title={nameOf(known.child.person)}
        lead={`Mötet är ${timeInWords(meeting)}. Varje barn får egna anteckningar och en egen plan.`}
      />
      {siblings.length === 0 && <Empty>Du arbetar inte med något syskon som har samma vårdnadshavare.</Empty>}
      {siblings.map((sibling) => (
        <Section id={`syskon-${sibling.child.id}`} title={nameOf(sibling.child.person)}>
          <p class="soft">{ageText(sibling.child, props.today)}</p>
          {sibling.meetingId ? (
            <IsCalled {...sibling} meetingId={sibling.meetingId} />
          ) : (
            <CallFor {...props} sibling={sibling} />
          )}
        </Section>
      ))}
      <Actions>
        <LinkButton href={paths.meeting.show.to(ids)} secondary>
          Klar
        </LinkButton>
      </Actions>
    </>
  )
}

const IsCalled = ({ child, meetingId }: Sibling & { meetingId: string }) => (
  <p>
    Är med på mötet. <a href={paths.meeting.show.to({ childId: child.id, meetingId })}>Visa</a>
  </p>
)

/** The sibling's own call, to the same time and place. */
function CallFor({ meeting, parties, groupId, sibling, viewer, newId }: Props & { sibling: Sibling }) {
  const name = callOf(sibling.child.person)
  const carried: Texts = {
    submission: newId(),
    group: groupId,
    day: swedishDay(meeting.startsAt),
    time: swedishClock(meeting.startsAt),
    minutes: String(meeting.minutes),
    place: meeting.place?.reveal(),
    child: parties.some(({ role }) => role === 'child') ? 'ja' : undefined,
    guardians: parties.flatMap(({ role, person }) => (role === 'guardian' ? person.id : [])),
  }
  return (
    <Form viewer={viewer} action={paths.meeting.call.to({ childId: sibling.child.id })} hidden={carried}>
      <FamilyText
        name="purpose"
        of={sibling.child.id}
        label={`Varför ses ni för ${name}?`}
        description="Skriv med familjens egna ord."
        reads={`familjen och de som är med på hela mötet för ${name}`}
      />
      <FamilyButtons
        typed={undefined}
        read={{ purpose: 'Därför ses vi' }}
        primary={`Bjud in för ${name} också`}
      />
    </Form>
  )
}
