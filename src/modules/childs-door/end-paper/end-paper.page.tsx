import { paths } from '#shared/paths.ts'
import { Buttons, Form } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { Viewer } from '#ui/viewer.ts'

export function EndPaperPage({ childId, viewer }: { childId: string; viewer: Viewer }) {
  const home = paths.childsDoor.home.to({ childId })
  return (
    <>
      <BackLink href={home}>{say('Min sida')}</BackLink>
      <Intro
        title={say('Vill du sluta använda pappret?')}
        lead={say('Då slutar koden att fungera för alla. Det du har skickat är kvar hos den du skrev till.')}
      />
      <p>{say('Vill du ha ett nytt papper sen? Säg till den som gav dig det här.')}</p>
      <Form viewer={viewer}>
        <Buttons primary={say('Sluta använda pappret')} cancel={{ href: home }} />
      </Form>
    </>
  )
}
