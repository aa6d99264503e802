import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Intro, Lines, Section } from '#ui/parts.tsx'
import type { LeadRequest } from '../request-store.ts'
import type { AskOtherForm } from './ask-other.ts'

type Props = AskOtherForm & FormState

export function AskOtherPage(props: Props) {
  const { child, isSelf, lead, mine, viewer, submission, typed, errors } = props
  const childId = child.id
  const waits = mine.some(({ isOver }) => !isOver)
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>{isSelf ? 'Min sida' : nameOf(child.person)}</BackLink>
      <Intro kicker="Be om någon annan" title={nameOf(child.person)} lead={leadFor(props)} />
      {mine.length > 0 && (
        <Section id="fragat" title="Det här har du frågat">
          <Lines items={mine.map((request) => <Asked request={request} lead={lead?.name ?? ''} />)} />
        </Section>
      )}
      {(!waits || errors) && (
        <>
          <ErrorSummary errors={errors} />
          <Form viewer={viewer} hidden={{ submission }} guard>
            <TextArea
              name="why"
              label="Vill du säga varför?"
              rows={4}
              optional
              reads="den som svarar, och ingen annan"
              {...{ typed, errors }}
            />
            <Buttons primary="Be om någon annan" cancel={{ href: paths.child.to({ childId }) }} />
          </Form>
        </>
      )}
    </>
  )
}

function leadFor({ lead, isSelf }: Props): string {
  const who = lead ? lead.name : 'Den som vanligtvis är Barnets bästa-ansvarig'
  const now = lead ? `${lead.name} är Barnets bästa-ansvarig. ` : ''
  const ask = isSelf ? 'Du kan be om att få någon annan.' : 'Du kan be om att det blir någon annan.'
  return `${now}${ask} Det avgörs av någon annan i organisationen. ${who} får inte veta vem som har frågat, eller varför.`
}

const Asked = ({ request, lead }: { request: LeadRequest; lead: string }) => (
  <>
    <b>{dayAndMonth(request.askedOn)}</b>
    {request.why && <p class="prewrap">{request.why.reveal()}</p>}
    {request.answer ? (
      <p class="prewrap">Svaret: {request.answer.reveal()}</p>
    ) : (
      <p class="soft">
        {request.isOver
          ? `Nu är ${lead} Barnets bästa-ansvarig.`
          : `Du får svar senast ${dayAndMonth(request.dueOn)}.`}
      </p>
    )}
  </>
)
