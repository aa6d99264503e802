import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Empty, Intro, Lines, Note } from '#ui/parts.tsx'
import { directionWords, type Entry, groundWords, kindWords } from '../entry.ts'
import type { Register } from './entries.ts'

/** How many stand on the page; the file has them all. */
const most = 100

export function RegisterPage({ year, entries }: Register) {
  return (
    <>
      <Intro
        kicker="Din organisation"
        title={`Diarium ${year}`}
        lead="Här står varje gång något har lämnats ut eller tagits emot. Inga barn och inget innehåll står här."
      />
      <p class="actions">
        <a class="ds-button" data-variant="secondary" href={`${paths.register.csv.to({})}?ar=${year}`}>
          Hämta som fil
        </a>
        <a class="ds-link" href={`${paths.register.list.to({})}?ar=${year - 1}`}>
          Visa {year - 1}
        </a>
      </p>
      {entries.length === 0 && <Empty>Inget är lämnat eller mottaget det här året.</Empty>}
      {entries.length > 0 && <Lines items={entries.slice(0, most).map(lineOf)} />}
      {entries.length > most && (
        <Note>
          De {most} senaste visas. Alla {entries.length} finns i filen.
        </Note>
      )}
    </>
  )
}

const lineOf = (entry: Entry) => (
  <>
    <b>{directionWords[entry.direction]}</b> {dayWithYear(entry.day)} kl {entry.clock}.{' '}
    {kindWords[entry.kind]} från {entry.from} till {entry.to ?? 'familjen'}.
    <span class="hint">
      {groundWords(entry.ground)}. {entry.by ? `Av ${entry.by}. ` : ''}Beteckning {entry.id}.
    </span>
  </>
)
