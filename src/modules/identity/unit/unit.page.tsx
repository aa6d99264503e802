import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Intro, Note } from '#ui/parts.tsx'
import type { Engagement } from '../session.ts'

type Props = {
  viewer: Viewer
  engagements: readonly Engagement[]
  unsigned: boolean
  after: string | undefined
}

/** One press chooses. What is written belongs to the place one works for at that moment. */
export function UnitPage({ viewer, engagements, unsigned, after }: Props) {
  const chosen = engagements.some(({ isActing }) => isActing)
  return (
    <>
      <Intro
        title={chosen ? 'Byt verksamhet' : 'Var arbetar du nu?'}
        lead="Du ser och skriver det som hör till den verksamhet du väljer. Du kan byta när du vill."
      />
      {unsigned && (
        <Note title="Innan det öppnas för dig">
          <p>
            <a href={paths.undertaking.to({})}>Läs och skriv under om tystnadsplikt</a>
          </p>
        </Note>
      )}
      <Form viewer={viewer} hidden={{ efter: after }}>
        <div class="places">
          {engagements.map(({ id, title, unit, isActing }) => (
            <button class="ds-button" data-variant="secondary" type="submit" name="till" value={id}>
              {unit}, {title}
              {isActing && ' (här arbetar du nu)'}
            </button>
          ))}
        </div>
      </Form>
      {engagements.length === 1 && <p class="soft">Du arbetar bara på ett ställe.</p>}
    </>
  )
}
