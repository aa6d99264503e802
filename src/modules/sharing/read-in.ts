import { isChecked } from '#ui/catalogue.ts'
import { isLanguage } from '#ui/languages.ts'

/** In what language somebody read the question before they answered it. */
export type ReadIn = {
  language: string
  /** No person has read the translation, or there is none: a yes needs somebody who interpreted. */
  machineTranslated: boolean
}

/** What is said on the page of the question. */
const said = /sharing\/(answer-consent|labels)|knowledge\/texts/

export const readIn = (language: string): ReadIn => ({
  language,
  machineTranslated: language !== 'sv' && !(isLanguage(language) && isChecked(language, said)),
})
