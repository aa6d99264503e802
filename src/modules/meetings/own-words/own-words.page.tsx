import { readNoDay, TalkNow } from '#modules/knowledge'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Intro, Section } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import type { OwnWords } from './own-words.ts'

type Props = OwnWords & FormState

/** What was decided at the meeting, told by the child in its own words. */
export function OwnWordsPage({ known, meeting, toChild, before, isHanded, ...state }: Props) {
  const { viewer, typed, errors } = state
  const childId = known.child.id
  const back = isHanded
    ? paths.childsDoor.home.to({ childId })
    : paths.meeting.show.to({ childId, meetingId: meeting.id })
  return (
    <>
      <BackLink href={back}>{isHanded ? say('Min sida') : say('Mötet')}</BackLink>
      <Intro
        kicker={say('Mötet {day}', { day: dayInWords(swedishDay(meeting.startsAt)) })}
        title={say('Vad bestämde vi?')}
        lead={say('Skriv hur du har förstått det. Det finns inget fel svar.')}
      />
      {toChild && (
        <Section id="sagt" title={say('Så har vi sagt till dig')}>
          <blockquote class="prewrap">
            <AsWritten>{toChild.reveal()}</AsWritten>
          </blockquote>
        </Section>
      )}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer}>
        <TextArea
          name="words"
          label={say('Med mina ord')}
          maxLength={2000}
          reads={say('alla som läser om mötet. Dina föräldrar också.')}
          typed={typed ?? { words: before?.text?.reveal() }}
          errors={errors}
        />
        <Buttons
          primary={say('Spara')}
          others={[{ name: 'unsure', value: 'ja', label: say('Jag vet inte') }]}
          cancel={{ href: back }}
        />
      </Form>
      <TalkNow read={readNoDay(childId)} />
    </>
  )
}
