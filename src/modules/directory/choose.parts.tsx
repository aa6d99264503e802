import { municipalities } from '#modules/knowledge'
import { Select, type Texts } from '#ui/form.tsx'
import { say } from '#ui/say.tsx'
import { ages, ageWords } from './entry.ts'

export const AgeSelect = ({ typed, label }: { typed: Texts; label: string }) => (
  <Select
    name="alder"
    label={label}
    optional
    empty={say('Alla åldrar')}
    options={ages.map((age) => ({ value: String(age), label: ageWords(age) }))}
    typed={typed}
  />
)

export const MunicipalitySelect = ({ typed, label }: { typed: Texts; label: string }) => (
  <Select
    name="kommun"
    label={label}
    optional
    empty={say('Hela länet')}
    options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
    typed={typed}
  />
)

type PagesProps = { href: (page: number) => string; page: number; size: number; total: number }

/** On to the next page and back, when there is more than one. */
export function Pages({ href, page, size, total }: PagesProps) {
  if (total <= size) return null
  return (
    <nav class="actions" aria-label={say('Fler verksamheter')}>
      {page > 1 && <a href={href(page - 1)}>{say('Förra sidan')}</a>}
      <span class="soft">{say('Sida {page} av {pages}', { page, pages: Math.ceil(total / size) })}</span>
      {page * size < total && <a href={href(page + 1)}>{say('Nästa sida')}</a>}
    </nav>
  )
}
