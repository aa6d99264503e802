import { guidance } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, MoreDetails, TextArea, type Texts } from '#ui/form.tsx'
import { BackLink, Guidance, Intro, Lines, Note, TwoColumns } from '#ui/parts.tsx'
import { say, sayWith, together } from '#ui/say.tsx'
import type { FormProps } from '../form-routes.tsx'
import { endReasons } from './end.form.ts'
import type { EndForm } from './end-plan.ts'

const reasonWords = {
  goals_met: 'Det blev som ni ville',
  not_needed: 'Planen behövs inte längre',
  family_ended: 'Familjen vill avsluta',
  moved: 'Familjen flyttar',
  other: 'Något annat',
} as const

export function EndPlanPage(form: EndForm & FormProps) {
  const { known, plan, by } = form
  if (plan.endedAt && by === 'lead') return <GoOn {...form} />
  if (plan.endedAt)
    return (
      <>
        <BackLink href={paths.plan.show.to({ childId: known.child.id })}>{say('Barnets plan')}</BackLink>
        <Intro
          kicker={say('Avsluta planen')}
          title={nameOf(known.child.person)}
          lead={say('Planen är redan avslutad.')}
        />
      </>
    )
  return by === 'family' ? <FamilyEnds {...form} /> : <LeadEnds {...form} />
}

function LeadEnds({ known, viewer, submission, typed = { after: 'close' }, errors }: EndForm & FormProps) {
  const { child } = known
  const back = paths.plan.show.to({ childId: child.id })
  const called = callOf(child.person)
  const fields = { typed, errors }
  return (
    <TwoColumns asideLabel="Handledning" aside={<Guidance sentences={guidance('end').sentences} />}>
      <BackLink href={back}>Barnets plan</BackLink>
      <Intro
        kicker="Avsluta planen"
        title={nameOf(child.person)}
        lead="Andra ställen kan inte läsa mer från och med nu. Vars och ens egen hjälp fortsätter."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }} guard>
        <Choices
          name="because"
          label="Varför avslutas planen?"
          options={endReasons.map((value) => ({ value, label: reasonWords[value] }))}
          {...fields}
        />
        <MoreDetails summary={`${called === 'barnet' ? 'Barnet' : called} först`} open>
          <Choices
            name="childFirst"
            label={`Har någon pratat med ${called} om det?`}
            optional
            options={[
              { value: 'told', label: 'Ja' },
              { value: 'not_told', label: 'Inte än', hint: 'Då påminner vi dig.' },
            ]}
            {...fields}
          />
          <TextArea
            name="about"
            label={`Vad sa ${called}? Eller varför har ni inte pratat?`}
            rows={2}
            optional
            reads="er som skriver i planen"
            {...fields}
          />
        </MoreDetails>
        <After {...fields} />
        <Buttons primary="Avsluta planen" cancel={{ href: back }} />
      </Form>
    </TwoColumns>
  )
}

const After = (fields: { typed: Texts; errors: Texts }) => (
  <Choices
    name="after"
    label="Vad händer sedan?"
    options={[
      { value: 'close', label: 'Vi är klara för den här gången' },
      { value: 'own_support', label: 'Vi fortsätter med stöd hos oss' },
    ]}
    {...fields}
  />
)

/** The family has ended the collaboration; the own unit says how it goes on. */
function GoOn({ known, viewer, submission, typed = { after: 'own_support' }, errors }: EndForm & FormProps) {
  const back = paths.plan.show.to({ childId: known.child.id })
  return (
    <>
      <BackLink href={back}>Barnets plan</BackLink>
      <Intro
        kicker="Hur går ni vidare?"
        title={nameOf(known.child.person)}
        lead="Planen är avslutad. Er egen hjälp kan fortsätta som förut."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <After typed={typed} errors={errors} />
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
    </>
  )
}

function FamilyEnds({ known, leads, units, viewer, submission, errors }: EndForm & FormProps) {
  const { child, standing } = known
  const back = paths.plan.show.to({ childId: child.id })
  const bba = leads.bba?.name ?? say('Den som är Barnets bästa-ansvarig')
  const isSelf = standing.relation === 'self'
  return (
    <>
      <BackLink href={back}>{say('Barnets plan')}</BackLink>
      <Intro
        kicker={say('Avsluta samverkan')}
        title={nameOf(child.person)}
        lead={
          isSelf
            ? say('Det är helt okej att avsluta. Du behöver inte säga varför.')
            : say('Det är helt okej att avsluta. Ni behöver inte säga varför.')
        }
      />
      <Lines
        items={[
          units.length > 0
            ? say('{units} kan inte läsa planen mer, från och med nu.', { units: together(units) })
            : say('Inga andra ställen kan läsa planen.'),
          say('Hjälpen som varje ställe ger själv fortsätter som förut.'),
          say('{name} får veta att planen är avslutad, och hör av sig om ni vill prata.', { name: bba }),
          isSelf ? say('Du kan fortfarande läsa planen här.') : say('Ni kan fortfarande läsa planen här.'),
        ]}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <Buttons
          primary={say('Avsluta samverkan')}
          cancel={{ href: back, label: say('Låt planen vara kvar') }}
        />
      </Form>
      <Note title={say('Vill ni bara ändra något?')}>
        <p>
          {sayWith('Prata med {name}, eller välj <link>hur mycket varje ställe läser</link>.', {
            name: bba,
            link: (words) => <a href={paths.plan.parties.to({ childId: child.id })}>{words}</a>,
          })}
        </p>
      </Note>
    </>
  )
}
