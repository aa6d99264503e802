import { type Child, createContext, type PropsWithChildren, useContext } from 'hono/jsx'
import { IntlMessageFormat } from 'intl-messageformat'
import { catalogueOf } from './catalogue.ts'
import { type Language, languages, writtenIn } from './languages.ts'
import { type Marks, message, type Names } from './message.ts'

/** Whoever reads the page. `machineMade` becomes true when something was said that only a machine has translated. */
type Reader = {
  language: Language
  machineMade: boolean
  /** Where the page is, to come back to in another language. */
  address: string | undefined
}

const swedish: Reader = Object.freeze({ language: 'sv', machineMade: false, address: undefined })
const Reading = createContext<Reader>(swedish)

export const reader = (): Reader => useContext(Reading)
export const localeOfReader = (): string => languages[reader().language].locale

/** All that is said inside is said in this language. */
export const InLanguage = (
  props: PropsWithChildren<{ language: Language; address?: string | undefined }>,
) => (
  <Reading.Provider value={{ language: props.language, machineMade: false, address: props.address }}>
    {props.children}
  </Reading.Provider>
)

/** Texts that stand on no page, such as those of a paper, said in a language. */
export function saidIn<Made>(language: Language, make: () => Made): Made {
  const made: Made[] = []
  const Make = () => {
    made.push(make())
    return null
  }
  String(
    <InLanguage language={language}>
      <Make />
    </InLanguage>,
  )
  return made[0] as Made
}

/** In the reader's language and then in Swedish, where staff takes in what the reader has ticked on a paper. */
export function alsoInSwedish(make: () => string): string {
  const said = make()
  const inSwedish = saidIn('sv', make)
  return said === inSwedish ? said : `${said} / ${apart(inSwedish)}`
}

/** Makes a part of the page before what stands above it, so that this can tell how it was said. */
export const saidFirst = (children: Child) => Reading.Provider({ value: reader(), children })

const isRtl = () => languages[reader().language].dir === 'rtl'

/** What stands where a name must not; it is said in the reader's language wherever a name would be put in. */
export const noName = message('Skyddad person')
export const saidName = (name: string): string => (name === noName ? say(noName) : name)

/** Names and numbers in a text from right to left keep their own direction. */
const apart = (value: string) => (isRtl() ? `\u2068${saidName(value)}\u2069` : saidName(value))

/** A list in one sentence: `a, b och c`. */
export const together = (things: readonly string[]): string =>
  new Intl.ListFormat(localeOfReader()).format(things.map(apart))

/** What stands in a row: `a, b, c`. */
export const listed = (things: readonly string[]): string => things.map(apart).join(isRtl() ? '، ' : ', ')

/** Writes days as the reader's language does. A day without a clock is midnight in UTC. */
export function inWords(options: Intl.DateTimeFormatOptions): (day: Date) => string {
  const known = new Map<string, Intl.DateTimeFormat>()
  return (day) => {
    const locale = localeOfReader()
    const format = known.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    known.set(locale, format)
    return format.format(day)
  }
}

type Said = { format: IntlMessageFormat['format'] }
const formats = new Map<string, Said>()

function formatOf(text: string): Said {
  const now = reader()
  const found = catalogueOf(now.language).get(text)
  if (found && !found.checked) now.machineMade = true
  const { locale } = languages[found ? now.language : 'sv']
  const key = `${locale} ${found?.text ?? text}`
  const known = formats.get(key)
  if (known) return known
  const made = new IntlMessageFormat(found?.text ?? text, locale)
  formats.set(key, made)
  return made
}

type Values<Text extends string> = [Names<Text>] extends [never] ? [] : [Record<Names<Text>, string | number>]

/** A text in the reader's language. The Swedish stands where it is read; the others in `src/translations`. */
export const say = <const Text extends string>(text: Text, ...[values]: Values<Text>): string =>
  String(
    formatOf(text).format(
      values &&
        Object.fromEntries(
          Object.entries<string | number>(values).map(([name, value]) => [
            name,
            typeof value === 'string' ? apart(value) : value,
          ]),
        ),
    ),
  )

type Parts<Text extends string> = Record<Names<Text>, Child> & Record<Marks<Text>, (words: Child) => Child>

/** The same where something other than text stands in it: a name to explain, or a link round `<link>`these words`</link>`. */
export const sayWith = <const Text extends string>(text: Text, parts: Parts<Text>): Child =>
  formatOf(text).format<Child>(
    Object.fromEntries(
      Object.entries<unknown>(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? saidName(part) : part,
      ]),
    ) as Record<string, string>,
  ) as Child

/** What somebody wrote, as they wrote it: in its own direction, and read aloud in its own language. */
export const AsWritten = ({ children }: { children: string }) => (
  <span lang={writtenIn(children)} dir="auto">
    {children}
  </span>
)
