import { paths } from '#shared/paths.ts'
import { Actions, LinkButton, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { OpenSheet } from './answer-consent.ts'

/** In the place of the form, for a child whose sign-in is not new. */
export function SignInFirst({ child, sheet }: OpenSheet) {
  const here = paths.sharing.sheet.to({ childId: child.id, consentId: sheet.id })
  return (
    <Section
      id="svar"
      title={say('Visa först att det är du')}
      lead={say(
        'Vi sparar inget av det du väljer förrän du skickar det. Därför legitimerar du dig innan du svarar.',
      )}
    >
      <Actions>
        <LinkButton href={`${paths.again.to({})}?${new URLSearchParams({ efter: here })}`}>
          {say('Legitimera mig och svara')}
        </LinkButton>
      </Actions>
    </Section>
  )
}
