import { paths } from '#shared/paths.ts'
import { MoreDetails } from '#ui/form.tsx'
import { Actions, Intro, Lines, LinkButton } from '#ui/parts.tsx'

/** A child in a moment, and the people it can be opened as. */
export type Situation = {
  sentence: string
  openAs: readonly { name: string; as: string; place: string | undefined; href: string }[]
}

/** Development only: pick a situation and somebody in it. */
export function DemoStartPage({ situations }: { situations: readonly Situation[] }) {
  return (
    <>
      <Intro
        kicker="Demolänet"
        title="Välj ett barn och vem du vill vara"
        lead="Alla människor här är påhittade. Du loggar in som den du väljer och kommer till barnet. Logga ut för att byta person."
      />
      {situations.map(({ sentence, openAs }, place) => (
        <MoreDetails summary={sentence} open={place === 0}>
          <Lines
            items={openAs.map(({ name, as, place: where, href }) => (
              <>
                <a href={href}>{name}</a>, {as}
                {where && <span class="soft"> · {where}</span>}
              </>
            ))}
          />
        </MoreDetails>
      ))}
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})} secondary>
          Logga in som någon annan
        </LinkButton>
        <a href={paths.directory.whom.to({})}>Vem vänder jag mig till? Utan att logga in</a>
      </Actions>
    </>
  )
}
