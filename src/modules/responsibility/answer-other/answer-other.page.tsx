import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import type { LeadAsker } from '#shared/schema.ts'
import { Buttons, Choices, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Section } from '#ui/parts.tsx'
import { CandidateSelect, Outside } from '../candidates.parts.tsx'
import type { AnswerOtherForm } from './answer-other.ts'

const askers: Readonly<Record<LeadAsker, string>> = {
  family: 'Någon i familjen',
  child: 'Barnet självt',
  sender: 'Någon som har berättat något i sitt arbete',
}

export function AnswerOtherPage({ child, request, naming, ...state }: AnswerOtherForm & FormState) {
  const { viewer, submission, typed, errors } = state
  const { heldNow } = naming
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker="Någon ber om en annan Barnets bästa-ansvarig"
        title={nameOf(child.person)}
        lead={`${heldNow.name}, ${heldNow.title} på ${heldNow.unitName}, är det nu och får inte veta vem som har frågat, eller varför. Svara senast ${dayWithYear(request.dueOn)}.`}
      />
      <ErrorSummary errors={errors} />
      <Section id="fragan" title={`${askers[request.asker]} frågar`}>
        {request.why ? (
          <blockquote class="prewrap">{request.why.reveal()}</blockquote>
        ) : (
          <Empty>Utan att säga varför.</Empty>
        )}
      </Section>
      <Section id="svara" title="Ditt svar" quiet>
        {!naming.isInside && <Outside child={child} />}
        <Form viewer={viewer} hidden={{ submission }} guard>
          <Choices
            name="outcome"
            label="Hur blir det?"
            options={[
              {
                value: 'change',
                label: 'Någon annan blir Barnets bästa-ansvarig',
                hint: `Från och med nu. ${heldNow.name} läser då inget mer om det.`,
                reveals: <CandidateSelect candidates={naming.candidates} {...{ typed, errors }} />,
              },
              { value: 'keep', label: `${heldNow.name} är det också i fortsättningen` },
            ]}
            {...{ typed, errors }}
          />
          <TextArea
            name="words"
            label="Varför?"
            rows={3}
            reads={
              request.asker === 'family'
                ? 'dig, och den som har frågat när det blir som förut'
                : 'dig, och ingen annan'
            }
            {...{ typed, errors }}
          />
          <Buttons primary="Svara" cancel={{ href: paths.tasks.to({}) }} />
        </Form>
      </Section>
    </>
  )
}
