import type { Line, PrintedExtract } from '#modules/documents'
import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { message } from '#ui/message.ts'
import { listed, say } from '#ui/say.tsx'
import { times } from '../about.parts.tsx'
import { answerLines, answersAsData } from '../answers.parts.tsx'
import { textOnPaper } from '../text.parts.tsx'
import type { AboutMe } from './about-me.ts'

const moment = (at: Date) =>
  say('den {day} kl {clock}', { day: dayWithYear(swedishDay(at)), clock: swedishClock(at) })

/** What others have written is in nobody's extract about themselves. */
const othersText = message(
  'Det som andra har skrivit i ett barns papper kan handla också om dig. Det går någon igenom först: be om ett utdrag på barnets sida.',
)
export const logText = message(
  'Allt som du har öppnat och sparat står i en logg som ingen kan ändra. Den lämnas ut av den organisation som den hör till.',
)

/** Everything, in words. */
export function onPaper(me: AboutMe): PrintedExtract {
  const { name, at, isProtected, logins, roles, guarded, words, signIns, draftDays } = me
  const today = swedishDay(at)
  const called = (childId: string) => {
    const child = me.names.get(childId)
    return child ? nameOf(child.person) : ''
  }
  const section = (title: string, texts: readonly Line[]) =>
    texts.length > 0 ? [{ title: say(title), when: '', texts }] : []
  return {
    name,
    kicker: say('Det som finns om mig'),
    lead: say('Det här är vad Kronobarn har om dig {day}.', { day: dayWithYear(today) }),
    parts: [
      ...section(message('Vem du är'), [
        isProtected
          ? say('Ditt namn är skyddat och skrivs inte på papper.')
          : [say('Namn:'), { written: name }],
        ...me.phones.map((phone) => [say('Telefon:'), { written: phone.reveal() }]),
        ...logins.map(loginText),
        say('Ditt personnummer sparas inte här i klartext. Den som intygar vem du är har det.'),
      ]),
      ...section(message('Där du arbetar'), roles.flatMap(roleLines)),
      ...section(message('Barn som du är vårdnadshavare för'), guarded.map(guardedLine)),
      ...section(message('Det du har svarat om att dela'), answerLines(me.answers)),
      ...words.map(({ childId, title, day, texts }) => ({
        title: say(title),
        when: listed([dayWithYear(day), called(childId)].filter(Boolean)),
        texts: texts.flatMap(textOnPaper),
      })),
      ...section(
        message('Utkast som du inte har skickat'),
        draftDays.map((day) => say('Sparat den {day}', { day: dayWithYear(day) })),
      ),
      ...section(message('Dina inloggningar'), signIns.map(signInLine)),
      {
        title: say('Det som inte står här'),
        when: '',
        texts: [...(me.kind === 'family' ? [say(othersText)] : []), say(logText)],
      },
    ],
    footer: say('Hämtat {day} av {name}', { day: dayWithYear(today), name }),
    watermark: say('{who}, {day} kl {clock}', {
      who: name,
      day: dayWithYear(today),
      clock: swedishClock(at),
    }),
  }
}

/** `Freja, med en beteckning som slutar på 1234`: never the whole of it. */
const loginText = ({ issuer, tail }: AboutMe['logins'][number]) =>
  tail
    ? say('Legitimerad av {issuer}, med en beteckning som slutar på {tail}', { issuer, tail })
    : say('Legitimerad av {issuer}', { issuer })

const roleLines = ({ title, unit, phone, ...spell }: AboutMe['roles'][number]): Line[] => [
  listed([title, unit, times(spell)]),
  ...(phone ? [[say('Telefon:'), { written: phone }]] : []),
]

const guardedLine = ({ child, called, source, from }: AboutMe['guarded'][number]): Line => [
  say('{name}: du kallas {called}, {times}.', { name: nameOf(child.person), called, times: times({ from }) }),
  say('Uppgiften kommer från: {source}', { source }),
]

const signInLine = ({ at, issuer, isOver }: AboutMe['signIns'][number]): string => {
  const line = say('{when}, genom {issuer}', { when: moment(at), issuer })
  return isOver ? line : `${line} ${say('(pågår)')}`
}

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
