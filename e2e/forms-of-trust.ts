import type { Page } from 'playwright-core'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { answers, askFamily, sheet } from '#test/consents.ts'
import { appointReviewers, giveLisaANumber, lisasNumber } from '#test/reviewers.ts'
import { admin, as, id, inHours, lisa, type Person, setClock } from '#test/world.ts'

const at = { childId: lisa }

/** A form that trust rests on, as one person meets it. */
export type TrustForm = {
  act: string
  who: Person
  arrange: () => Promise<unknown>
  page: () => Promise<string>
  fill: (page: Page) => Promise<unknown>
  button: string
  /** What tells that it is done, of a form that people go back to. */
  done?: string
  /** What tells whoever sends it once more, from a page that stood open, that it was done already. */
  again: string
  made: () => Promise<number>
  /** The words of the errors when nothing is filled in; left out where the form is a button, or folded away. */
  wrong?: readonly string[]
  /** Something that is written in the form. */
  written?: string
}

const rowsOf =
  (table: 'consent_answer' | 'access_grant' | 'sharing_reason' | 'extract_request') => async () =>
    (await admin.selectFrom(table).selectAll().execute()).length

async function lisaSaid() {
  await openMatter()
  await tellFamily('sara', 'jonas')
  const said = {
    voice: 'child',
    readers: 'meeting',
    area: 'home',
    working: 'Vi läser.',
    submission: id('said'),
  }
  await as('maja').post(paths.wheel.addStatement.to(at), said)
}
const tick = (page: Page, name: string) => page.locator(`[name="${name}"]`).first().check()
const write = (page: Page, name: string, text: string) => page.locator(`[name="${name}"]`).fill(text)
const showing = `${paths.sharing.open.to(at)}?vad=${id('said')}`

const sentences = ['necessary', 'relevant', 'proportionate'] as const
async function shownInEmergency() {
  await lisaSaid()
  await as('maja').post(paths.sharing.open.to(at), {
    items: `${id('said')}.1`,
    otherUnit: id('elevhalsan'),
    ground: 'nod',
    informed: 'told',
    informedHow: 'Vi ringde.',
  })
}
async function explaining(): Promise<string> {
  const grants = admin.selectFrom('access_grant').select('id').where('legal_ground', '=', 'nod')
  return paths.sharing.explain.to({ ...at, grantId: (await grants.executeTakeFirstOrThrow()).id })
}

async function aliHasRead() {
  await lisaWithPlan()
  await as('ali').get(paths.plan.show.to(at))
  setClock(inHours(24))
}
async function asking(): Promise<string> {
  const log = paths.readerLog.show.to(at)
  const [, line = ''] = /fraga=([0-9a-f-]{36})/.exec(await (await as('sara').get(log)).text()) ?? []
  return `${log}?fraga=${line}`
}

export const forms: readonly TrustForm[] = [
  {
    act: 'Sara says yes',
    who: 'sara',
    arrange: async () => {
      await openMatter()
      await tellFamily('sara', 'jonas')
      await askFamily(['familjestod'])
    },
    page: async () => sheet,
    fill: (page) => tick(page, `answer-${id('familjestod')}`),
    button: 'Skicka mitt svar',
    done: 'Tack. Så här är det nu.',
    again: 'du har sagt ja',
    made: rowsOf('consent_answer'),
    wrong: ['Välj ja eller nej för minst en verksamhet'],
  },
  {
    act: 'Sara takes her yes back',
    who: 'sara',
    arrange: async () => {
      await openMatter()
      await tellFamily('sara', 'jonas')
      await askFamily(['familjestod'])
      await answers('jonas', { familjestod: 'yes' })
      await answers('sara', { familjestod: 'yes' })
    },
    page: async () => sheet,
    fill: async () => {},
    button: 'Ta tillbaka för Familjestöd Alvesta',
    done: 'gäller inte längre',
    again: 'gäller inte längre',
    made: async () => (await rowsOf('consent_answer')()) - 2,
  },
  {
    act: 'Maja shares what Lisa said with her mother',
    who: 'maja',
    arrange: lisaSaid,
    page: async () => showing,
    fill: async () => {},
    button: 'Visa',
    done: 'Det här visas nu',
    again: 'Det visas redan',
    // To mother and father.
    made: async () => (await rowsOf('access_grant')()) / 2,
  },
  {
    act: 'Maja writes why it could not wait',
    who: 'maja',
    arrange: shownInEmergency,
    page: explaining,
    fill: async (page) => {
      for (const name of sentences) await write(page, name, 'Lisa svimmade.')
    },
    button: 'Spara',
    again: 'Det var redan skrivet',
    made: rowsOf('sharing_reason'),
    wrong: ['Skriv'],
    written: 'Lisa svimmade.',
  },
  {
    act: 'Eva opens a plan in an emergency',
    who: 'eva',
    arrange: async () => {
      await lisaWithPlan()
      await giveLisaANumber()
      await appointReviewers()
    },
    page: async () => paths.emergency.ask.to({}),
    fill: async (page) => {
      await write(page, 'number', lisasNumber)
      await tick(page, 'ground')
      await write(page, 'why', 'Lisa står ensam på stationen.')
    },
    button: 'Visa planen',
    done: 'öppen för dig till klockan 13.00',
    again: 'öppen för dig till klockan 13.00',
    made: async () => (await admin.selectFrom('break_glass').select('id').execute()).length,
    wrong: ['Skriv barnets personnummer', 'Välj varför du inte kan vänta', 'Skriv med en mening'],
    written: 'Lisa står ensam på stationen.',
  },
  {
    act: 'Sara asks for an extract',
    who: 'sara',
    arrange: lisaWithPlan,
    page: async () => paths.extract.ask.to(at),
    fill: async () => {},
    button: 'Be om ett utdrag',
    done: 'Furuskolan: på väg.',
    again: 'Furuskolan: på väg.',
    made: async () => ((await rowsOf('extract_request')()) > 0 ? 1 : 0),
  },
  {
    act: 'Maja looks an extract through',
    who: 'maja',
    arrange: async () => {
      await lisaWithPlan()
      await as('sara').post(paths.extract.ask.to(at))
    },
    page: async () => {
      const asked = admin
        .selectFrom('extract_request')
        .select('id')
        .where('secrecy_unit_id', '=', id('wall furuskolan'))
      return paths.extract.review.to({ ...at, requestId: (await asked.executeTakeFirstOrThrow()).id })
    },
    fill: async (page) => {
      for (const part of await page.locator('select').all()) await part.selectOption('give')
    },
    button: 'Lämna ut det valda',
    again: 'Det var redan svarat',
    made: async () => (await admin.selectFrom('extract_release').select('request_id').execute()).length,
    wrong: ['Välj om delen lämnas ut eller hålls inne'],
  },
  {
    act: 'Sara does not agree',
    who: 'sara',
    arrange: lisaWithPlan,
    page: async () => paths.objection.say.to({ ...at, thingId: actions.reading }),
    fill: (page) => write(page, 'words', 'Petra läser inte med henne.'),
    button: 'Skicka',
    done: 'Petra läser inte med henne.',
    again: 'Det här har du redan skickat, och du får svar på det.',
    made: async () => (await admin.selectFrom('objection').select('id').execute()).length,
    wrong: ['Skriv vad som inte stämmer'],
    written: 'Petra läser inte med henne.',
  },
  {
    act: 'Sara asks about a line in the log',
    who: 'sara',
    arrange: aliHasRead,
    page: asking,
    fill: (page) => write(page, 'question', 'Varför läste ni?'),
    button: 'Skicka frågan',
    again: 'Det här har du redan frågat',
    made: async () => (await admin.selectFrom('reading_question').select('id').execute()).length,
    wrong: ['Skriv vad du undrar.'],
    written: 'Varför läste ni?',
  },
  {
    act: 'Ali holds back what was read',
    who: 'ali',
    arrange: aliHasRead,
    page: async () => paths.readerLog.hold.to(at),
    fill: async (page) => {
      const folded = page.locator('summary', { hasText: 'Låt något inte synas' })
      if (!(await page.locator('[name=why]').isVisible())) await folded.click()
      await tick(page, 'ground')
      await write(page, 'why', 'Det kan visa var Lisa är.')
      await write(page, 'again', '2027-02-01')
    },
    button: 'Spara',
    again: 'De dagarna syns redan inte.',
    made: async () => (await admin.selectFrom('reading_hold').select('id').execute()).length,
    written: 'Det kan visa var Lisa är.',
  },
]
