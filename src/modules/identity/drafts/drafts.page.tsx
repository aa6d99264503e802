import type { Draft } from '#modules/drafts'
import { paths } from '#shared/paths.ts'
import { Written } from '#shared/web.tsx'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Actions, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'

/** What was written in a form that has no page to come back to: to read, copy, or throw away. */
export function DraftPage({ viewer, draft }: { viewer: Viewer; draft: Draft }) {
  return (
    <>
      <Intro
        title={say('Det här skrev du')}
        lead={say('Du hann inte skicka det {time}. Kopiera det du vill ha kvar.', { time: draft.savedAt })}
      />
      <Written typed={draft.typed} />
      <Form viewer={viewer} action={paths.discardDraft.to({})} hidden={{ form: draft.address, page: 'nej' }}>
        <Actions>
          <LinkButton href={paths.start.to({})}>{say('Till första sidan')}</LinkButton>
          <button type="submit" class="link">
            {say('Kasta')}
          </button>
        </Actions>
      </Form>
    </>
  )
}
