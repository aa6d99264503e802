import { paths } from '#shared/paths.ts'
import { Actions, Intro, Lines, LinkButton, Note, Section } from '#ui/parts.tsx'

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
        lead="Alla människor här är påhittade. Du loggar in som den du väljer och hamnar hos barnet."
      />
      <Note>
        <p>
          Du kan också <a href={paths.signIn.choose.to({})}>logga in</a> som vem som helst i länet, och byta
          person genom att logga ut.
        </p>
      </Note>
      {situations.map(({ sentence, openAs }, place) => (
        <Section id={`situation-${place + 1}`} title={sentence}>
          <Lines
            items={openAs.map(({ name, as, place: where, href }) => (
              <>
                <a href={href}>{name}</a>, {as}
                {where && <span class="soft"> · {where}</span>}
              </>
            ))}
          />
        </Section>
      ))}
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})} secondary>
          Logga in som någon annan
        </LinkButton>
      </Actions>
    </>
  )
}
