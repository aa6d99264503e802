import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, MoreDetails, Select, TextField, type Texts } from '#ui/form.tsx'
import { BackLink, Intro, Section } from '#ui/parts.tsx'
import type { FormProps } from '../form-routes.tsx'
import { SavedMeanwhile } from '../plan.parts.tsx'
import { fieldOf } from './contacts.form.ts'
import type { ContactsForm, UnitPeople } from './contacts.ts'

const filled = (units: readonly UnitPeople[]): Texts =>
  Object.fromEntries(
    units.flatMap(({ unit, contact }) => [
      [fieldOf('contact', unit.id), contact?.person?.engagementId],
      [fieldOf('who', unit.id), contact?.body.who?.reveal()],
      [fieldOf('phone', unit.id), contact?.body.phone?.reveal()],
    ]),
  )

export function ContactsPage({ known, plan, parts, units, ...props }: ContactsForm & FormProps) {
  const { viewer, submission, seen, errors, conflict } = props
  const typed = props.typed ?? filled(units)
  const back = paths.plan.show.to({ childId: known.child.id })
  const fields = { typed, errors }
  return (
    <>
      {conflict && <SavedMeanwhile {...{ parts, typed, field: '' }} partId={undefined} />}
      <BackLink href={back}>Barnets plan</BackLink>
      <Intro
        kicker="En kontakt på varje ställe"
        title={nameOf(known.child.person)}
        lead="Den som familjen ringer. En på varje ställe räcker."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission, version: seen ?? String(plan.version) }} guard>
        {units.map(({ unit, people }) => (
          <Section id={`stalle-${unit.id}`} title={unit.name}>
            <Select
              name={fieldOf('contact', unit.id)}
              label={`Kontakt på ${unit.name}`}
              empty="Välj"
              options={people.map(({ engagementId, name, title }) => ({
                value: engagementId,
                label: `${name}, ${title}`,
              }))}
              {...fields}
            />
            <MoreDetails
              summary="Någon annan, eller ett annat nummer"
              open={Boolean(typed[fieldOf('who', unit.id)] || typed[fieldOf('phone', unit.id)])}
            >
              <TextField fact name={fieldOf('who', unit.id)} label="Namn och titel" optional {...fields} />
              <TextField
                name={fieldOf('phone', unit.id)}
                label="Telefon"
                type="tel"
                width="m"
                optional
                {...fields}
              />
            </MoreDetails>
          </Section>
        ))}
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
    </>
  )
}
