import { createApp } from '#app'
import { addDays, type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { Vault } from '#shared/vault.ts'
import { actorName, type Tokens } from './load-sessions.ts'
import { type Fields, fillIn, formsIn, type PageForm, textOf } from './page-forms.ts'

export type Player = {
  /** Opens a page, and answers with it. */
  see: (path: string) => Promise<string>
  /** Opens a page, fills in the form there that has these fields, sends it, and answers with where it led. */
  fill: (path: string, fields: Fields | ((page: string) => Fields)) => Promise<string>
  /** Opens a page and presses a button there, as the form stands. */
  press: (path: string, button: string) => Promise<string>
}

export type Stage = {
  /** Moves the clock on to a day of the story; never past the moment when the demo is loaded. */
  on: (day: number, time?: string) => void
  dateOf: (day: number) => Day
  /** Somebody in the application: at work in a unit, or at home. */
  as: (person: string, unit?: string) => Player
}

const cookieName = 'kb-demo'

/** The application on the days of a story, played by the people in it. */
export function stageFor(deps: Deps, tokens: Tokens, demoDay: Day): Stage {
  const loadedAt = deps.now().getTime()
  let clock = 0
  const moveTo = (moment: number) => {
    clock = Math.min(Math.max(moment, clock + 1), loadedAt)
  }
  const now = () => new Date(clock)
  const app = createApp({ ...deps, now, vault: new Vault({ ...deps, now }) }, { cookieName, demo: true })
  const request = async (actor: string, path: string, body?: URLSearchParams) => {
    moveTo(clock + 60_000)
    const headers = { Cookie: `${cookieName}=${tokens.get(actor)}` }
    return app.request(path, body ? { method: 'POST', headers, body } : { headers })
  }
  const dateOf = (day: number) => workingDay(addDays(demoDay, day), day)
  return {
    on: (day, time = '09:00') => moveTo(swedishMoment(dateOf(day), time).getTime()),
    dateOf,
    as: (person, unit) => playerOf(actorName(person, unit), request),
  }
}

/** What happened some time ago happened on a weekday; the last days are counted as they are, as the sentences say. */
function workingDay(date: Day, day: number): Day {
  if (day >= -3) return date
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, weekday === 6 ? -1 : weekday === 0 ? 1 : 0)
}

type Request = (actor: string, path: string, body?: URLSearchParams) => Promise<Response>

function playerOf(actor: string, request: Request): Player {
  const see = async (path: string) => {
    const answer = await request(actor, path)
    if (answer.status !== 200) throw new Error(`${actor} opened ${path} and got ${answer.status}`)
    return answer.text()
  }
  const send = async (path: string, form: PageForm, fields: Fields) => {
    const target = form.action ?? path
    const answer = await request(actor, target, fillIn(form, fields))
    const led = answer.headers.get('location')
    if (answer.status === 303 && led) return led
    throw new Error(`${actor} sent ${target} and got ${answer.status}: ${errorsIn(await answer.text())}`)
  }
  const fill: Player['fill'] = async (path, what) => {
    const page = await see(path)
    const forms = formsIn(page)
    const fields = typeof what === 'function' ? what(page) : what
    const wanted = Object.keys(fields).filter((name) => fields[name] !== undefined)
    const form = forms.find(({ names }) => wanted.every((name) => names.has(name)))
    if (!form) throw new Error(`${actor} cannot fill in ${path}: ${missing(forms, wanted)}`)
    return send(path, form, fields)
  }
  const press: Player['press'] = async (path, button) => {
    const form = formsIn(await see(path)).find(({ buttons }) => buttons.includes(button))
    if (!form) throw new Error(`${actor} sees no ${button} at ${path}`)
    return send(path, form, {})
  }
  return { see, fill, press }
}

const errorsIn = (html: string) =>
  textOf(/<section class="ds-error-summary".*?<\/section>/s.exec(html)?.[0] ?? html).slice(0, 1000)

/** What the form that fits best lacks. */
function missing(forms: readonly PageForm[], wanted: readonly string[]): string {
  const lacks = forms.map(({ names }) => wanted.filter((name) => !names.has(name)))
  const [least = wanted] = lacks.toSorted((a, b) => a.length - b.length)
  return `no field for ${least.join(', ')}`
}
