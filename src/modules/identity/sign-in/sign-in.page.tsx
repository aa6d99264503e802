import { paths } from '#shared/paths.ts'
import { message } from '#ui/message.ts'
import { Actions, Done, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { Issuer, NotProved } from '../issuer.ts'

type ChooseProps = { issuers: readonly Issuer[]; after: string | undefined; kept: boolean }

const kinds = {
  staff: message('Du som arbetar med barn'),
  family: message('Barn och vårdnadshavare'),
} as const

/** Somebody chooses how to show who they are. */
export function ChoosePage({ issuers, after, kept }: ChooseProps) {
  const query = after ? `?${new URLSearchParams({ efter: after })}` : ''
  return (
    <>
      <Intro title={say('Logga in')} lead={say('Visa vem du är, så kommer du vidare.')} />
      {kept && (
        <Done title={say('Det du skrev är sparat.')}>
          <p>{say('Det väntar på dig i ett dygn. Du ser det igen när du har loggat in.')}</p>
        </Done>
      )}
      {(['staff', 'family'] as const).map((kind) => {
        const ways = issuers.filter((issuer) => issuer.kind === kind)
        return ways.length === 0 ? null : (
          <section aria-labelledby={kind}>
            <h2 id={kind}>{say(kinds[kind])}</h2>
            <Actions>
              {ways.map(({ id, name }) => (
                <LinkButton href={`${paths.signIn.begin.to({ issuer: id })}${query}`}>{say(name)}</LinkButton>
              ))}
            </Actions>
          </section>
        )
      })}
      <p class="solo">
        <a href={paths.childsDoor.code.to({})}>{say('Jag har ett papper med en kod')}</a>
      </p>
      <p class="solo">
        <a href={paths.withoutEid.to({})}>{say('Jag har inte e-legitimation')}</a>
      </p>
      {issuers.length === 0 && <p>{say('Ingen inloggning är inställd ännu.')}</p>}
    </>
  )
}

const reasons: Readonly<
  Record<NotProved['kind'] | 'unknown-person', readonly [title: string, lead: string]>
> = {
  'unknown-person': [
    message('Vi känner inte igen dig'),
    message(
      'Du har visat vem du är, men du har ingen plats här. Fråga på din arbetsplats, eller den på skolan eller vården som du brukar prata med.',
    ),
  ],
  cancelled: [message('Du loggade inte in'), message('Du avbröt inloggningen. Inget har hänt.')],
  'not-proved': [
    message('Inloggningen gick inte hela vägen'),
    message('Det kan ha tagit för lång tid, eller så öppnade du en gammal länk. Börja om, så brukar det gå.'),
  ],
  unreachable: [
    message('Inloggningen svarar inte just nu'),
    message('Felet är inte ditt. Vänta en stund och försök igen.'),
  ],
}

/** Why nobody was signed in, and no more than that. */
export function NotSignedIn({ why }: { why: keyof typeof reasons }) {
  const [title, lead] = reasons[why]
  return (
    <>
      <Intro title={say(title)} lead={say(lead)} />
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})}>{say('Försök igen')}</LinkButton>
        <a href={paths.help.to({})}>{say('Hjälp')}</a>
      </Actions>
    </>
  )
}
