import type { PrintedExtract } from '#modules/documents'
import { dayInWords, dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { message } from '#ui/message.ts'
import { answerLines, answersAsData } from '../answers.parts.tsx'
import { textOnPaper } from '../text.parts.tsx'
import type { AboutMe } from './about-me.ts'

const times = ({ from, until }: { from: string; until?: string | undefined }) =>
  until ? `från den ${dayWithYear(from)} till den ${dayWithYear(until)}` : `sedan den ${dayWithYear(from)}`
const moment = (at: Date) => `den ${dayWithYear(swedishDay(at))} kl ${swedishClock(at)}`

/** What others have written is in nobody's extract about themselves. */
export const othersText =
  'Det som andra har skrivit i ett barns papper kan handla också om dig. Det går någon igenom först: be om ett utdrag på barnets sida.'
export const logText = message(
  'Allt som du har öppnat och sparat står i en logg som ingen kan ändra. Den lämnas ut av den organisation som den hör till.',
)

/** Everything, in words. */
export function onPaper(me: AboutMe): PrintedExtract {
  const { name, at, isProtected, logins, roles, guarded, words, signIns, draftDays } = me
  const today = dayInWords(swedishDay(at))
  const called = (childId: string) => {
    const child = me.names.get(childId)
    return child ? nameOf(child.person) : ''
  }
  const section = (title: string, texts: readonly string[]) =>
    texts.length > 0 ? [{ title, when: '', texts }] : []
  return {
    name,
    lead: `Det här är vad Kronobarn har om dig ${today}.`,
    parts: [
      ...section('Vem du är', [
        isProtected ? 'Ditt namn är skyddat och skrivs inte på papper.' : `Namn: ${name}`,
        ...me.phones.map((phone) => `Telefon: ${phone.reveal()}`),
        ...logins.map((login) => `Legitimerad av ${loginText(login)}`),
        'Ditt personnummer sparas inte här i klartext. Den som intygar vem du är har det.',
      ]),
      ...section(
        'Där du arbetar',
        roles.map(
          (role) =>
            `${role.title}, ${role.unit}, ${times(role)}${role.phone ? `. Telefon: ${role.phone}` : ''}`,
        ),
      ),
      ...section(
        'Barn som du är vårdnadshavare för',
        guarded.map(
          (one) =>
            `${nameOf(one.child.person)}, som ${one.called}, ${times(one)}. Uppgiften kommer från: ${one.source}`,
        ),
      ),
      ...section('Det du har svarat om att dela', answerLines(me.answers)),
      ...words.map(({ childId, title, day, texts }) => ({
        title,
        when: [dayInWords(day), called(childId)].filter(Boolean).join(', '),
        texts: texts.map(textOnPaper),
      })),
      ...section(
        'Utkast som du inte har skickat',
        draftDays.map((day) => `Sparat den ${dayWithYear(day)}`),
      ),
      ...section(
        'Dina inloggningar',
        signIns.map((one) => `${moment(one.at)}, genom ${one.issuer}${one.isOver ? '' : ', pågår'}`),
      ),
      {
        title: 'Det som inte står här',
        when: '',
        texts: [...(me.kind === 'family' ? [othersText] : []), logText],
      },
    ],
    footer: `Hämtat ${today} av ${name}`,
    watermark: `${name}, ${today} kl ${swedishClock(at)}`,
  }
}

/** `Freja, som slutar på 1234`: never the whole of it. */
const loginText = ({ issuer, tail }: AboutMe['logins'][number]) =>
  tail ? `${issuer}, med en beteckning som slutar på ${tail}` : issuer

/** The same for a machine. */
export const asData = (me: AboutMe) => ({
  watermark: `${me.name}, ${me.at.toISOString()}`,
  name: me.isProtected ? undefined : me.name,
  phones: me.phones.map((phone) => phone.reveal()),
  logins: me.logins.map(({ issuer, tail }) => ({ issuer, endsWith: tail })),
  roles: me.roles,
  guardianOf: me.guarded.map(({ child, ...rest }) => ({ child: nameOf(child.person), ...rest })),
  consents: answersAsData(me.answers),
  written: me.words.map(({ texts, ...rest }) => ({ ...rest, texts: texts.map((text) => text.reveal()) })),
  drafts: me.draftDays,
  signIns: me.signIns.map(({ at, lastSeenAt, ...rest }) => ({
    at: at.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    ...rest,
  })),
})
