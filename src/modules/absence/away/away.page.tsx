import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Intro, Lines, Section } from '#ui/page.tsx'
import { periodText, standInText } from '../absence.ts'
import { EndLine, PeriodFields } from '../period.parts.tsx'
import { StandInChoice } from '../stand-in.parts.tsx'
import type { Mine } from './away.ts'

export function AwayPage(props: Mine & FormState) {
  const { acting, absences, standIns, today, viewer, submission, typed, errors } = props
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker={acting}
        title="Jag är borta"
        lead="Någon annan går in för dig under tiden, och familjerna ser vem. Ingen ser varför du är borta."
      />
      <ErrorSummary errors={errors} />
      {absences.length > 0 && (
        <Section id="inskrivet" title="Det här är inskrivet">
          <Lines
            items={absences.map((absence) => (
              <EndLine
                viewer={viewer}
                id={absence.id}
                what={`Borta ${periodText(absence, today)}. ${standInText(absence)}`}
                button={absence.from <= today ? 'Jag är tillbaka' : 'Ta bort'}
              />
            ))}
          />
        </Section>
      )}
      <Section id="ny" title="Skriv in när du är borta">
        <Form viewer={viewer} hidden={{ submission }}>
          <PeriodFields typed={typed ?? { from: today }} errors={errors} />
          <StandInChoice standIns={standIns} {...{ typed, errors }} />
          <Buttons primary="Spara" cancel={{ href: paths.tasks.to({}) }} />
        </Form>
      </Section>
    </>
  )
}
