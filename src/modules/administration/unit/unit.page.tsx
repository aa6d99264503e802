import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Conflict, ErrorSummary, Form, Select, TextField } from '#ui/form.tsx'
import { Actions, BackLink, Empty, Intro, Lines, LinkButton, Section } from '#ui/page.tsx'
import { type KeptUnit, unitWords } from '../administration.ts'
import type { OpenUnit, UnitChoices } from './unit.ts'

const home = () => paths.organisation.home.to({})

export function NewUnitPage({ organisation, walls, municipalities, ...state }: UnitChoices & FormState) {
  const { viewer, submission, errors } = state
  const [only, ...more] = walls
  const typed = state.typed ?? {
    municipality: organisation.municipality ?? '',
    wall: more.length === 0 && only ? only.id : '',
  }
  return (
    <>
      <BackLink href={home()}>{organisation.name}</BackLink>
      <Intro title="Lägg till en verksamhet" lead="Den går att välja så snart någon arbetar där." />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <TextField fact name="name" label="Vad heter den?" maxLength={120} {...{ typed, errors }} />
        <Select
          name="kind"
          label="Vad är det för verksamhet?"
          empty="Välj"
          options={Object.entries(unitWords).map(([value, label]) => ({ value, label }))}
          {...{ typed, errors }}
        />
        <Select
          name="wall"
          label="Vilken del av organisationen hör den till?"
          description="Uppgifter delas inte mellan delarna utan samtycke eller stöd i lag."
          empty="Välj"
          options={walls.map(({ id, name }) => ({ value: id, label: name }))}
          {...{ typed, errors }}
        />
        <Select
          name="municipality"
          label="Kommun"
          empty="Välj"
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          {...{ typed, errors }}
        />
        <TextField name="phone" label="Telefon" type="tel" optional {...{ typed, errors }} />
        <Buttons primary="Lägg till" cancel={{ href: home() }} />
      </Form>
    </>
  )
}

export function UnitPage({ unit, employees, viewer, typed, errors, conflict }: OpenUnit & FormState) {
  const unitId = unit.id
  const now = { name: unit.name, phone: unit.phone ?? '' }
  const seen = conflict ? undefined : typed
  return (
    <>
      <BackLink href={home()}>Organisationen</BackLink>
      <Intro
        kicker={unitWords[unit.kind]}
        title={unit.name}
        lead={unit.closedOn ? 'Verksamheten är stängd.' : 'De här arbetar här nu eller börjar snart.'}
      />
      <ErrorSummary errors={errors} />
      {conflict && typed && (
        <Conflict
          mine={
            <p>
              {typed['name']}, {typed['phone'] || 'ingen telefon'}
            </p>
          }
          theirs={
            <p>
              {now.name}, {now.phone || 'ingen telefon'}
            </p>
          }
        />
      )}
      {employees.length === 0 && !unit.closedOn && <Empty>Ingen arbetar här ännu.</Empty>}
      <Lines
        items={employees.map(({ id, name, title, to }) => (
          <>
            <a href={paths.organisation.person.to({ engagementId: id })}>{name}</a>
            <span class="hint">
              {title}
              {to && `, till och med ${dayWithYear(to)}`}
            </span>
          </>
        ))}
      />
      {!unit.closedOn && (
        <>
          <Actions>
            <LinkButton href={paths.organisation.newPerson.to({ unitId })}>
              Lägg till en medarbetare
            </LinkButton>
            <LinkButton href={paths.organisation.unitFunction.to({ unitId })} secondary>
              Ändra vem som tar emot
            </LinkButton>
            <LinkButton href={paths.absence.unit.to({ unitId })} secondary>
              Borta och stängt
            </LinkButton>
          </Actions>
          <Section id="andra" title="Namn och telefon">
            <Form
              viewer={viewer}
              hidden={{ wasName: seen?.['wasName'] ?? now.name, wasPhone: seen?.['wasPhone'] ?? now.phone }}
            >
              <TextField
                fact
                name="name"
                label="Verksamhetens namn"
                maxLength={120}
                typed={typed ?? now}
                errors={errors}
              />
              <TextField
                name="phone"
                label="Telefon"
                type="tel"
                optional
                typed={typed ?? now}
                errors={errors}
              />
              <Buttons primary="Spara" />
            </Form>
          </Section>
          <p>
            <a href={paths.organisation.closeUnit.to({ unitId })}>Stäng verksamheten</a>
          </p>
        </>
      )}
    </>
  )
}

export function ClosePage({ unit, viewer, errors }: { unit: KeptUnit } & FormState) {
  const back = paths.organisation.unit.to({ unitId: unit.id })
  return (
    <>
      <BackLink href={back}>{unit.name}</BackLink>
      <Intro
        title={`Stäng ${unit.name}`}
        lead="Från i dag kan ingen välja verksamheten. Det som är skrivet där finns kvar, med sitt namn."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer}>
        <Buttons primary="Stäng verksamheten" cancel={{ href: back }} />
      </Form>
    </>
  )
}
