import { paths } from '#shared/paths.ts'
import { Actions, Done, Intro, LinkButton } from '#ui/parts.tsx'

/** The same for everybody: it names no unit and no person, and tells nothing of whether the child is known. */
export function ReceiptPage() {
  return (
    <>
      <Intro title="Mottaget" />
      <Done title="Tack för att du berättade.">
        <p>Den som är Barnets bästa-ansvarig läser det du skrev inom två arbetsdagar.</p>
        <p>Behöver någon veta mer hör de av sig till dig.</p>
      </Done>
      <Actions>
        <LinkButton href={paths.start.to({})}>Klar</LinkButton>
        <LinkButton href={paths.noticing.notice.to({})} secondary>
          Berätta om ett barn till
        </LinkButton>
      </Actions>
    </>
  )
}
