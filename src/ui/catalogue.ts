import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PO from 'pofile'
import { type Language, translations } from './languages.ts'
import { projectRoot } from './project-root.ts'

export type Translation = {
  text: string
  /** A person has read it: who and when, as the translator's line says. Missing: it was made by a machine. */
  checked: string | undefined
  /** The files that say it. */
  files: readonly string[]
}

const folder = join(projectRoot(import.meta.dirname), 'src/translations')
export const fileOf = (language: Language) => join(folder, `${language}.po`)

const checkedLine = /^Granskad av (.+)$/

/** Who has read a translation, and when; what a tool marks as fuzzy has been read by nobody. */
export const checkedBy = ({ flags, comments }: Pick<PO['items'][number], 'flags' | 'comments'>) =>
  flags['fuzzy'] ? undefined : comments.map((line) => checkedLine.exec(line)?.[1]).find(Boolean)

const read = (language: Language): ReadonlyMap<string, Translation> =>
  new Map(
    PO.parse(readFileSync(fileOf(language), 'utf8'))
      .items.filter(({ msgstr }) => msgstr[0])
      .map((item) => [
        item.msgid,
        { text: item.msgstr[0] ?? '', checked: checkedBy(item), files: item.references },
      ]),
  )

const none: ReadonlyMap<string, Translation> = new Map()
const catalogues = new Map(translations.map((language) => [language as Language, read(language)]))

/** Every translation to a language, by the Swedish text. Swedish has none: it is what the others come from. */
export const catalogueOf = (language: Language) => catalogues.get(language) ?? none

/** True when a person has read every translated text of some files, such as a consent sheet. */
export const isChecked = (language: Language, files: RegExp): boolean =>
  [...catalogueOf(language).values()]
    .filter((translation) => translation.files.some((file) => files.test(file)))
    .every(({ checked }) => checked)
