import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Note } from '#ui/parts.tsx'
import { type Field, stillSealed } from '../protection.ts'
import type { Again } from './lift.ts'

/** First that the mark is gone; then, thing by thing, what may be seen again. */
export function AgainPage({ child, mark, viewer, typed = {}, errors = {} }: Again & FormState) {
  const back = paths.shield.show.to({ childId: child.id })
  const left = stillSealed(mark)
  return (
    <>
      <BackLink href={back}>Skyddade personuppgifter</BackLink>
      <Intro
        kicker="Skyddet har upphört"
        title={nameOf(child.person)}
        lead={
          mark.liftedOn
            ? 'Allt är fortfarande dolt. Välj det som kan synas igen.'
            : 'Har ni fått veta att skyddet har upphört? Inget blir synligt av att ni noterar det.'
        }
      />
      <ErrorSummary errors={errors} />
      {!mark.liftedOn && (
        <Form viewer={viewer} action={paths.shield.lift.to({ childId: child.id, markId: mark.id })}>
          <Buttons primary="Notera att skyddet har upphört" cancel={{ href: back }} />
        </Form>
      )}
      {mark.liftedOn && left.length === 0 && <Empty>Det finns inget mer att visa.</Empty>}
      {mark.liftedOn && left.length > 0 && (
        <Form viewer={viewer}>
          <Note title="Fråga först">
            <p>Hotet kan finnas kvar fast skyddet har upphört. Fråga den det gäller innan ni visar något.</p>
          </Note>
          <Choices
            type="checkbox"
            name="show"
            label="Vad kan synas igen?"
            options={left.map((field) => ({ value: field, label: fieldNames[field] }))}
            {...{ typed, errors }}
          />
          <Buttons primary="Visa igen" cancel={{ href: back }} />
        </Form>
      )}
    </>
  )
}

const fieldNames: Readonly<Record<Field, string>> = {
  name: 'Namnet',
  birth: 'Födelsedagen',
  places: 'Förskolan eller skolan, och namn på platser',
  contact: 'Telefonnumret',
}
