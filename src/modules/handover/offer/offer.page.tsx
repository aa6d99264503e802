import { areaNames, type Ground } from '#modules/knowledge'
import { GroundFields } from '#modules/sharing'
import { labelOf, type Spoken } from '#modules/wheel'
import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Facts, Intro } from '#ui/parts.tsx'
import { groundText, PossibleLines, Rewritten } from '../page.parts.tsx'
import { lineKinds, statementKey } from '../page-line.ts'
import { choosing } from './offer.form.ts'
import type { OfferForm } from './offer.ts'

type Props = OfferForm & FormState

export function OfferPage(props: Props) {
  const { child, handover, receiver, viewer, errors, typed } = props
  const childId = child.id
  const back = paths.handover.show.to({ childId, handoverId: handover.id })
  return (
    <>
      <BackLink href={back}>Överlämningen</BackLink>
      <Intro
        kicker={`Överlämna till ${receiver.name}`}
        title={nameOf(child.person)}
        lead={
          handover.onlyName
            ? 'Bara barnets namn följer med. De får veta att ni frågar, och inget mer.'
            : 'Välj vad som följer med, rad för rad. Skicka bara det som behövs för att de ska kunna hjälpa till.'
        }
      />
      <ErrorSummary errors={errors} />
      <Changed {...props} />
      <Facts
        items={[
          ['De läser', handover.why && <span class="prewrap">{handover.why.reveal()}</span>],
          ['Barnets plan', planSays(props)],
        ]}
      />
      <Form viewer={viewer}>
        {props.needsGround && (handover.onlyName ? <NameGround {...props} /> : <Basis {...props} />)}
        {props.statements.length > 0 && (
          <Choices
            name="statements"
            type="checkbox"
            label="Det här fungerar med barnet"
            description="Inget är valt från början. Det som barnet har sagt till några få finns inte med."
            optional
            options={[...props.statements]
              .sort((a, b) => Number(Boolean(b.words.working)) - Number(Boolean(a.words.working)))
              .map((said) => ({
                value: statementKey(said),
                label: wordsOf(said),
                hint: `${labelOf(said, child, props.adults)} · ${areaNames.names[said.area]} · ${dayAndMonth(said.saidOn)}`,
              }))}
            {...{ typed, errors }}
          />
        )}
        {lineKinds.map((kind) => (
          <PossibleLines {...{ kind, child, errors, typed }} lines={props.lines} />
        ))}
        <Buttons primary={`Fråga ${receiver.name}`} cancel={{ href: back }} />
      </Form>
    </>
  )
}

const wordsOf = ({ words }: Spoken): string =>
  [words.working, words.challenging].flatMap((text) => text?.reveal() ?? []).join(' – ')

/** Nothing was sent: it has been answered or taken back, or what was chosen does not stand as it did. */
function Changed({ handover, statements, lines, typed, conflict }: Props) {
  if (handover.state !== 'prepared')
    return conflict ? (
      <Conflict mine="Du ville fråga dem nu." theirs="Överlämningen är redan tillbakatagen eller besvarad." />
    ) : null
  const shown = [
    ...statements.map((said) => ({ id: statementKey(said), text: wordsOf(said) })),
    ...lines.map(({ id, what }) => ({ id, text: what.reveal() })),
  ]
  return <Rewritten names={choosing} typed={typed} shown={shown} />
}

/** Before anybody says yes, what becomes of the plan is said. */
function planSays({ plan, receiver }: Props): string | undefined {
  if (plan === 'none') return undefined
  const over = `Planen stannar hos er och avslutas när ${receiver.name} tar emot. Möten som är bokade ställs in. De börjar en ny plan med familjen.`
  return plan === 'reads' ? `${over} De kan läsa den här planen så länge familjens ja gäller.` : over
}

/** That the child is known at all is told over a wall too, and so it takes a rule. */
const NameGround = ({ grounds, receiver, isSchoolChange, typed, errors }: Props) => (
  <>
    <input type="hidden" name="basis" value="ground" />
    <GroundFields
      label={`Vilken regel gör att ${receiver.name} får veta vem barnet är?`}
      grounds={grounds.map(({ code }) => ({ code, sv: groundText(code, isSchoolChange) }))}
      {...{ typed, errors }}
    />
  </>
)

function Basis({ child, yes, grounds, receiver, isSchoolChange, typed, errors }: Props) {
  const named = ({ code }: Ground) => ({ code, sv: groundText(code, isSchoolChange) })
  return (
    <Choices
      name="basis"
      label="Har familjen sagt ja?"
      options={[
        {
          value: 'consent',
          label: `Ja, det finns ett samtycke till ${receiver.name}`,
          hint: yes
            ? `Det gäller ${new Intl.ListFormat('sv').format(yes.areas.map((area) => areaNames.names[area]))}.`
            : 'Det finns inget samtycke än.',
          reveals: !yes && (
            <p>
              <a href={paths.sharing.ask.to({ childId: child.id })}>Fråga familjen om samtycke</a>
            </p>
          ),
        },
        {
          value: 'ground',
          label: 'Nej, men en regel gör att vi får överlämna',
          reveals: <GroundFields grounds={grounds.map(named)} {...{ typed, errors }} />,
        },
      ]}
      {...{ typed, errors }}
    />
  )
}
