import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Actions, Facts, Intro, LinkButton } from '#ui/parts.tsx'
import type { Session } from '../session.ts'

const moment = (at: Date) => `${dayInWords(swedishDay(at))} kl ${swedishClock(at)}`

type Props = { viewer: Viewer; sessions: readonly Session[] }

/** Where somebody is signed in at this moment, and how to end it. */
export function SessionsPage({ viewer, sessions }: Props) {
  return (
    <>
      <Intro
        title="Mina inloggningar"
        lead="Här är du inloggad just nu. Känner du inte igen någon av dem, så logga ut överallt."
      />
      <ul class="receipts">
        {sessions.map((session) => (
          <li class="receipt">
            <h2 class="h-small">{session.isThis ? 'Den här webbläsaren' : 'En annan webbläsare'}</h2>
            <Facts
              items={[
                ['Inloggad', moment(session.authenticatedAt)],
                ['Senast använd', moment(session.lastSeenAt)],
                ['Arbetar som', session.acting],
              ]}
            />
            <Form viewer={viewer} hidden={{ session: session.id }}>
              <button type="submit" class="ds-button" data-variant="secondary">
                {session.isThis ? 'Logga ut här' : 'Logga ut där'}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form viewer={viewer}>
        <Actions>
          <button type="submit" class="ds-button" name="session" value="alla">
            Logga ut överallt
          </button>
        </Actions>
      </Form>
    </>
  )
}

export function SignedOutPage() {
  return (
    <>
      <Intro
        title="Du har loggat ut"
        lead="Använder fler den här datorn eller telefonen? Stäng webbläsaren också."
      />
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})}>Logga in igen</LinkButton>
        <a href={paths.start.to({})}>Till startsidan</a>
      </Actions>
    </>
  )
}

export function StillHerePage() {
  return (
    <>
      <Intro title="Du är kvar" lead="Du är fortfarande inloggad. Gå tillbaka och fortsätt där du var." />
      <Actions>
        <LinkButton href={paths.start.to({})}>Till första sidan</LinkButton>
      </Actions>
    </>
  )
}
