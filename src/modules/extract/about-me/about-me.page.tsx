import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Actions, Intro, Lines, LinkButton, Note, Section } from '#ui/parts.tsx'
import { logText } from './about-me.parts.tsx'
import type { AboutMeLinks } from './about-me.ts'

/** What there is about oneself: taken out at once, with where to ask for the rest. */
export function AboutMePage({ kind, askable }: AboutMeLinks) {
  return (
    <>
      <Intro
        title="Det som finns om mig"
        lead="Här kan du hämta det som Kronobarn har om just dig. Du får det på en gång."
      />
      <Actions>
        <LinkButton href={paths.aboutMe.pdf.to({})}>Hämta att läsa (PDF)</LinkButton>
        <a href={paths.aboutMe.json.to({})}>Hämta som data (JSON)</a>
      </Actions>
      <Section id="med" title="Det här är med">
        <Lines items={kind === 'staff' ? ofStaff : ofFamily} />
      </Section>
      <Section id="inte-med" title="Det här är inte med">
        <p>{kind === 'staff' ? staffRest : familyRest}</p>
        {askable.length > 0 && (
          <Lines
            items={askable.map((child) => (
              <a href={paths.extract.ask.to({ childId: child.id })}>Be om utdrag: {nameOf(child.person)}</a>
            ))}
          />
        )}
      </Section>
      <Note>
        <p class="small soft">
          {logText} Är något fel? Säg det till den verksamhet som du har kontakt med, så rättar de det.
        </p>
      </Note>
    </>
  )
}

const ofFamily = [
  'Ditt namn och hur du kan nås. Personnumret skrivs aldrig ut.',
  'Barn som du är vårdnadshavare för, sedan när och vem som har sagt det.',
  'Det du har svarat om att dela, och det du själv har skrivit eller berättat.',
  'Dina inloggningar.',
]
const ofStaff = [
  'Ditt namn och hur du kan nås. Personnumret skrivs aldrig ut.',
  'Var du arbetar och har arbetat, med tider.',
  'Dina inloggningar och utkast.',
]
const familyRest =
  'Det som andra har skrivit i ett barns papper kan handla också om dig. Det går någon igenom innan det lämnas ut. Be om det på barnets egen sida.'
const staffRest =
  'Det som du har skrivit i arbetet, och det som andra har skrivit om dig i ett barns papper, hör till verksamheten. Den går igenom det innan något lämnas ut. Fråga din chef eller registratorn.'
