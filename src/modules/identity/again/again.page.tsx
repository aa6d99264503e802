import { withDraft } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { Actions, Intro, LinkButton } from '#ui/parts.tsx'
import type { Issuer } from '../issuer.ts'

/** Before what reaches far: the person shows once more who they are, and comes back to where they were. */
export function AgainPage({ issuer, after }: { issuer: Issuer | undefined; after: string | undefined }) {
  const query = new URLSearchParams({ igen: 'ja', ...(after && { efter: after }) })
  return (
    <>
      <Intro
        title="Visa att det är du"
        lead="Det du ska göra är viktigt. Därför behöver du legitimera dig en gång till. Sedan kommer du tillbaka hit."
      />
      {after?.includes(withDraft) && (
        <p>Det du har skrivit eller valt är sparat. Du skickar det när du är tillbaka.</p>
      )}
      <Actions>
        {issuer && (
          <LinkButton href={`${paths.signIn.begin.to({ issuer: issuer.id })}?${query}`}>
            Legitimera mig
          </LinkButton>
        )}
        <a href={after ?? paths.start.to({})}>Tillbaka utan att legitimera dig</a>
      </Actions>
    </>
  )
}

/** Nothing has changed, whatever went wrong; a way to try again. */
export function NotAgain({ why, after }: { why: string; after: string | undefined }) {
  const again = `${paths.again.to({})}?${new URLSearchParams({ ...(after && { efter: after }) })}`
  const other = why === 'other-person'
  return (
    <>
      <Intro
        title={other ? 'Det var någon annan som legitimerade sig' : 'Vi kunde inte se att det är du'}
        lead={
          other
            ? 'Inget har ändrats. Du är inloggad som förut, och behöver legitimera dig som samma person.'
            : 'Inget har ändrats, och det du skrev finns kvar. Försök en gång till.'
        }
      />
      <Actions>
        <LinkButton href={again}>Försök igen</LinkButton>
        <a href={paths.help.to({})}>Hjälp</a>
      </Actions>
    </>
  )
}
