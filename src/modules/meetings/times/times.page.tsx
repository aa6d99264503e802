import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Empty, Intro, Section } from '#ui/parts.tsx'
import type { Hold } from '../hold-store.ts'
import { capital } from '../party.parts.tsx'
import { lengthInWords, timeInWords } from '../time-place.parts.tsx'

/** Times to keep free. Which child it is about is not known here, and nobody can ask. */
export function TimesPage({ holds, viewer }: { holds: readonly Hold[]; viewer: Viewer }) {
  return (
    <>
      <Intro
        title="Tider"
        lead="Någon undrar om du kan hålla en tid. Vem det gäller får du veta när familjen har sagt ja."
      />
      {holds.length === 0 && <Empty>Ingen har bett dig hålla någon tid.</Empty>}
      {holds.map((hold) => (
        <Section id={`tid-${hold.id}`} title={capital(timeInWords(hold))}>
          <p>
            {capital(lengthInWords(hold.minutes))}. {hold.askedBy}, {hold.fromUnit}, frågar.
            {hold.phone && <> Telefon {hold.phone}.</>}
          </p>
          <State hold={hold} viewer={viewer} />
        </Section>
      ))}
    </>
  )
}

function State({ hold: { id, released, answer }, viewer }: { hold: Hold; viewer: Viewer }) {
  if (released)
    return (
      <p>
        Du behöver inte hålla tiden längre. Blev det ett möte ligger inbjudan bland{' '}
        <a href={paths.tasks.to({})}>dina uppgifter</a>.
      </p>
    )
  const yes = { value: 'ja', label: 'Ja, jag håller tiden' }
  const no = { value: 'nej', label: 'Nej, jag kan inte' }
  return (
    <Form viewer={viewer} hidden={{ hold: id }}>
      {answer !== undefined && <p>{answer ? 'Du håller tiden.' : 'Du har svarat att du inte kan.'}</p>}
      <div class="actions">
        {(answer === undefined ? [yes, no] : answer ? [no] : [yes]).map(({ value, label }) => (
          <button class="ds-button" data-variant="secondary" type="submit" name="answer" value={value}>
            {label}
          </button>
        ))}
      </div>
    </Form>
  )
}
