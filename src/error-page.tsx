import type { Typed } from '#shared/form-reading.ts'
import { Written } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { Page, TryAgainPage } from '#ui/page.tsx'
import { Intro } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'

/** When something of ours is broken: what was written stands here and can be sent again as it is. */
export function ErrorWithFormPage({ action, typed }: { action: string; typed: Typed | undefined }) {
  if (!typed || Object.keys(typed).length === 0) return <TryAgainPage />
  return (
    <Page title={message('Det går inte just nu')} kind="public" translated>
      <Intro
        title={say('Det går inte just nu')}
        lead={say(
          'Felet är vårt. Inget du skrev har gått förlorat: det står här. Vänta en stund och skicka igen.',
        )}
      />
      <form method="post" action={action}>
        {Object.entries(typed).flatMap(([name, values]) =>
          [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <div class="actions">
          <button class="ds-button" type="submit">
            {say('Skicka igen')}
          </button>
        </div>
      </form>
      <Written typed={typed} />
    </Page>
  )
}
