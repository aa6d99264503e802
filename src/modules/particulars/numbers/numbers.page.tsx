import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Conflict, ErrorSummary, Form } from '#ui/form.tsx'
import { Actions, BackLink, Empty, Facts, Intro, Lines, LinkButton, Note, Section } from '#ui/parts.tsx'
import { isPersonKind, type Level, systemName } from '../identifier.ts'
import type { ChildNumber, Source } from '../number-store.ts'
import { NewNumber } from './new-number.parts.tsx'
import type { Particulars } from './numbers.ts'

export type ParticularsProps = Particulars & FormState

/** Who the child is, in name, birth and numbers. */
export function ParticularsPage(props: ParticularsProps) {
  const { child, numbers, writes, hasSealed, birth, typed = {}, errors = {}, conflict } = props
  const childId = child.id
  const holding = numbers.filter(({ until, waits }) => until === undefined && !waits)
  const earlier = numbers.filter(({ until }) => until !== undefined)
  const waiting = numbers.find(({ waits }) => waits)
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Uppgifter om barnet"
        title={nameOf(child.person)}
        lead={`Så vet ni att det är rätt barn. Byter ${callOf(child.person)} nummer följer allt med.`}
      />
      <ErrorSummary errors={errors} />
      {conflict && (
        <Conflict mine={<p>{typed['number']}</p>} theirs={<p>Ett nummer väntar redan på svar.</p>}>
          Svara på det som väntar först.
        </Conflict>
      )}
      <Facts
        items={[
          ['Född', child.bornOn && dayWithYear(child.bornOn)],
          ['Väntas', child.expectedOn && dayWithYear(child.expectedOn)],
        ]}
      />
      {birth && (
        <Actions>
          {birth === 'expected' ? (
            <LinkButton href={paths.particulars.birth.to({ childId })}>Barnet är fött</LinkButton>
          ) : (
            <LinkButton href={paths.particulars.twin.to({ childId })} secondary>
              Ett barn till föddes samtidigt
            </LinkButton>
          )}
        </Actions>
      )}
      {waiting?.waits && <Waiting {...props} number={waiting} />}
      <Section id="nummer" title="Nummer" quiet>
        {child.person.kind === 'protected' ? (
          <Note>
            <p>
              Numren är skyddade. De som ska veta hittar dem på{' '}
              <a href={paths.shield.show.to({ childId })}>sidan om skydd</a>.
            </p>
          </Note>
        ) : holding.length === 0 ? (
          <Empty>Inget nummer finns här. Det går bra att hjälpas åt ändå.</Empty>
        ) : (
          <Lines items={holding.map(lineOf)} />
        )}
        {earlier.length > 0 && (
          <details class="ds-details">
            <summary>Tidigare nummer</summary>
            <Lines items={earlier.map(lineOf)} />
          </details>
        )}
      </Section>
      {writes === 'openly' && (
        <p>
          <a href={paths.particulars.sameChild.to({ childId })}>Finns barnet på två sidor?</a>
        </p>
      )}
      {writes && !waiting && !hasSealed && (
        <NewNumber {...props} hasPersonNumber={holding.some(({ system }) => isPersonKind(system))} />
      )}
    </>
  )
}

const sourceWords: Readonly<Record<Source, string>> = {
  register: 'sett i folkbokföringen',
  paper: 'sett på en handling',
  guardian: 'sagt av en vårdnadshavare',
}
const levelWords: Readonly<Record<Level, string>> = {
  confirmed: 'styrkt identitet',
  probable: 'sannolik identitet',
  uncertain: 'osäker identitet',
}

const lineOf = ({ system, text, level, source, since, until }: ChildNumber) => (
  <>
    <b>{systemName(system)}</b> {text.reveal()}
    <span class="hint">
      {[
        level && levelWords[level],
        source && sourceWords[source],
        until ? `till och med ${dayWithYear(until)}` : `sedan ${dayWithYear(since)}`,
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  </>
)

type WaitingProps = ParticularsProps & { number: ChildNumber }

/** A number that takes the place of another: two look, as it decides whom the register speaks of. */
function Waiting({ child, viewer, number: { id, system, text, source, waits } }: WaitingProps) {
  const childId = child.id
  const action = paths.particulars.answer.to({ childId, numberId: id })
  const what = `${systemName(system)} ${text.reveal()}, ${source ? sourceWords[source] : ''}`
  return (
    <Section
      id="vantar"
      title="Ett nummer väntar på en till"
      lead={`${what}. ${waits?.corrects ? 'Det förra var fel och tas bort.' : 'Det förra blir kvar som tidigare nummer.'}`}
    >
      {waits?.byMe ? (
        <p>
          Du har skrivit det. En kollega som arbetar med {callOf(child.person)} behöver också titta.{' '}
          <a href={paths.wheel.colleague.to({ childId })}>Ge en kollega arbetet</a>
        </p>
      ) : (
        <Form viewer={viewer} action={action} hidden={{ answer: 'yes' }}>
          <button class="ds-button" type="submit">
            Jag har sett att det stämmer
          </button>
        </Form>
      )}
      <Form viewer={viewer} action={action} hidden={{ answer: 'no' }}>
        <button class="ds-button" data-variant="secondary" type="submit">
          {waits?.byMe ? 'Ta tillbaka det' : 'Det stämmer inte'}
        </button>
      </Form>
    </Section>
  )
}
