import { type Day, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Conflict, ErrorSummary, Form, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Intro, Note, Section } from '#ui/parts.tsx'
import { first } from '#ui/texts.ts'
import type { OpenMeeting } from '../meeting-access.ts'
import { TimeAndPlace, timeInWords } from '../time-place.parts.tsx'

type Props = OpenMeeting & { viewer: Viewer; today: Day; typed: Texts; errors?: Texts; conflict?: boolean }

export const asItStands = ({ meeting }: OpenMeeting): Texts => ({
  day: swedishDay(meeting.startsAt),
  time: swedishClock(meeting.startsAt).replace('.', ':'),
  minutes: String(meeting.minutes),
  place: meeting.place?.reveal(),
})

export function ChangePage({ known, meeting, viewer, today, typed, errors = {}, conflict }: Props) {
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  return (
    <>
      <BackLink href={paths.meeting.show.to(ids)}>Samverkansmöte</BackLink>
      <Intro
        kicker="Ändra mötet"
        title={nameOf(known.child.person)}
        lead={`Nu är mötet ${timeInWords(meeting)}. Ändrar du tiden får alla svara igen.`}
      />
      {conflict && (
        <Conflict
          mine={
            <p class="prewrap">{['day', 'time', 'place'].map((name) => first(typed, name)).join('\n')}</p>
          }
          theirs={
            <p class="prewrap">
              {meeting.state === 'cancelled'
                ? 'Mötet är inställt.'
                : [timeInWords(meeting), meeting.place?.reveal()].join('\n')}
            </p>
          }
        />
      )}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ version: String(meeting.version) }}>
        <TimeAndPlace child={known.child} {...{ today, typed, errors }} />
        <Buttons primary="Spara" cancel={{ href: paths.meeting.show.to(ids) }} />
      </Form>
      {meeting.groupId && (
        <Note title="Syskon är med på mötet">
          <p>
            Ändra för varje barn för sig. <a href={paths.meeting.siblings.to(ids)}>Visa syskonen</a>
          </p>
        </Note>
      )}
      <Form viewer={viewer} hidden={{ version: String(meeting.version), act: 'cancel' }}>
        <Section
          id="stall-in"
          title="Ställ in mötet"
          lead="De som är inbjudna ser att mötet är inställt. Du får en påminnelse om att hitta en ny tid."
        >
          <div class="actions">
            <button class="ds-button" data-variant="secondary" type="submit">
              Ställ in mötet
            </button>
          </div>
        </Section>
      </Form>
    </>
  )
}
