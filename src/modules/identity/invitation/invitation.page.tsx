import { paths } from '#shared/paths.ts'
import { Actions, Intro, LinkButton } from '#ui/parts.tsx'
import type { Issuer } from '../issuer.ts'

/** Somebody new shows who they are, and is known from then on. */
export const InvitationPage = ({ issuers, code }: { issuers: readonly Issuer[]; code: string }) => (
  <>
    <Intro
      title="Välkommen till Kronobarn"
      lead="Du är inbjuden av din arbetsplats. Visa vem du är, så öppnas det för dig."
    />
    <Actions>
      {issuers.map(({ id, name }) => (
        <LinkButton href={`${paths.signIn.begin.to({ issuer: id })}?${new URLSearchParams({ kod: code })}`}>
          {name}
        </LinkButton>
      ))}
    </Actions>
    <p class="soft">Länken går att använda en gång. Kommer du inte in? Be din arbetsplats om en ny.</p>
  </>
)
