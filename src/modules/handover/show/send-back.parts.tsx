import { paths } from '#shared/paths.ts'
import { Buttons, Form, TextArea, type Texts } from '#ui/form.tsx'
import { Section } from '#ui/parts.tsx'
import type { Viewer } from '#ui/viewer.ts'

type Props = {
  title: string
  ids: { childId: string; handoverId: string }
  /** Who reads why. */
  reads: string
  viewer: Viewer
  typed: Texts | undefined
  errors: Texts | undefined
}

export const SendBack = ({ title, ids, reads, viewer, typed, errors }: Props) => (
  <Section id="tillbaka" title={title}>
    <Form viewer={viewer} guard action={paths.handover.sendBack.to(ids)}>
      <TextArea name="answer" label="Varför?" reads={reads} rows={2} {...{ typed, errors }} />
      <Buttons primary="Skicka tillbaka" />
    </Form>
  </Section>
)
