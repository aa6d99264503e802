import type { Act } from '#modules/audit'
import type { UnitKind } from '#shared/schema.ts'

// What the family reads of each reading. Which act is told in which words stands in the database (`reading_act`), which
// decides what may be seen; a test holds the lists together and fails when an act that reads is in neither.

/** Of whom it is told: `Lisa` and `Lisa har`, or to the child itself `dig` and `du har`. */
export type Of = { of: string; has: string }

type Words = { does: (to: Of) => string; why: (to: Of) => string }
const words = (does: string | Words['does'], why: string | Words['why']): Words => ({
  does: typeof does === 'string' ? () => does : does,
  why: typeof why === 'string' ? () => why : why,
})

export const readings = {
  child: words(({ of }) => `läste sidan om ${of}`, 'för att se vad som händer sen'),
  together: words(({ of }) => `läste tillsammans med ${of}`, 'för att prata om hur det går'),
  timeline: words('läste vad som har hänt', 'för att minnas vad som är gjort'),
  family: words(({ of }) => `läste vilka som finns runt ${of}`, 'för att veta vem de kan prata med'),
  noticing: words(({ of }) => `läste något som någon har berättat om ${of}`, 'för att kunna hjälpa'),
  wheel: words('läste i hjulet', ({ has }) => `för att förstå hur ${has} det`),
  analysis: words('läste det som är samlat', 'för att välja hur de kan hjälpa'),
  question: words(({ of }) => `läste en fråga om ${of}`, 'för att kunna svara'),
  support: words('läste om hjälpen', 'för att se om den fungerar'),
  handover: words('läste det som följer med till ett nytt ställe', 'för att lämna över eller ta emot'),
  kept: words('läste det som de skrev förut', 'för att minnas vad som är gjort'),
  consent: words('läste vad familjen har svarat om att dela', 'för att veta vad de får berätta'),
  'who-sees': words('läste vem som ser vad', 'för att kunna svara på frågor'),
  meeting: words('läste om mötet', 'inför mötet'),
  'meeting-notes': words('läste det som är skrivet från mötet', 'för att skriva det som bestämdes'),
  plan: words('läste planen', 'för att veta vem som gör vad'),
  'plan-print': words('skrev ut planen', 'för att ha den på papper'),
  'plan-writing': words('läste planen', 'för att skriva i den'),
  'plan-agree': words('läste planen', 'för att säga om de är med på den'),
  'plan-follow-up': words('läste planen', 'inför uppföljningen'),
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
  midwifery: 'i mödravården',
  child_health: 'på BVC',
  preschool: 'på en förskola',
  compulsory_school: 'på en skola',
  upper_secondary_school: 'på ett gymnasium',
  activity_responsibility: 'i kommunen',
  pupil_health: 'i elevhälsan',
  primary_care: 'på en vårdcentral',
  child_psychiatry: 'på BUP',
  habilitation: 'i habiliteringen',
  youth_clinic: 'på en ungdomsmottagning',
  social_services: 'i socialtjänsten',
  police: 'hos polisen',
  civil_society: 'i en förening',
  reception: 'i kommunen',
}

type Reader = {
  unitName: string | undefined
  unitKind: UnitKind | undefined
  title?: string | undefined
  name?: string | undefined
}

/** `på Furuskolan`, or `på en skola`. */
export const placeText = ({ unitName, unitKind }: Reader): string =>
  unitName ? `på ${unitName}` : unitKind ? kindPlaces[unitKind] : ''

const article = (title: string) => (/(biträde|ombud|stöd)$/.test(title) ? 'Ett' : 'En')

/** `En skolsköterska på Älghults skola`, or with the name where the controller shows it. */
export function whoText(reader: Reader): string {
  const { name, title = 'person' } = reader
  return name ? `${name}, ${title} ${placeText(reader)},` : `${article(title)} ${title} ${placeText(reader)}`
}

/** `läste planen, för att skriva i den och inför uppföljningen`: each thing once, with all that it was for. */
export function whatAndWhy(codes: readonly ReadingCode[], to: Of): string[] {
  const whats = [...new Set(codes.map((code) => readings[code].does(to)))]
  return whats.map((what) => {
    const whys = codes
      .filter((code) => readings[code].does(to) === what)
      .map((code) => readings[code].why(to))
    return `${what}, ${[...new Set(whys)].join(' och ')}`
  })
}

/** `läste planen, i hjulet`: each thing once. */
export function whatOnly(codes: readonly ReadingCode[], to: Of): string {
  const whats = [...new Set(codes.map((code) => readings[code].does(to)))]
  return whats.map((what, place) => (place === 0 ? what : what.replace(/^läste /, ''))).join(', ')
}
