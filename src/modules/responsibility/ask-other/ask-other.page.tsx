import { TalkNow } from '#modules/knowledge'
import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Intro, Lines, Section } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { answerWithinWorkingDays, type LeadRequest } from '../request-store.ts'
import type { AskOtherForm } from './ask-other.ts'

type Props = AskOtherForm & FormState

export function AskOtherPage(props: Props) {
  const { child, isSelf, lead, mine, viewer, submission, typed, errors } = props
  const childId = child.id
  const asks = mine.every(({ isOver }) => isOver) || errors !== undefined
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>
        {isSelf ? say('Min sida') : nameOf(child.person)}
      </BackLink>
      <Intro kicker={say('Be om någon annan')} title={nameOf(child.person)} lead={leadFor(props)} />
      {mine.length > 0 && (
        <Section id="fragat" title={say('Det här har du frågat')}>
          <Lines items={mine.map((request) => <Asked request={request} lead={lead?.name ?? ''} />)} />
        </Section>
      )}
      {asks && (
        <>
          <ErrorSummary errors={errors} />
          <Form viewer={viewer} hidden={{ submission }} guard>
            <TextArea
              name="why"
              label={say('Vill du säga varför?')}
              rows={4}
              optional
              reads={say('den som svarar, och ingen annan')}
              {...{ typed, errors }}
            />
            <Buttons primary={say('Be om någon annan')} cancel={{ href: paths.child.to({ childId }) }} />
          </Form>
        </>
      )}
      {viewer.isChild && (
        <TalkNow
          read={
            asks ? say('Du får svar inom {days} vardagar.', { days: answerWithinWorkingDays }) : undefined
          }
        />
      )}
    </>
  )
}

function leadFor({ lead, isSelf }: Props): string {
  const who = lead ? lead.name : say('Den som vanligtvis är Barnets bästa-ansvarig')
  const now = lead ? `${say('{name} är Barnets bästa-ansvarig.', { name: lead.name })} ` : ''
  const ask = isSelf ? say('Du kan be om att få någon annan.') : say('Du kan be om att det blir någon annan.')
  return `${now}${ask} ${say('Det avgörs av någon annan i organisationen. {who} får inte veta vem som har frågat, eller varför.', { who })}`
}

const Asked = ({ request, lead }: { request: LeadRequest; lead: string }) => (
  <>
    <b>{dayAndMonth(request.askedOn)}</b>
    {request.why && (
      <p class="prewrap">
        <AsWritten>{request.why.reveal()}</AsWritten>
      </p>
    )}
    {request.answer ? (
      <p class="prewrap">
        {say('Svaret:')} <AsWritten>{request.answer.reveal()}</AsWritten>
      </p>
    ) : (
      <p class="soft">
        {request.isOver
          ? say('Nu är {name} Barnets bästa-ansvarig.', { name: lead })
          : say('Du får svar senast {day}.', { day: dayAndMonth(request.dueOn) })}
      </p>
    )}
  </>
)
