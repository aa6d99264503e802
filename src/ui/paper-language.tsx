import { Select } from './fields.tsx'
import { isLanguage, languages } from './languages.ts'

/** The field, and the part of an address, that says in what language a paper is wanted. */
export const paperLanguage = 'sprak'

const names = new Intl.DisplayNames('sv', { type: 'language' })
const nameOf = (code: string, own: string) => (code.startsWith('sv') ? own : (names.of(code) ?? own))

type Props = {
  wanted?: string | undefined
  /** Nobody's own: it is printed for several. */
  forMany?: boolean
}

/** For whoever prints for somebody in a family: the language that they have chosen themselves, or another. */
export const PaperLanguage = ({ wanted, forMany }: Props) => (
  <Select
    name={paperLanguage}
    label="Språk på pappret"
    description={
      forMany
        ? undefined
        : 'Har läsaren inte valt något blir det svenska. Det som någon har skrivit står kvar på sitt eget språk.'
    }
    options={[
      ...(forMany ? [] : [{ value: 'eget', label: 'Det som läsaren har valt' }]),
      ...Object.entries(languages).map(([value, { own }]) => ({ value, label: nameOf(value, own) })),
    ]}
    typed={{ [paperLanguage]: isLanguage(wanted) ? wanted : forMany ? 'sv' : 'eget' }}
    errors={{}}
  />
)
