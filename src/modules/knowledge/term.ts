/** Where the word comes from. The explanations are our own proposals, also of the model's words. */
export type TermSource = 'SKR 2023-10-09' | 'Region Kronoberg' | 'lag' | 'egen'

export type Term = {
  sv: string
  plural?: string
  meaning: string
  source: TermSource
  /** The word stands in the model's public texts. */
  official: boolean
  notToBeMistakenFor?: string
  /** A name that only those who read the code meet: not in the word list on the screen. */
  inCodeOnly?: true
}

type More = Pick<Term, 'plural' | 'notToBeMistakenFor'>

const term =
  (source: TermSource, official: boolean) =>
  (sv: string, meaning: string, more: More = {}): Term => ({ sv, meaning, source, official, ...more })

/** A word from the page on the model at Sveriges Kommuner och Regioner. */
export const skr = term('SKR 2023-10-09', true)
/** A word from Region Kronoberg's own pages on the model. */
export const region = term('Region Kronoberg', true)
/** A word that the law uses. */
export const law = term('lag', false)
/** A word we have chosen. */
export const own = term('egen', false)
/** A name in code only. */
export const code = (sv: string, meaning: string): Term => ({ ...own(sv, meaning), inCodeOnly: true })
