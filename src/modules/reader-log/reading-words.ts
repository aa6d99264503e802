import type { Act } from '#modules/audit'
import type { UnitKind } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { say, together } from '#ui/say.tsx'

// What the family reads of each reading. Which act is told in which words stands in the database (`reading_act`), which
// decides what may be seen; a test holds the lists together and fails when an act that reads is in neither.

/** Of whom it is told: of the child, by its given name, or to the child itself. */
export type Of = { self: boolean; call: string }

type Words = { does: (to: Of) => string; why: (to: Of) => string }
const told = (text: string | Words['does']) => (typeof text === 'string' ? () => say(text) : text)
const words = (does: string | Words['does'], why: string | Words['why']): Words => ({
  does: told(does),
  why: told(why),
})

export const readings = {
  child: words(
    ({ self, call }) => (self ? say('läste sidan om dig') : say('läste sidan om {name}', { name: call })),
    message('för att se vad som händer sen'),
  ),
  paper: words(message('läste om mötet och planen'), message('för att förbereda sig')),
  together: words(
    ({ self, call }) =>
      self ? say('läste tillsammans med dig') : say('läste tillsammans med {name}', { name: call }),
    message('för att prata om hur det går'),
  ),
  timeline: words(message('läste vad som har hänt'), message('för att minnas vad som är gjort')),
  family: words(
    ({ self, call }) =>
      self ? say('läste vilka som finns runt dig') : say('läste vilka som finns runt {name}', { name: call }),
    message('för att veta vem de kan prata med'),
  ),
  noticing: words(
    ({ self, call }) =>
      self
        ? say('läste något som någon har berättat om dig')
        : say('läste något som någon har berättat om {name}', { name: call }),
    message('för att kunna hjälpa'),
  ),
  wheel: words(message('läste i hjulet'), ({ self, call }) =>
    self ? say('för att förstå hur du har det') : say('för att förstå hur {name} har det', { name: call }),
  ),
  analysis: words(message('läste det som är samlat'), message('för att välja hur de kan hjälpa')),
  question: words(
    ({ self, call }) =>
      self ? say('läste en fråga om dig') : say('läste en fråga om {name}', { name: call }),
    message('för att kunna svara'),
  ),
  support: words(message('läste om hjälpen'), message('för att se om den fungerar')),
  handover: words(
    message('läste det som följer med till ett nytt ställe'),
    message('för att lämna över eller ta emot'),
  ),
  kept: words(message('läste det som de skrev förut'), message('för att minnas vad som är gjort')),
  consent: words(
    message('läste vad familjen har svarat om att dela'),
    message('för att veta vad de får berätta'),
  ),
  'who-sees': words(message('läste vem som ser vad'), message('för att kunna svara på frågor')),
  meeting: words(message('läste om mötet'), message('inför mötet')),
  'meeting-print': words(
    message('skrev ut inbjudan till mötet'),
    message('för att någon skulle få den på papper'),
  ),
  'meeting-notes': words(
    message('läste det som är skrivet från mötet'),
    message('för att skriva det som bestämdes'),
  ),
  plan: words(message('läste planen'), message('för att veta vem som gör vad')),
  bright: words(message('läste ljusglimtarna'), message('för att se vad som har gått bra')),
  'plan-print': words(message('skrev ut planen'), message('för att ha den på papper')),
  'plan-writing': words(message('läste planen'), message('för att skriva i den')),
  'plan-agree': words(message('läste planen'), message('för att säga om de är med på den')),
  'plan-follow-up': words(message('läste planen'), message('inför uppföljningen')),
} as const satisfies Record<string, Words>

export type ReadingCode = keyof typeof readings

export const isReading = (code: string): code is ReadingCode => code in readings

const aboutNobody = 'about no child'
const familysOwn = 'only the family opens it, and its own readings are its own'
const nameOnly = 'a name and a next step, nothing of what is written'
const emptyForm = 'an empty form: what has been read before stands under its own page'
const mustNotTell = 'would tell that somebody is barred or protected, or about to tell something'

/** Acts that read and are not told, each with why. */
export const untold: Readonly<Partial<Record<Act, string>>> = {
  'address.unknown': aboutNobody,
  'session.home': aboutNobody,
  'session.stay': aboutNobody,
  'session.list': aboutNobody,
  'session.open-again': aboutNobody,
  'session.choose-unit': aboutNobody,
  'draft.show': 'one’s own words, not sent yet',
  'directory.search': aboutNobody,
  'directory.map': aboutNobody,
  'directory.show': aboutNobody,
  'directory.open-write': aboutNobody,
  'directory.versions': aboutNobody,
  'consultation.list': aboutNobody,
  'consultation.open-ask': aboutNobody,
  'consultation.show': 'no child is named in it; whom it has been tied to is a name, on the child’s own page',
  'directory.open-times': aboutNobody,
  'session.open-undertaking': aboutNobody,
  'organisation.show': aboutNobody,
  'organisation.open-new-unit': aboutNobody,
  'organisation.open-unit': aboutNobody,
  'organisation.open-close-unit': aboutNobody,
  'organisation.open-new-person': aboutNobody,
  'organisation.open-new-employment': aboutNobody,
  'organisation.open-person': aboutNobody,
  'organisation.open-end-person': aboutNobody,
  'organisation.open-function': aboutNobody,
  'organisation.open-proposal': aboutNobody,
  'organisation.open-import': aboutNobody,
  'organisation.preview-import': aboutNobody,
  'organisation.open-directory': aboutNobody,
  'scim.list': aboutNobody,
  'scim.show': aboutNobody,
  'absence.open-mine': aboutNobody,
  'absence.show-unit': aboutNobody,
  'absence.open-colleague': aboutNobody,
  'absence.open-closed': aboutNobody,
  'tasks.list-unheld': nameOnly,
  'children.list': nameOnly,
  'childs-door.open-hand-over': nameOnly,
  'childs-door.open-write': emptyForm,
  'meeting-paper.open-make': emptyForm,
  'meeting-paper.print': emptyForm,
  'meeting-paper.open-write': emptyForm,
  'meeting-paper.read-plan': 'told with the page that it begins on',
  'meeting-paper.open-answer': emptyForm,
  'meeting-paper.open-end': emptyForm,
  'childs-door.open-message': 'would tell the family that the child has written',
  'tasks.list': nameOnly,
  'tasks.others': nameOnly,
  'tasks.dates': nameOnly,
  'tasks.load': 'numbers alone, of no child',
  'times.list': aboutNobody,
  'consents.ending': nameOnly,
  'lead.show': nameOnly,
  'lead.open-ask': emptyForm,
  'lead.open-answer': 'would tell one in the family, or the BBA, what another has asked',
  'lead.open-many': nameOnly,
  'noticing.open-form': mustNotTell,
  'noticing.receipt': aboutNobody,
  'family.open-bars': mustNotTell,
  'family.open-guardians': mustNotTell,
  'register-says.open': mustNotTell,
  'particulars.open': 'name, birth date and numbers, nothing of what is written',
  'particulars.open-birth': emptyForm,
  'particulars.open-same-child': 'names that are alike, and why somebody takes them for the same',
  'protection.open': mustNotTell,
  'protection.show-sealed': mustNotTell,
  'protection.open-again': mustNotTell,
  'meeting.open-call': emptyForm,
  'meeting.open-own-words': familysOwn,
  'meeting.open-told': nameOnly,
  'wheel.open-own': emptyForm,
  'wheel.open-start': emptyForm,
  'wheel.open-new-statement': emptyForm,
  'wheel.open-colleagues': nameOnly,
  'wheel.open-ask': emptyForm,
  'wheel.open-ask-adult': emptyForm,
  'answer-link.open': 'the one who was asked opens it without signing in, and reads the question alone',
  'support.open-form': emptyForm,
  'handover.open-form': emptyForm,
  'matter.open-close': emptyForm,
  'consent.open-form': emptyForm,
  'sharing.open-explain': 'one’s own sharing in an emergency, and why',
  'plan.open-start': emptyForm,
  'look-up.open': aboutNobody,
  'break-glass.open-form': emptyForm,
  'break-glass.show': 'told when the reviewer has answered that it harms nobody',
  'review.list': 'a review of the staff, with no child in it',
  'extract.show': familysOwn,
  'extract.take-out': familysOwn,
  'story.show': familysOwn,
  'story.print': familysOwn,
  'extract.open-review': mustNotTell,
  'about-me.show': aboutNobody,
  'about-me.take-out': aboutNobody,
  'objection.open-form': familysOwn,
  'participation.open-count': emptyForm,
  'participation.print-slips': emptyForm,
  'participation.open': 'questions about how it was for the one who answers, and nothing that is written',
  'objection.open': 'would tell one in the family what another has said',
  'register.list': 'no child in it',
  'register.export': 'no child in it',
  'review.open-line': 'a review of the staff: the log’s own rows, and a name',
  'reader-log.show': familysOwn,
  'reader-log.open-question': 'the family’s own question',
  'reader-log.open-holds': mustNotTell,
}

/** Where somebody works, when the unit’s name could tell where somebody is. */
const kindPlaces: Readonly<Record<UnitKind, string>> = {
  midwifery: message('i mödravården'),
  child_health: message('på BVC'),
  preschool: message('på en förskola'),
  compulsory_school: message('på en skola'),
  upper_secondary_school: message('på ett gymnasium'),
  activity_responsibility: message('i kommunen'),
  pupil_health: message('i elevhälsan'),
  primary_care: message('på en vårdcentral'),
  child_psychiatry: message('på BUP'),
  habilitation: message('i habiliteringen'),
  youth_clinic: message('på en ungdomsmottagning'),
  social_services: message('i socialtjänsten'),
  police: message('hos polisen'),
  civil_society: message('i en förening'),
  reception: message('i kommunen'),
}

type Reader = {
  unitName: string | undefined
  unitKind: UnitKind | undefined
  title?: string | undefined
  name?: string | undefined
  readings?: readonly ReadingCode[] | undefined
}

/** `på Furuskolan`, or `på en skola`. */
export function placeText({ unitName, unitKind }: Reader): string {
  if (unitName) return say('på {unit}', { unit: unitName })
  return unitKind ? say(kindPlaces[unitKind]) : ''
}

const isNeuter = (title: string) => /(biträde|ombud|stöd)$/.test(title)

/** `En skolsköterska på Älghults skola`, or with the name where the controller shows it. Nobody knows who held a paper. */
export function whoText(reader: Reader): string {
  if (reader.readings?.includes('paper')) return say('Någon med barnets papper till mötet')
  const { name, title = say('person') } = reader
  const place = placeText(reader)
  if (name) return say('{name}, {title} {place},', { name, title, place })
  return isNeuter(title)
    ? say('Ett {title} {place}', { title, place })
    : say('En {title} {place}', { title, place })
}

/** `läste planen, för att skriva i den och inför uppföljningen`: each thing once, with all that it was for. */
export function whatAndWhy(codes: readonly ReadingCode[], to: Of): string[] {
  const whats = [...new Set(codes.map((code) => readings[code].does(to)))]
  return whats.map((what) => {
    const whys = codes
      .filter((code) => readings[code].does(to) === what)
      .map((code) => readings[code].why(to))
    return say('{what}, {why}', { what, why: together([...new Set(whys)]) })
  })
}

/** `läste planen, i hjulet`: each thing once. */
export function whatOnly(codes: readonly ReadingCode[], to: Of): string {
  const whats = [...new Set(codes.map((code) => readings[code].does(to)))]
  return whats.map((what, place) => (place === 0 ? what : what.replace(/^läste /, ''))).join(', ')
}
