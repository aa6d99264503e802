import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, DateField, ErrorSummary, Form, Tick } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Lines, Note, Section } from '#ui/parts.tsx'
import type { LinkForm } from './link.ts'

export function LinkPage({ child, standing, linked, loose, ...state }: LinkForm & FormState) {
  const { viewer, submission, typed, errors, conflict } = state
  const childId = child.id
  const called = callOf(child.person)
  const on = { typed, errors }
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Frågor utan namn"
        title={nameOf(child.person)}
        lead={`Har du frågat någon annan om ${called}, utan namn? Om familjen säger ja kan frågan få stå här.`}
      />
      {conflict && (
        <Note title="Frågan är redan knuten till ett barn">
          <p>Läs igenom och välj igen.</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      {linked.length > 0 && (
        <Section id="knutna" title={`Frågor om ${called}`}>
          <Lines
            items={linked.map(({ id, to, askedOn, agreedOn }) => (
              <Form viewer={viewer} hidden={{ unlink: id }}>
                <a href={paths.consultation.show.to({ consultationId: id })}>
                  {to}, {dayInWords(askedOn)}
                </a>
                . Familjen sa ja {dayInWords(agreedOn)}.{' '}
                <button class="link" type="submit">
                  Ta bort kopplingen<span class="sr"> till frågan till {to}</span>
                </button>
              </Form>
            ))}
          />
          <p>Den andra verksamheten ser vem det gäller bara om familjen samtycker till att de är med.</p>
          <NextSteps {...{ childId, standing }} />
        </Section>
      )}
      <Section id="knyt" title="Det gäller ett barn jag arbetar med">
        {child.person.kind === 'protected' ? (
          <Empty>Barnets uppgifter är skyddade. Då får frågan vara kvar utan namn.</Empty>
        ) : loose.length === 0 ? (
          <Empty>
            Du har ingen egen fråga att knyta hit.{' '}
            <a href={paths.directory.search.to({})}>Hitta någon att fråga</a>
          </Empty>
        ) : (
          <Form viewer={viewer} hidden={{ submission }}>
            <Choices
              name="consultation"
              label="Vilken fråga?"
              options={loose.map(({ id, to, askedOn }) => ({
                value: id,
                label: `${to}, ${dayInWords(askedOn)}`,
              }))}
              {...on}
            />
            <DateField name="agreedOn" label="När sa familjen ja?" {...on} />
            <Tick
              name="agreed"
              label={`Familjen vet om frågan och vill att den knyts till ${called}`}
              {...on}
            />
            <Buttons primary="Knyt frågan hit" cancel={{ href: paths.child.to({ childId }) }} />
          </Form>
        )}
      </Section>
    </>
  )
}

/** What there is already, from here on. */
function NextSteps({ childId, standing }: { childId: string } & Pick<LinkForm, 'standing'>) {
  const isOpen = standing.relation === 'lead' && standing.matterId !== undefined
  if (!isOpen)
    return (
      <p>
        <a href={paths.noticing.noticeChild.to({ childId })}>Uppmärksamma barnet</a>
      </p>
    )
  const answers = standing.isLeadInPerson || standing.holdsFunction
  return (
    <Lines
      items={[
        <a href={paths.sharing.ask.to({ childId })}>Fråga familjen om samtycke</a>,
        <a href={paths.meeting.call.to({ childId })}>Bjud in till samverkansmöte</a>,
        ...(answers ? [<a href={paths.handover.prepare.to({ childId })}>Lämna över</a>] : []),
      ]}
    />
  )
}
