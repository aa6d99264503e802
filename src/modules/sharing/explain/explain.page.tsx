import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Written } from '#shared/web.tsx'
import { Buttons, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Note } from '#ui/parts.tsx'
import { ThreeSentences } from '../golden-rule.parts.tsx'
import type { ExplainForm } from './explain.ts'

export function ExplainPage({ child, emergency, viewer, ...state }: ExplainForm & FormState) {
  const { typed = {}, errors = {}, conflict } = state
  const back = paths.sharing.open.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Det här visas nu</BackLink>
      <Intro
        kicker="Varför ni berättade"
        title={nameOf(child.person)}
        lead={`Den ${dayAndMonth(emergency.sharedOn)} visade du något för ${emergency.unitName}, för att det var akut. Skriv varför, så att någon annan kan läsa igenom det.`}
      />
      {conflict && (
        <Note title="Det var redan skrivet">
          <p>
            Det som skrevs först gäller. Det du skickade nu är inte sparat. Kopiera det om du vill ha kvar
            det.
          </p>
        </Note>
      )}
      {conflict && <Written typed={typed} />}
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
