import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Actions, Facts, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { Session } from '../session.ts'

const moment = (at: Date) =>
  say('{day} kl {clock}', { day: dayInWords(swedishDay(at)), clock: swedishClock(at) })

type Props = { viewer: Viewer; sessions: readonly Session[] }

/** Where somebody is signed in at this moment, and how to end it. */
export function SessionsPage({ viewer, sessions }: Props) {
  return (
    <>
      <Intro
        title={say('Mina inloggningar')}
        lead={say('Här är du inloggad just nu. Känner du inte igen någon av dem, så logga ut överallt.')}
      />
      <ul class="receipts">
        {sessions.map((session) => (
          <li class="receipt">
            <h2 class="h-small">
              {session.isThis ? say('Den här webbläsaren') : say('En annan webbläsare')}
            </h2>
            <Facts
              items={[
                [say('Inloggad'), moment(session.authenticatedAt)],
                [say('Senast använd'), moment(session.lastSeenAt)],
                ['Arbetar som', session.acting],
              ]}
            />
            <Form viewer={viewer} hidden={{ session: session.id }}>
              <button type="submit" class="ds-button" data-variant="secondary">
                {session.isThis ? say('Logga ut här') : say('Logga ut där')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form viewer={viewer}>
        <Actions>
          <button type="submit" class="ds-button" name="session" value="alla">
            {say('Logga ut överallt')}
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
        title={say('Du har loggat ut')}
        lead={say('Använder fler den här datorn eller telefonen? Stäng webbläsaren också.')}
      />
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})}>{say('Logga in igen')}</LinkButton>
        <a href={paths.start.to({})}>{say('Till startsidan')}</a>
      </Actions>
    </>
  )
}

export function StillHerePage() {
  return (
    <>
      <Intro
        title={say('Du är kvar')}
        lead={say('Du är fortfarande inloggad. Gå tillbaka och fortsätt där du var.')}
      />
      <Actions>
        <LinkButton href={paths.start.to({})}>{say('Till första sidan')}</LinkButton>
      </Actions>
    </>
  )
}
