import { guidance } from '#modules/knowledge'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Guidance, Intro, NextStep, TwoColumns } from '#ui/parts.tsx'
import { closingNames, closings } from '../matter.ts'
import type { CloseForm } from './close.ts'

export function ClosePage(props: CloseForm & FormState) {
  const { child, hasPlan, viewer, submission, typed, errors } = props
  const childId = child.id
  const back = paths.child.to({ childId })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('end').sentences} />}
        asideLabel="Till hjälp när ni slutar"
      >
        <Intro
          kicker="Avsluta"
          title={nameOf(child.person)}
          lead="Det som pågår slutar här. Händer något igen går det alltid att börja på nytt."
        />
        <ErrorSummary errors={errors} />
        {hasPlan ? (
          <NextStep
            label="Det finns en plan"
            main="Avsluta planen, barnet först"
            action={{ href: paths.plan.end.to({ childId }), label: 'Till planen' }}
          />
        ) : (
          <Form viewer={viewer} guard hidden={{ submission }}>
            <Choices
              name="closing"
              label="Varför?"
              options={closings.map((value) => ({ value, label: closingNames[value] }))}
              {...{ typed, errors }}
            />
            <TextArea
              name="note"
              label="Något att minnas"
              reads="dig och de kollegor här som arbetar med barnet"
              rows={2}
              optional
              {...{ typed, errors }}
            />
            <Buttons primary="Avsluta" cancel={{ href: back }} />
          </Form>
        )}
      </TwoColumns>
    </>
  )
}
