import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { message } from '#ui/message.ts'
import { Actions, Intro, Lines, LinkButton, Note, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { logText } from './about-me.parts.tsx'
import type { AboutMeLinks } from './about-me.ts'

/** What there is about oneself: taken out at once, with where to ask for the rest. */
export function AboutMePage({ kind, askable }: AboutMeLinks) {
  return (
    <>
      <Intro
        title={say('Det som finns om mig')}
        lead={say('Här kan du hämta det som Kronobarn har om just dig. Du får det på en gång.')}
      />
      <Actions>
        <LinkButton href={paths.aboutMe.pdf.to({})}>{say('Hämta att läsa (PDF)')}</LinkButton>
        <a href={paths.aboutMe.json.to({})}>{say('Hämta som data (JSON)')}</a>
      </Actions>
      <Section id="med" title={say('Det här är med')}>
        <Lines items={(kind === 'staff' ? ofStaff : ofFamily).map((text) => say(text))} />
      </Section>
      <Section id="inte-med" title={say('Det här är inte med')}>
        <p>{say(kind === 'staff' ? staffRest : familyRest)}</p>
        {askable.length > 0 && (
          <Lines
            items={askable.map((child) => (
              <a href={paths.extract.ask.to({ childId: child.id })}>
                {say('Be om utdrag: {name}', { name: nameOf(child.person) })}
              </a>
            ))}
          />
        )}
      </Section>
      <Note>
        <p class="small soft">
          {say(logText)}{' '}
          {say('Är något fel? Säg det till den verksamhet som du har kontakt med, så rättar de det.')}
        </p>
      </Note>
    </>
  )
}

const ofFamily = [
  message('Ditt namn och hur du kan nås. Personnumret skrivs aldrig ut.'),
  message('Barn som du är vårdnadshavare för, sedan när och vem som har sagt det.'),
  message('Det du har svarat om att dela, och det du själv har skrivit eller berättat.'),
  message('Dina inloggningar.'),
]
const ofStaff = [
  'Ditt namn och hur du kan nås. Personnumret skrivs aldrig ut.',
  'Var du arbetar och har arbetat, med tider.',
  'Dina inloggningar och utkast.',
]
const familyRest = message(
  'Det som andra har skrivit i ett barns papper kan handla också om dig. Det går någon igenom innan det lämnas ut. Be om det på barnets egen sida.',
)
const staffRest =
  'Det som du har skrivit i arbetet, och det som andra har skrivit om dig i ett barns papper, hör till verksamheten. Den går igenom det innan något lämnas ut. Fråga din chef eller registratorn.'
