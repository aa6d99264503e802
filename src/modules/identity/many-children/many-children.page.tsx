import { Buttons, ErrorSummary, Form, TextArea, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Intro } from '#ui/parts.tsx'

type Props = { viewer: Viewer; submission: string; after: string | undefined; typed?: Texts; errors?: Texts }

/** No wall: a sentence, and somebody who reads it. */
export function ManyChildrenPage({ viewer, submission, after, typed = {}, errors = {} }: Props) {
  return (
    <>
      <Intro
        title="Du har öppnat många barn i dag"
        lead="Det kan vara helt i sin ordning. Skriv varför du behöver fler, så går du vidare direkt."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission, efter: after }}>
        <TextArea
          name="why"
          label="Varför behöver du öppna fler?"
          description="En mening räcker. Skriv inget om barnen."
          reads="den som granskar loggen på din arbetsplats"
          {...{ typed, errors }}
        />
        <Buttons primary="Gå vidare" />
      </Form>
    </>
  )
}
