import type { KnownChild } from '#modules/children'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Guidance, Intro } from '#ui/parts.tsx'

export function TellPage({ child, viewer }: KnownChild & { viewer: Viewer }) {
  const name = callOf(child.person)
  return (
    <>
      <Intro
        kicker="Berätta för barnet"
        title={nameOf(child.person)}
        lead={`Du är den som berättar för ${name} vad ni kom fram till.`}
      />
      <Guidance
        sentences={[
          `Fråga ${name} när och var det passar.`,
          'Säg det viktigaste först, med enkla ord.',
          `Fråga vad ${name} tycker, och om något blev fel.`,
        ]}
      />
      <Form viewer={viewer}>
        <Buttons
          primary="Jag har berättat"
          cancel={{ href: paths.child.to({ childId: child.id }), label: 'Inte än' }}
        />
      </Form>
    </>
  )
}
