import { paths } from '#shared/paths.ts'
import { Actions, Done, Intro, LinkButton } from '#ui/parts.tsx'
import type { Issuer, NotProved } from '../issuer.ts'

type ChooseProps = { issuers: readonly Issuer[]; after: string | undefined; kept: boolean }

const kinds = { staff: 'Du som arbetar med barn', family: 'Barn och vårdnadshavare' } as const

/** Somebody chooses how to show who they are. */
export function ChoosePage({ issuers, after, kept }: ChooseProps) {
  const query = after ? `?${new URLSearchParams({ efter: after })}` : ''
  return (
    <>
      <Intro title="Logga in" lead="Visa vem du är, så kommer du vidare." />
      {kept && (
        <Done title="Det du skrev är sparat.">
          <p>Det väntar på dig i ett dygn. Du ser det igen när du har loggat in.</p>
        </Done>
      )}
      {(['staff', 'family'] as const).map((kind) => {
        const ways = issuers.filter((issuer) => issuer.kind === kind)
        return ways.length === 0 ? null : (
          <section aria-labelledby={kind}>
            <h2 id={kind}>{kinds[kind]}</h2>
            <Actions>
              {ways.map(({ id, name }) => (
                <LinkButton href={`${paths.signIn.begin.to({ issuer: id })}${query}`}>{name}</LinkButton>
              ))}
            </Actions>
          </section>
        )
      })}
      {issuers.length === 0 && <p>Ingen inloggning är inställd ännu.</p>}
    </>
  )
}

const reasons: Readonly<
  Record<NotProved['kind'] | 'unknown-person', readonly [title: string, lead: string]>
> = {
  'unknown-person': [
    'Vi känner inte igen dig',
    'Du har visat vem du är, men du har ingen plats här. Fråga på din arbetsplats, eller den på skolan eller vården som du brukar prata med.',
  ],
  cancelled: ['Du loggade inte in', 'Du avbröt inloggningen. Inget har hänt.'],
  'not-proved': [
    'Inloggningen gick inte hela vägen',
    'Det kan ha tagit för lång tid, eller så öppnade du en gammal länk. Börja om, så brukar det gå.',
  ],
  unreachable: ['Inloggningen svarar inte just nu', 'Felet är inte ditt. Vänta en stund och försök igen.'],
}

/** Why nobody was signed in, and no more than that. */
export function NotSignedIn({ why }: { why: keyof typeof reasons }) {
  const [title, lead] = reasons[why]
  return (
    <>
      <Intro title={title} lead={lead} />
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})}>Försök igen</LinkButton>
        <a href={paths.help.to({})}>Hjälp</a>
      </Actions>
    </>
  )
}
