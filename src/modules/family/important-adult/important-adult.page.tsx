import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextField } from '#ui/form.tsx'
import { BackLink, Empty, Intro, PersonList, Section } from '#ui/parts.tsx'
import type { AdultsForm } from './important-adult.ts'

type Props = AdultsForm & FormState

export function ImportantAdultPage({ child, adults, viewer, submission, typed = {}, errors = {} }: Props) {
  const back = paths.child.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Viktiga vuxna"
        title={nameOf(child.person)}
        lead={`Vem finns runt ${callOf(child.person)}? En mormor, en tränare, en granne.`}
      />
      <ErrorSummary errors={errors} />
      <Section id="vuxna" title="De som är noterade" quiet>
        {adults.length === 0 ? (
          <Empty>Ingen är noterad än.</Empty>
        ) : (
          <PersonList
            people={adults.map(({ name, relation, phone }) => ({
              place: name.reveal(),
              who: relation.reveal(),
              phone: phone?.reveal(),
            }))}
          />
        )}
      </Section>
      <Section id="ny" title="Lägg till någon">
        <Form viewer={viewer} guard hidden={{ submission }}>
          <TextField fact name="name" label="Namn" {...{ typed, errors }} />
          <TextField
            name="relation"
            fact
            label={`Vem är det för ${callOf(child.person)}?`}
            description="Till exempel mormor eller tränare."
            {...{ typed, errors }}
          />
          <TextField name="phone" label="Telefon" type="tel" width="m" optional {...{ typed, errors }} />
          <Buttons primary="Lägg till" cancel={{ href: back }} />
        </Form>
      </Section>
    </>
  )
}
