import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Empty, Intro } from '#ui/parts.tsx'
import { ThreeSentences } from '../golden-rule.parts.tsx'
import type { ExplainForm } from './explain.ts'

export function ExplainPage({ child, emergency, viewer, typed = {}, errors = {} }: ExplainForm & FormState) {
  const back = paths.sharing.open.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Det här visas nu</BackLink>
      <Intro
        kicker="Varför ni berättade"
        title={nameOf(child.person)}
        lead={`Den ${dayAndMonth(emergency.sharedOn)} visade du något för ${emergency.unitName}, för att det var akut. Skriv varför, så att någon annan kan läsa igenom det.`}
      />
      <ErrorSummary errors={errors} />
      {emergency.explained ? (
        <Empty>Tack, du har skrivit varför.</Empty>
      ) : (
        <Form viewer={viewer} guard>
          <ThreeSentences typed={typed} errors={errors} />
          <Buttons primary="Spara" cancel={{ href: back }} />
        </Form>
      )}
    </>
  )
}
