import { municipalities } from '#modules/knowledge'
import { Select, type Texts } from '#ui/form.tsx'
import { ages, ageWords } from './entry.ts'

export const AgeSelect = ({ typed, label }: { typed: Texts; label: string }) => (
  <Select
    name="alder"
    label={label}
    optional
    empty="Alla åldrar"
    options={ages.map((age) => ({ value: String(age), label: ageWords(age) }))}
    typed={typed}
  />
)

export const MunicipalitySelect = ({ typed, label }: { typed: Texts; label: string }) => (
  <Select
    name="kommun"
    label={label}
    optional
    empty="Hela länet"
    options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
    typed={typed}
  />
)

type PagesProps = { href: (page: number) => string; page: number; size: number; total: number }

/** On to the next page and back, when there is more than one. */
export function Pages({ href, page, size, total }: PagesProps) {
  if (total <= size) return null
  return (
    <nav class="actions" aria-label="Fler verksamheter">
      {page > 1 && <a href={href(page - 1)}>Förra sidan</a>}
      <span class="soft">
        Sida {page} av {Math.ceil(total / size)}
      </span>
      {page * size < total && <a href={href(page + 1)}>Nästa sida</a>}
    </nav>
  )
}
