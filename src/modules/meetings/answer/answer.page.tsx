import { TalkNow } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  Buttons,
  Choices,
  Conflict,
  ErrorSummary,
  Form,
  saidBeside,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Intro, Section } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { first } from '#ui/texts.ts'
import { WhoLearns } from '../learns.parts.tsx'
import type { Words } from '../meeting.ts'
import { mayKnowWhoLearns } from '../meeting-policy.ts'
import { answerNames, partyName } from '../party.parts.tsx'
import { timeInWords } from '../time-place.parts.tsx'
import type { AnswerForm } from './answer.ts'
import { ChildsWishesFields, Coming, HowToCome, wayNames, wishFields } from './how.parts.tsx'

type Props = AnswerForm & {
  viewer: Viewer
  submission: string
  typed: Texts
  errors?: Texts
  conflict?: boolean
}

/** What was answered before, as the form begins. */
export const answeredBefore = ({ party, words, wishes }: AnswerForm): Texts => ({
  answer: wishes?.way ?? party.answer,
  words: words?.text.reveal(),
  readers: words?.open ? 'meeting' : 'lead',
  ...Object.fromEntries(wishFields.map(({ name }) => [name, wishes?.[name]?.reveal()])),
})

export function AnswerPage(props: Props) {
  const { known, meeting, parties, party, lead, viewer, submission, typed, errors = {}, conflict } = props
  const ids = { childId: meeting.childId, meetingId: meeting.id }
  const child = known.child.person
  const forOther = !party.mine
  const isChild = party.role === 'child' && party.mine
  return (
    <>
      <BackLink href={paths.meeting.show.to(ids)}>{say('Samverkansmöte')}</BackLink>
      <Intro
        kicker={forOther ? `Skriv upp svaret från ${partyName(party)}` : say('Svara på inbjudan')}
        title={nameOf(child)}
        lead={say('Mötet är {when}.', { when: timeInWords(meeting) })}
      />
      {conflict && <Conflict mine={<Said {...saidOf(typed)} />} theirs={<Said {...saidBefore(props)} />} />}
      <ErrorSummary errors={errors} />
      {known.standing.relation !== 'lead' && mayKnowWhoLearns(known.standing) && (
        <Section id="vet" title={say('Vem får veta vad?')} lead={say('Läs det här innan du svarar.')}>
          <WhoLearns parties={parties} child={child} />
        </Section>
      )}
      <Form viewer={viewer} guard hidden={{ submission, version: String(party.version), party: party.id }}>
        {party.role === 'child' ? (
          <HowToCome forOther={forOther} name={callOf(child)} {...{ typed, errors }} />
        ) : (
          <Coming forOther={forOther} {...{ typed, errors }} />
        )}
        <TextArea
          name="words"
          label={
            forOther
              ? 'Vad vill de ta upp?'
              : isChild
                ? say('Vad vill du prata om?')
                : say('Vad vill du ta upp?')
          }
          description={
            isChild
              ? say('Några ord räcker.')
              : say(
                  'Det du helst vill prata om, eller det du vill att de andra ska veta om hur det är för {name}.',
                  { name: callOf(child) },
                )
          }
          optional
          reads={saidBeside}
          {...{ typed, errors }}
        />
        <Choices
          name="readers"
          label={say('Vem får läsa det?')}
          options={[
            { value: 'lead', label: say('Bara Barnets bästa-ansvarig') },
            { value: 'meeting', label: say('Familjen och de som är med på hela mötet') },
          ]}
          {...{ typed, errors }}
        />
        {party.role === 'child' && (
          <ChildsWishesFields forOther={forOther} name={callOf(child)} lead={lead} {...{ typed, errors }} />
        )}
        <Buttons
          primary={forOther ? 'Spara svaret' : say('Skicka svaret')}
          cancel={{ href: paths.meeting.show.to(ids) }}
        />
      </Form>
      {viewer.isChild && <TalkNow read={say('Det läses senast på mötet.')} />}
    </>
  )
}

type SaidProps = { answer: string | undefined; words: string | undefined }

const saidOf = (typed: Texts): SaidProps => ({ answer: first(typed, 'answer'), words: first(typed, 'words') })
const saidBefore = ({ party, words }: { party: Props['party']; words: Words | undefined }): SaidProps => ({
  answer: party.answer,
  words: words?.text.reveal(),
})

function Said({ answer, words }: SaidProps) {
  const name = Object.entries({ ...answerNames, ...wayNames }).find(([key]) => key === answer)?.[1]
  return (
    <>
      <p>{name ? say(name) : say('Inget svar')}</p>
      {words && (
        <p class="prewrap">
          <AsWritten>{words}</AsWritten>
        </p>
      )}
    </>
  )
}
