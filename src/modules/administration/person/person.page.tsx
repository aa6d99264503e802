import { dayAndMonth, dayWithYear, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, Conflict, DateField, ErrorSummary, Form, TextField } from '#ui/form.tsx'
import { Actions, BackLink, Intro, LinkButton, Note, Section } from '#ui/page.tsx'
import { type Employee, functionWords } from '../administration.ts'
import type { OpenPerson } from './person.ts'

export function PersonPage(props: OpenPerson & FormState) {
  const { employee, hasEnded, has, link, waits, viewer, errors, conflict } = props
  const now = { title: employee.title, phone: employee.phone ?? '' }
  const typed = props.typed ?? now
  const seen = conflict ? undefined : props.typed
  const to = { engagementId: employee.id }
  return (
    <>
      <BackLink href={paths.organisation.unit.to({ unitId: employee.unitId })}>{employee.unitName}</BackLink>
      <Intro
        kicker={has.map((kind) => functionWords[kind]).join(', ')}
        title={employee.name}
        lead={`${employee.title}, ${employee.unitName}. ${periodText(employee, hasEnded)}`}
      />
      <ErrorSummary errors={errors} />
      {conflict && (
        <Conflict
          mine={
            <p>
              {typed['title']}, {typed['phone'] || 'ingen telefon'}
            </p>
          }
          theirs={
            <p>
              {now.title}, {now.phone || 'ingen telefon'}
            </p>
          }
        />
      )}
      {link && (
        <Note title="Ge länken till personen">
          <p>
            Länken gäller till och med {dayAndMonth(swedishDay(link.until))} och går att använda en gång. Ge
            den för hand, eller på ett sätt som bara når den det gäller.
          </p>
          <p class="prewrap">{link.address}</p>
        </Note>
      )}
      {!hasEnded && (
        <>
          <Section id="andra" title="Uppgifter">
            <Form
              viewer={viewer}
              hidden={{
                wasTitle: seen?.['wasTitle'] ?? now.title,
                wasPhone: seen?.['wasPhone'] ?? now.phone,
              }}
            >
              <TextField fact name="title" label="Arbetar som" maxLength={80} {...{ typed, errors }} />
              <TextField name="phone" label="Telefon i tjänsten" type="tel" optional {...{ typed, errors }} />
              <Buttons
                primary="Spara"
                others={waits ? [{ name: 'link', value: 'new', label: 'Spara och gör en ny länk' }] : []}
              />
            </Form>
          </Section>
          <Actions>
            <LinkButton href={paths.organisation.newEmployment.to(to)} secondary>
              Lägg till en verksamhet
            </LinkButton>
            <LinkButton href={paths.organisation.personFunction.to(to)} secondary>
              Föreslå ett uppdrag
            </LinkButton>
            <LinkButton href={paths.organisation.endPerson.to(to)} secondary>
              Slutar här
            </LinkButton>
          </Actions>
        </>
      )}
    </>
  )
}

function periodText({ from, to }: Employee, hasEnded: boolean): string {
  const until = to && ` till och med ${dayWithYear(to)}`
  if (hasEnded) return `Arbetade här${until ?? ''}.`
  return `Arbetar här från ${dayWithYear(from)}${until ?? ''}.`
}

export function EndPage({ employee, viewer, typed, errors }: { employee: Employee } & FormState) {
  const back = paths.organisation.person.to({ engagementId: employee.id })
  return (
    <>
      <BackLink href={back}>{employee.name}</BackLink>
      <Intro
        title={`${employee.name} slutar`}
        lead={`Det gäller ${employee.unitName}. Den som tar emot för verksamheten har ansvaret för barnen vidare.`}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer}>
        <Choices
          name="when"
          label="När?"
          options={[
            { value: 'now', label: 'Nu. Personen kommer inte in längre.' },
            { value: 'later', label: 'Efter en dag som jag skriver' },
          ]}
          {...{ typed, errors }}
        />
        <DateField name="day" label="Sista dagen" optional {...{ typed, errors }} />
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
    </>
  )
}
