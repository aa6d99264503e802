import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, DateField, ErrorSummary, Form, Select, TextField, type Texts } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/page.tsx'
import type { NewEmployment, NewPerson } from './add-person.ts'

type Fields = { typed: Texts; errors: Texts | undefined }

const Work = (fields: Fields) => (
  <>
    <TextField fact name="title" label="Arbetar som" maxLength={80} {...fields} />
    <TextField name="phone" label="Telefon i tjänsten" type="tel" optional {...fields} />
    <DateField name="from" label="Första dagen" {...fields} />
    <DateField name="to" label="Sista dagen" optional {...fields} />
  </>
)

export function NewPersonPage({ unit, today, viewer, submission, ...state }: NewPerson & FormState) {
  const back = paths.organisation.unit.to({ unitId: unit.id })
  const fields = { typed: state.typed ?? { from: today }, errors: state.errors }
  return (
    <>
      <BackLink href={back}>{unit.name}</BackLink>
      <Intro
        title="Lägg till en medarbetare"
        lead="Du får en länk att ge personen. Den som loggar in med länken kopplas till uppgifterna här."
      />
      <ErrorSummary errors={state.errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <TextField fact name="given" label="Förnamn" maxLength={80} {...fields} />
        <TextField fact name="family" label="Efternamn" maxLength={80} {...fields} />
        <Work {...fields} />
        <Buttons primary="Lägg till" cancel={{ href: back }} />
      </Form>
    </>
  )
}

export function NewEmploymentPage(props: NewEmployment & FormState) {
  const { employee, units, today, viewer, submission, errors } = props
  const back = paths.organisation.person.to({ engagementId: employee.id })
  const typed = props.typed ?? { from: today, title: employee.title, phone: employee.phone ?? '' }
  return (
    <>
      <BackLink href={back}>{employee.name}</BackLink>
      <Intro
        title="En verksamhet till"
        lead={`${employee.name} väljer själv vid inloggningen var hen arbetar just då.`}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <Select
          name="unit"
          label="Verksamhet"
          empty="Välj"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          {...{ typed, errors }}
        />
        <Work {...{ typed, errors }} />
        <Buttons primary="Lägg till" cancel={{ href: back }} />
      </Form>
    </>
  )
}
