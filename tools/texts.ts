// The translators' files: npm run texts brings them up to date with the sources and says how far each has come.
//   npm run texts -- --export ar                     prints the file to send to a translator
//   npm run texts -- --import ar.po --by "Namn"      takes it back, with who has read it and when
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import PO from 'pofile'
import { checkedBy, fileOf } from '#ui/catalogue.ts'
import { isLanguage, type Language, translations } from '#ui/languages.ts'
import { imported, synced } from './texts/po.ts'
import { sourceTexts } from './texts/source.ts'

const { values } = parseArgs({
  options: { export: { type: 'string' }, import: { type: 'string' }, by: { type: 'string' } },
})
const texts = sourceTexts()
const read = (file: string) => PO.parse(readFileSync(file, 'utf8'))
const current = (language: Language) => synced(language, read(fileOf(language)), texts)
const write = (language: Language, po: PO) => writeFileSync(fileOf(language), `${po.toString()}\n`)

if (values.export !== undefined) send(values.export)
else if (values.import !== undefined) take(values.import, values.by)
else for (const language of translations) report(language)

function send(language: string) {
  if (!isLanguage(language) || language === 'sv') return stop(`Välj ett av ${translations.join(', ')}.`)
  console.log(current(language).toString())
}

function take(file: string, by: string | undefined) {
  const given = read(file)
  const language = given.headers.Language
  if (!isLanguage(language) || language === 'sv') return stop('Filen säger inte vilket språk den är på.')
  if (!by) return stop('Skriv vem som har läst översättningen: --by "Namn".')
  const { po, taken, refused } = imported(current(language), given, {
    by,
    on: new Date().toISOString().slice(0, 10),
  })
  if (refused.length > 0) return stop(refused.join('\n'))
  write(language, po)
  console.log(`${taken} texter är tagna till ${language}.`)
}

function report(language: Language) {
  const po = current(language)
  write(language, po)
  const missing = po.items.filter(({ msgstr }) => !msgstr[0]).length
  const checked = po.items.filter((item) => item.msgstr[0] && checkedBy(item)).length
  const made = po.items.length - missing - checked
  console.log(
    `${language.padEnd(10)} ${po.items.length} texter, ${checked} granskade, ${made} av en maskin, ${missing} saknas`,
  )
}

function stop(words: string) {
  console.error(words)
  process.exitCode = 1
}
