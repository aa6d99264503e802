import { dayAndMonth, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, ErrorSummary, Form, Select } from '#ui/form.tsx'
import { BackLink, Facts, Intro } from '#ui/page.tsx'
import { functionWords, type Proposal, unitFunctionKinds } from '../administration.ts'
import type { OpenUnit } from '../unit/unit.ts'
import type { PersonFunction } from './function.ts'

const needsTwo = 'Det gäller först när en annan administratör har sagt ja.'

export function UnitFunctionPage(props: OpenUnit & FormState) {
  const { unit, employees, viewer, submission, typed, errors } = props
  const back = paths.organisation.unit.to({ unitId: unit.id })
  const options = employees.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))
  return (
    <>
      <BackLink href={back}>{unit.name}</BackLink>
      <Intro title="Föreslå vem som tar emot" lead={needsTwo} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <Choices
          name="kind"
          label="Vad gäller det?"
          options={unitFunctionKinds.map((kind) => ({ value: kind, label: functionWords[kind] }))}
          {...{ typed, errors }}
        />
        <Select name="holder" label="Vem?" empty="Välj" options={options} {...{ typed, errors }} />
        <Select
          name="standIn"
          label="Vem går in när den personen är borta?"
          empty="Välj"
          options={options}
          {...{ typed, errors }}
        />
        <Buttons primary="Föreslå" cancel={{ href: back }} />
      </Form>
    </>
  )
}

export function PersonFunctionPage(props: PersonFunction & FormState) {
  const { employee, kinds, has, viewer, submission, typed, errors } = props
  const back = paths.organisation.person.to({ engagementId: employee.id })
  return (
    <>
      <BackLink href={back}>{employee.name}</BackLink>
      <Intro title={`Föreslå ett uppdrag för ${employee.name}`} lead={needsTwo} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <Choices
          name="kind"
          label="Uppdrag"
          options={kinds.map((kind) => ({
            value: kind,
            label: has.includes(kind) ? `Slutar som: ${functionWords[kind]}` : functionWords[kind],
          }))}
          {...{ typed, errors }}
        />
        <Buttons primary="Föreslå" cancel={{ href: back }} />
      </Form>
    </>
  )
}

export function ProposalPage({ proposal, viewer, typed, errors }: { proposal: Proposal } & FormState) {
  const { kind, unitName, holder, standIn, ends, proposedBy, proposedAt, isMine } = proposal
  const options = [
    ...(isMine ? [] : [{ value: 'yes', label: 'Ja, det ska gälla' }]),
    { value: 'no', label: isMine ? 'Jag tar tillbaka det' : 'Nej' },
  ]
  return (
    <>
      <BackLink href={paths.organisation.home.to({})}>Organisationen</BackLink>
      <Intro
        title={isMine ? 'Du har föreslagit' : `${proposedBy} föreslår`}
        lead={isMine ? 'En annan administratör behöver säga ja.' : 'Det gäller först när du har sagt ja.'}
      />
      <ErrorSummary errors={errors} />
      <Facts
        items={[
          ['Uppdrag', functionWords[kind]],
          ['Verksamhet', unitName],
          [ends ? 'Slutar' : 'Vem', holder],
          ['Går in vid frånvaro', standIn],
          ['Föreslaget', dayAndMonth(swedishDay(proposedAt))],
        ]}
      />
      <Form viewer={viewer}>
        <Choices name="answer" label="Ditt svar" options={options} {...{ typed, errors }} />
        <Buttons primary="Svara" cancel={{ href: paths.organisation.home.to({}) }} />
      </Form>
    </>
  )
}
