import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { Actions, BackLink, Empty, Facts, Intro, Note, Section } from '#ui/parts.tsx'
import type { FormProps } from '../form-routes.tsx'
import { mayCarryPlan } from '../plan-policy.ts'
import type { LeadForm } from './lead.ts'

const what =
  'Samverkansansvarig håller ihop planen: kallar till uppföljning och ser att det som är lovat blir av.'

export function LeadPage(form: LeadForm & FormProps) {
  const { known, leads, asksMe } = form
  const { child, standing } = known
  const { bba, collaboration } = leads
  return (
    <>
      <BackLink href={paths.plan.show.to({ childId: child.id })}>Barnets plan</BackLink>
      <Intro kicker="Samverkansansvarig" title={nameOf(child.person)} lead={what} />
      <Facts
        side
        items={[
          ['Samverkansansvarig', collaboration && `${collaboration.name}, ${collaboration.unitName}`],
          ['Barnets bästa-ansvarig', bba && `${bba.name}, ${bba.unitName}`],
        ]}
      />
      {asksMe && <Answer {...form} />}
      {mayCarryPlan(standing) && !asksMe && <Ask {...form} />}
    </>
  )
}

function Answer({ viewer, submission, leads }: LeadForm & FormProps) {
  return (
    <Section
      id="fraga"
      title="Vill du vara samverkansansvarig?"
      lead={`${leads.bba?.name ?? 'Barnets bästa-ansvarig'} frågar dig. Barnets bästa-ansvarig följer med hela vägen, också om du säger ja.`}
    >
      <Form viewer={viewer} hidden={{ submission }}>
        <Actions>
          <button class="ds-button" type="submit" name="act" value="accept">
            Ja, jag tar det
          </button>
          <button class="ds-button" data-variant="secondary" type="submit" name="act" value="decline">
            Nej tack
          </button>
        </Actions>
      </Form>
    </Section>
  )
}

function Ask({ viewer, submission, typed = {}, errors, candidates, question, leads }: LeadForm & FormProps) {
  const { bba, collaboration } = leads
  const isOther = collaboration?.engagementId !== bba?.engagementId
  const declined = question?.declined && question.engagementId !== collaboration?.engagementId
  return (
    <>
      {question && !question.answered && (
        <Note title={`${question.name} är frågad och har inte svarat än`}>
          <p>Tills någon säger ja är det du.</p>
        </Note>
      )}
      {declined && (
        <Note title={`${question?.name} tackade nej`}>
          <p>Fråga någon annan, eller led själv.</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      {candidates.length === 0 && (
        <Empty>Ingen annan kan frågas än. Den som ska leda behöver få läsa hela planen.</Empty>
      )}
      <Form viewer={viewer} hidden={{ submission }}>
        {candidates.length > 0 && (
          <>
            <Choices
              name="who"
              label="Vem frågar du?"
              description="Den som är mest med i det ni gör."
              options={candidates.map(({ engagementId, name, title, unitName }) => ({
                value: engagementId,
                label: name,
                hint: `${title}, ${unitName}`,
              }))}
              {...{ typed, errors }}
            />
            <Buttons
              primary="Fråga"
              others={
                isOther || question?.answered === false
                  ? [{ name: 'act', value: 'bba', label: 'Barnets bästa-ansvarig leder' }]
                  : []
              }
            />
          </>
        )}
      </Form>
    </>
  )
}
