import { parseAccept } from 'hono/utils/accept'

type About = { own: string; locale: string; dir: 'ltr' | 'rtl' }

/** The languages that families read, each by its own name. The digits are those of Swedish phones and addresses. */
export const languages = {
  sv: { own: 'Svenska', locale: 'sv-SE', dir: 'ltr' },
  'sv-x-latt': { own: 'Lätt svenska', locale: 'sv-SE', dir: 'ltr' },
  en: { own: 'English', locale: 'en-GB', dir: 'ltr' },
  ar: { own: 'العربية', locale: 'ar-u-ca-gregory-nu-latn', dir: 'rtl' },
  so: { own: 'Soomaali', locale: 'so', dir: 'ltr' },
  uk: { own: 'Українська', locale: 'uk', dir: 'ltr' },
  pl: { own: 'Polski', locale: 'pl', dir: 'ltr' },
  fi: { own: 'Suomi', locale: 'fi', dir: 'ltr' },
} as const satisfies Record<string, About>

export type Language = keyof typeof languages

export const isLanguage = (code: string | null | undefined): code is Language =>
  typeof code === 'string' && Object.hasOwn(languages, code)

/** All but the language that the texts are written in. */
export const translations = Object.keys(languages).filter(
  (code) => isLanguage(code) && code !== 'sv',
) as Exclude<Language, 'sv'>[]

/** The first of the languages that a browser asks for that we have, as in `ar-SY,ar;q=0.9,en;q=0.8`. */
export const languageAsked = (header: string | undefined): Language | undefined =>
  parseAccept(header ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase().split('-')[0])
    .find(isLanguage)

/** What somebody wrote is read out in the script it was written in; most of it is Swedish. */
export function writtenIn(text: string): Language {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  return /\p{Script=Cyrillic}/u.test(text) ? 'uk' : 'sv'
}
