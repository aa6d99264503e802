import type { Deps } from '#shared/db.ts'
import type { Worker } from './county.ts'
import { count } from './figures.ts'
import type { Answer, Crash, Form, Instance, Request } from './instance.ts'
import type { Simulation } from './simulation.ts'

const rates = { crash: 0.05, twice: 0.03 } as const
/** An act is some tens of statements. */
const statements = 25
const kept = 12

export type Act = {
  /** What it is called among the figures. */
  what: string
  who: Worker
  path: string
  form?: Form
}

/**
 * Somebody sends a form, now and then twice at once. The program may die meanwhile: then it is sent again, to the other
 * one that runs. True when it says that it is done.
 */
export async function send(sim: Simulation, act: Act): Promise<boolean> {
  const { chance, figures, instances } = sim
  const request = requestOf(sim, act)
  const [one, other] = chance.happens(0.5) ? instances : [instances[1], instances[0]]
  const crash = mayCrash(sim)
  const isTwice = !crash && chance.happens(rates.twice)
  if (isTwice) figures.sentTwice++
  const answers = await Promise.all([
    asked(sim, act, one, request, crash),
    isTwice ? asked(sim, act, other, request) : undefined,
  ])
  const died = answers[0] === undefined
  if (died) figures.crashes++
  const answer = answers.find(isDone) ?? (died ? await asked(sim, act, other, request) : answers[0])
  note(sim, act, answer)
  return isDone(answer)
}

/** A job is run by one of them, and by the other when that one died meanwhile. */
export async function runJob(sim: Simulation, run: (deps: Deps) => Promise<unknown>): Promise<void> {
  const [one, other] = sim.instances
  const crash = mayCrash(sim)
  if (await one.work(run, crash)) return
  sim.figures.crashes++
  await other.work(run)
}

const mayCrash = ({ chance }: Simulation): Crash | undefined =>
  chance.happens(rates.crash)
    ? { at: 1 + chance.below(statements), answered: chance.happens(0.5) }
    : undefined

/** Two do different things at the same moment, each through a program of their own. */
export async function sendAtOnce(sim: Simulation, one: Act, other: Act): Promise<void> {
  sim.figures.atOnce++
  const requests = [requestOf(sim, one), requestOf(sim, other)] as const
  const [first, second] = await Promise.all([
    asked(sim, one, sim.instances[0], requests[0]),
    asked(sim, other, sim.instances[1], requests[1]),
  ])
  note(sim, one, first)
  note(sim, other, second)
}

/** What somebody sees at an address; undefined when they see nothing. */
export async function look(sim: Simulation, who: Worker, path: string): Promise<Answer | undefined> {
  const instance = sim.instances[sim.chance.below(2) ? 1 : 0]
  const answer = await asked(sim, { what: 'look', who, path }, instance, { cookie: who.cookie, path })
  return answer?.status === 200 ? answer : undefined
}

/** A form as its page would send it. Every act has a moment of its own. */
function requestOf(sim: Simulation, { who, path, form }: Act): Request {
  sim.clock.at = new Date(sim.clock.at.getTime() + 1000)
  return {
    cookie: who.cookie,
    path,
    form: { engagement: who.engagementId, submission: sim.newId(), ...form },
  }
}

async function asked({ figures }: Simulation, { what }: Act, of: Instance, request: Request, crash?: Crash) {
  const answer = await of.ask(request, crash)
  if (answer && answer.status >= 500) count(figures.faults, `${what}: ${answer.status}`)
  return answer
}

const isDone = (answer: Answer | undefined) =>
  answer?.status === 303 && !answer.location.startsWith('/logga-in')

function note({ figures, lately, today }: Simulation, { what, path }: Act, answer: Answer | undefined) {
  count(figures.acts, what)
  const said = isDone(answer) ? 'done' : answer ? reasonOf(answer) : 'died'
  if (!isDone(answer)) count(figures.refused, `${what}: ${said}`)
  const childId = /^\/barn\/([0-9a-f-]{36})/.exec(path)?.[1]
  if (childId) lately.set(childId, [...(lately.get(childId) ?? []), `${today} ${what}: ${said}`].slice(-kept))
}

function reasonOf({ status, location, text }: Answer): string {
  if (status !== 422) return location ? `${status} ${location.split('?')[0]}` : String(status)
  return /id="fel".*?<li>(?:<a[^>]*>)?([^<]+)/s.exec(text)?.[1]?.trim() ?? '422'
}
