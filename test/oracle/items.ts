import { sql } from 'kysely'
import { idTables } from '#test/id-tables.ts'
import { inside } from '#test/noninterference/happens-inside.ts'
import { aroundPlan } from '#test/noninterference/happens-plan.ts'
import { say } from '#test/noninterference/rows.ts'
import { admin, id, lisa, type Person } from '#test/world.ts'
import { actionOf, type Facts } from './facts.ts'
import { type Place, placeOf } from './oracle.ts'

const county = {
  petra: 'none' as const,
  stigWorks: false,
  parts: { ali: 'whole' as const, sofia: 'none' as const, ingrid: 'own' as const },
  told: [],
  barred: [],
  has: [],
}

/** One thing of each kind around Lisa, beside the plan and the consents. Ali, Sara and Jonas are asked to the meeting. */
export async function arrangeItems(): Promise<void> {
  await aroundPlan['a meeting']?.happens(county)
  for (const name of ['support in the school', 'a hand-over that is being prepared', 'a question to BVC'])
    await inside[name]?.happens(county)
  await say({ name: 'view', by: 'maja', voice: 'professional', speaker: 'maja', words: 'Lisa läser gärna' })
}

type Rule = (facts: Facts, who: Person, item: string) => boolean

const isOne =
  (...places: readonly Place[]): Rule =>
  (facts, who) =>
    places.includes(placeOf(facts, who))
const carries = isOne('carries')
/** The BBA and the function's holders; Petra works with Lisa and decides nothing. */
const decides: Rule = (facts, who, item) => carries(facts, who, item) && who !== 'petra'
const family = isOne('family')
const nobody: Rule = () => false
/** Asked by the school and answered by Birgit, who learns of nothing else, and reads the question for as long as the yes holds. */
const asked: Rule = (facts, who, item) =>
  carries(facts, who, item) || (who === 'birgit' && facts.daysLater < 90)
/** Lisa, who is eight, signs nothing: her guardians do. */
const signs: Rule = (facts, who, item) => family(facts, who, item) && who !== 'lisaSelf'
/** A whole party sees every meeting; one with its own part those that it is asked to. */
const comes: Rule = (facts, who, item) =>
  isOne('carries', 'whole', 'family')(facts, who, item) || (who === 'ali' && isOne('own')(facts, who, item))

/** Whom the page of each thing opens for, said once more by hand. */
export const pagesOfItems: Readonly<Record<string, Rule>> = {
  '/barn/:childId/hjulet/:itemId': carries,
  // Only of what the child has said.
  '/barn/:childId/hjulet/:itemId/lasare': nobody,
  '/barn/:childId/fragor/:itemId': asked,
  '/barn/:childId/fragor/:itemId/telefon': asked,
  '/barn/:childId/fragor/:itemId/ta-emot': asked,
  '/barn/:childId/stod/:itemId': carries,
  '/barn/:childId/stod/:itemId/avsluta': carries,
  '/barn/:childId/overlamning/:handoverId': carries,
  '/barn/:childId/overlamning/:handoverId/erbjud': decides,
  '/barn/:childId/overlamning/:handoverId/ta-emot': carries,
  '/barn/:childId/overlamning/:handoverId/skicka-tillbaka': carries,
  '/barn/:childId/overlamning/:handoverId/ta-tillbaka': carries,
  '/barn/:childId/samtycke/:consentId': (...asking) => carries(...asking) || signs(...asking),
  '/barn/:childId/samtycke/:consentId/svar': carries,
  // Nothing here was shared in an emergency.
  '/barn/:childId/delning/:grantId/varfor': nobody,
  // There are actions and no goals.
  '/barn/:childId/plan/mal/:partId': nobody,
  '/barn/:childId/plan/insatser/:partId': carries,
  '/barn/:childId/mote/:meetingId': comes,
  '/barn/:childId/mote/:meetingId/svar': (facts, who, item) =>
    comes(facts, who, item) && who !== 'ingrid' && who !== 'sofia',
  // It has not been held.
  '/barn/:childId/mote/:meetingId/mina-ord': nobody,
  '/barn/:childId/mote/:meetingId/anteckna': carries,
  '/barn/:childId/mote/:meetingId/andra': carries,
  '/barn/:childId/mote/:meetingId/fler': carries,
  // Nobody is chosen to print for.
  '/barn/:childId/mote/:meetingId/inbjudan': nobody,
  '/barn/:childId/mote/:meetingId/papper': carries,
  // None is made here.
  '/barn/:childId/mote/:meetingId/papper/pdf': nobody,
  // Lisa has no brother or sister here.
  '/barn/:childId/mote/:meetingId/syskon': nobody,
  // A guardian who may not know of it, and Lisa herself when one of them may not, cannot object to it either.
  '/barn/:childId/haller-inte-med/:thingId': (facts, who, item) =>
    family(facts, who, item) && !(item === actionOf('school') && isBarred(facts, who)),
}

const isBarred = (facts: Facts, who: Person) =>
  who === 'lisaSelf' ? facts.barredAction.length > 0 : facts.barredAction.some((guardian) => guardian === who)

/** Of these there is none in the county; their own tests try them. */
export const withoutItems = [
  '/barn/:childId/skrev/:messageId',
  '/barn/:childId/hur-var-det/:occasionId',
  '/barn/:childId/hur-var-det/:occasionId/rakna',
  '/barn/:childId/hur-var-det/:occasionId/lappar',
  '/barn/:childId/papper/:paperId',
  '/barn/:childId/papper/:paperId/pdf',
  '/barn/:childId/uppmarksammat/:itemId',
  '/barn/:childId/skydd/:markId/svara',
  '/barn/:childId/skydd/:markId/upphor',
  '/barn/:childId/skydd/:markId/visa',
  '/barn/:childId/vem-har-last/:questionId',
  '/barn/:childId/registret/:saysId',
  '/barn/:childId/svara-familjen/:objectionId',
  '/barn/:childId/annan-ansvarig/:requestId',
  '/barn/:childId/registerutdrag/:requestId/pdf',
  '/barn/:childId/registerutdrag/:requestId/json',
  '/barn/:childId/registerutdrag/:requestId/granska',
]

/** The ids that an address can hold in this county, and one that is none. */
export async function idsIn(pattern: string): Promise<string[]> {
  const [before = ''] = pattern.split(/:(?!childId)/)
  const found = idTables.find(([name]) => before.endsWith(name))
  if (!found) throw new Error(`no table of ids for ${pattern}`)
  const [, table, column] = found
  const { rows } = await sql<{ id: string }>`
    select distinct ${sql.ref(column)} as id from ${sql.table(table)} where child_id = ${lisa} order by 1`.execute(
    admin,
  )
  return [...rows.map((row) => row.id), missing]
}
export const missing = id('nothing at all')
