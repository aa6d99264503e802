import { withDraft } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { Actions, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { Issuer } from '../issuer.ts'

/** Before what reaches far: the person shows once more who they are, and comes back to where they were. */
export function AgainPage({ issuer, after }: { issuer: Issuer | undefined; after: string | undefined }) {
  const query = new URLSearchParams({ igen: 'ja', ...(after && { efter: after }) })
  return (
    <>
      <Intro
        title={say('Visa att det är du')}
        lead={say(
          'Det du ska göra är viktigt. Därför behöver du legitimera dig en gång till. Sedan kommer du tillbaka hit.',
        )}
      />
      {after?.includes(withDraft) && (
        <p>{say('Det du har skrivit eller valt är sparat. Du skickar det när du är tillbaka.')}</p>
      )}
      <Actions>
        {issuer && (
          <LinkButton href={`${paths.signIn.begin.to({ issuer: issuer.id })}?${query}`}>
            {say('Legitimera mig')}
          </LinkButton>
        )}
        <a href={after ?? paths.start.to({})}>{say('Tillbaka utan att legitimera dig')}</a>
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
        title={
          other ? say('Det var någon annan som legitimerade sig') : say('Vi kunde inte se att det är du')
        }
        lead={
          other
            ? say('Inget har ändrats. Du är inloggad som förut, och behöver legitimera dig som samma person.')
            : say('Inget har ändrats, och det du skrev finns kvar. Försök en gång till.')
        }
      />
      <Actions>
        <LinkButton href={again}>{say('Försök igen')}</LinkButton>
        <a href={paths.help.to({})}>{say('Hjälp')}</a>
      </Actions>
    </>
  )
}
