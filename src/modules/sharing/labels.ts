import { areaNames } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import { nameOf, type Person } from '#shared/person.ts'
import type { ConsentAnswerKind, ConsentWay, PartyPart, WheelArea } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'
import type { LineState, OwnState } from './consent.ts'
import type { Sheet, Signer } from './sheet.ts'
import { inWords } from './words.ts'

/** Where a unit's consent stands, in words, for those who carry the matter. */
export const leadStateText = (state: LineState, { lastDay }: Sheet): string =>
  ({
    waiting: 'väntar på svar',
    all_yes: 'alla har sagt ja',
    declined: 'någon har tackat nej',
    ended: 'gäller inte längre',
    in_force: `gäller till och med den ${dayWithYear(lastDay)}`,
  })[state]

/** The same for a signer, who knows only of itself. */
export const ownStateText = (state: OwnState, { lastDay }: Sheet): string =>
  ({
    waiting: say('väntar på ditt svar'),
    said_yes: say('du har sagt ja, men ingen där läser något än'),
    declined: say('du har tackat nej'),
    ended: say('gäller inte längre'),
    in_force: say('gäller till och med den {day}', { day: dayWithYear(lastDay) }),
  })[state]

export const stateMarks = {
  waiting: 'later',
  said_yes: 'ongoing',
  all_yes: 'ongoing',
  in_force: 'done',
  declined: 'ended',
  ended: 'ended',
} as const satisfies Record<LineState | OwnState, string>

export const answerWords: Readonly<Record<ConsentAnswerKind, string>> = {
  yes: message('ja'),
  no: message('nej'),
  withdrawn: message('har tagit tillbaka sitt ja'),
}

export const wayWords: Readonly<Record<ConsentWay, string>> = {
  in_app: message('här i Kronobarn'),
  paper: message('på papper'),
  oral: message('muntligt'),
  telephone: message('på telefon'),
}

export const partWords: Readonly<Record<PartyPart, string>> = {
  whole: 'hela planen',
  own: 'bara sin egen del',
}

/** `Hemmet och Lärande`. */
export const areaWords = (areas: readonly WheelArea[]): string =>
  inWords(areas.map((area) => areaNames.names[area]))

/** `Sara Holmgren (mamma)`, or the child's own name. */
export const signerName = ({ isChild, person, called }: Signer, child: Person): string => {
  const name = isChild || !person ? nameOf(child) : nameOf(person)
  return called ? `${name} (${called})` : name
}
