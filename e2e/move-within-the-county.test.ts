import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTransitions } from '#modules/handover'
import { runSchoolCheck, schoolsAt } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { giveLisaANumber, lisasNumber } from '#test/reviewers.ts'
import { admin, deps, id, lisa, noon, setClock, world } from '#test/world.ts'
import { type FakeRegister, send, startFakeRegister } from '#tools/fake-register.ts'
import { Cast, telephones } from './cast.ts'
import { browse } from './harness.ts'
import { leadsInTurn } from './in-turn.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const [child, plan] = [paths.child.to(at), paths.plan.show.to(at)]
/** What the registers call the two schools. */
const schools = {
  furuskolan: '10000000-0000-4000-8000-000000000001',
  lillaskolan: '10000000-0000-4000-8000-000000000002',
}
const [goesAlong, stays] = ['Jag vill läsa en hel bok själv.', 'Jag vill att det ska vara lugnt på morgonen.']

/** Furuskolan lies in Lessebo now, and Lillåskolan in Växjö. */
async function inTheTwoMunicipalities() {
  const places = [
    ['furuskolan', '0761', 'Lessebo'],
    ['lillaskolan', '0780', 'Växjö'],
  ] as const
  for (const [unit, code, name] of places) {
    await admin.insertInto('municipality').values({ code, name }).execute()
    await admin.updateTable('unit').set({ municipality_code: code }).where('id', '=', id(unit)).execute()
  }
}

/** Lisa's last day in Lessebo and her first in Växjö, as the school registers have it: each speaks for its own. */
async function registersSay(register: FakeRegister) {
  const enroled = (school: keyof typeof schools, startDate: string, endDate: string | null) => ({
    enroledAt: { id: schools[school], displayName: school },
    ...{ startDate, endDate, cancelled: false },
  })
  const pupil = {
    id: '20000000-0000-4000-8000-000000000001',
    meta: { created: noon.toISOString(), modified: noon.toISOString() },
    givenName: 'Lisa',
    civicNo: { value: lisasNumber.replace('-', ''), nationality: 'SWE' },
    personStatus: 'Aktiv',
    enrolments: [
      enroled('furuskolan', '2024-08-15', '2026-12-18'),
      enroled('lillaskolan', '2027-01-11', null),
    ],
  }
  register.lies((_, response) => send(response, { data: [pupil], pageToken: null }))
  for (const [name, school] of [
    ['lessebo', 'furuskolan'],
    ['vaxjo', 'lillaskolan'],
  ] as const) {
    const units = { [schools[school]]: id(school) }
    await runSchoolCheck(deps, schoolsAt({ name, units, tells: [], ...register.settings }))
  }
}

describe.each(telephones)(
  'from Lessebo to Växjö in the middle of a plan, on a telephone, %s',
  (_, manner) => {
    const cast = new Cast(browsing, manner)
    const { step } = cast
    let register: FakeRegister
    beforeAll(async () => {
      register = await startFakeRegister()
      await world()
      await inTheTwoMunicipalities()
      await giveLisaANumber()
      await lisaWithPlan()
    })
    afterAll(async () => {
      register.stop()
      await cast.end()
    })
    let offered = ''

    step('the schools’ registers say so, and Maja is asked whether it is true', async () => {
      await registersSay(register)
      const maja = await cast.task('maja', 'Läs vad registret säger')
      await maja.sees('Lisa Holmgren', 'Barnet går på Lillåskolan från 11 januari 2027.')
      await cast.findsNothing('eva', new URL(maja.page.url()).pathname)
      await maja.choose('Ska Lisa gå på Lillåskolan?', 'Ja')
      await maja.send('Spara svaret')
      await cast.findsNothing('eva', child)
    })

    step('she gets to think of handing over, and asks Lillåskolan', async () => {
      expect(await runTransitions(deps)).toBe(1)
      const maja = await cast.task('maja', 'Förbered en överlämning')
      await maja.sees('Från 18 december 2026 blir någon annan Barnets bästa-ansvarig')
      await maja.pick('Vem kan hjälpa?', 'Lillåskolan')
      await maja.write('Vad behöver barnet hjälp med', 'Lisa flyttar, och behöver lugna morgnar.')
      await maja.send('Spara')
      offered = new URL(maja.page.url()).pathname
      await maja.follow('Fråga Lillåskolan')
      await maja.sees('Planen stannar hos er och avslutas när Lillåskolan tar emot.')
      await maja.choose('Har familjen sagt ja?', 'Nej, men en regel')
      await maja.pick('Vilken regel?', 'Eleven byter skola (skollagen 3 kap. 12 j §)')
      await maja.weigh('De tar över i januari.', 'Det gäller skolgången.', 'Det är en rad ur planen.')
      await maja.choose('Det här vill Lisa', goesAlong)
      await maja.send('Fråga Lillåskolan')
    })

    step('the plan goes on, and the family sees whose turn it is', async () => {
      for (const who of ['sara', 'lisaSelf'] as const) {
        const seat = await cast.at(who, child)
        await seat.sees('Lillåskolan har fått frågan om att bli nästa', 'Maja Lindgren har ansvaret tills de')
      }
      const ali = await cast.at('ali', plan)
      await ali.sees('Samma morgonbilder i båda hemmen')
      for (const who of ['ali', 'petra', 'sofia'] as const) await cast.findsNothing(who, offered)
    })

    step('after Lisa’s last day in Lessebo Maja is still the one', async () => {
      setClock(new Date('2026-12-21T08:00:00Z'))
      const sara = await cast.at('sara', child)
      await sara.sees('Maja Lindgren på Furuskolan är Barnets bästa-ansvarig.')
      expect(await leadsInTurn(lisa)).toEqual(['Maja'])
    })

    step('Eva in Växjö reads the line that was chosen, and takes over', async () => {
      setClock(new Date('2027-01-11T07:00:00Z'))
      const eva = await cast.task('eva', 'Ta emot en överlämning')
      await eva.sees('Lisa Holmgren', goesAlong)
      expect(await eva.main.textContent()).not.toContain(stays)
      await eva.send('Vi tar emot')
      expect(await leadsInTurn(lisa)).toEqual(['Maja', 'Eva'])
      await cast.findsNothing('ali', plan)
    })

    step('Sara reads that it is Eva, and what the plan said', async () => {
      const sara = await cast.at('sara', child)
      await sara.sees('Barnets bästa-ansvarig', 'Eva Nord, rektor')
      await sara.follow('Barnets plan')
      await sara.sees('Planen är avslutad', stays)
      const maja = await cast.at('maja', paths.handover.kept.to(at))
      await maja.sees('Samma morgonbilder i båda hemmen')
    })

    it('and no browser complains', () => expect(browsing.faults).toEqual([]))
  },
)
