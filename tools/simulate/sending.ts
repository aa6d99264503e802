import type { Worker } from './county.ts'
import type { Answer, Crash } from './instance.ts'
import type { Simulation } from './simulation.ts'

const rates = { crash: 0.02, twice: 0.02 } as const
const kept = 12

/** Somebody sends a form. The program may die meanwhile: then it is sent again to the other one that runs. */
export async function send(
  sim: Simulation,
  what: string,
  who: Worker,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { chance, figures, instances } = sim
  sim.clock.at = new Date(sim.clock.at.getTime() + 1000)
  const whole = { engagement: who.engagementId, submission: sim.newId(), ...form }
  const request = { cookie: who.cookie, path, form: whole }
  const [one, other] = chance.happens(0.5) ? instances : [instances[1], instances[0]]
  const crash: Crash | undefined = chance.happens(rates.crash)
    ? { at: 1 + chance.below(40), answered: chance.happens(0.5) }
    : undefined
  const isTwice = !crash && chance.happens(rates.twice)
  if (isTwice) figures.sentTwice++
  const [first, second] = await Promise.all([
    one.ask(request, crash),
    isTwice ? other.ask(request) : undefined,
  ])
  if (!first) figures.crashes++
  const answer = first ?? (await other.ask(request))
  const done = [answer, second].some(isDone)
  note(sim, what, path, done, answer)
  return done
}

/** Two do different things at the same moment, each through a program of their own. */
export async function atOnce(
  sim: Simulation,
  acts: readonly { what: string; who: Worker; path: string }[],
): Promise<void> {
  sim.clock.at = new Date(sim.clock.at.getTime() + 1000)
  sim.figures.atOnce++
  const ask = async ({ what, who, path }: (typeof acts)[number], n: number) => {
    const form = { engagement: who.engagementId, submission: sim.newId() }
    const answer = await sim.instances[n % 2 ? 1 : 0].ask({ cookie: who.cookie, path, form })
    note(sim, what, path, isDone(answer), answer)
  }
  await Promise.all(acts.map(ask))
}

/** What somebody sees at an address; undefined when they see nothing. */
export async function look(sim: Simulation, who: Worker, path: string): Promise<Answer | undefined> {
  const answer = await sim.instances[sim.chance.below(2) ? 1 : 0].ask({ cookie: who.cookie, path })
  return answer?.status === 200 ? answer : undefined
}

const isDone = (answer: Answer | undefined) =>
  answer?.status === 303 && !answer.location.startsWith('/logga-in')

function note(
  { figures, lately, today }: Simulation,
  what: string,
  path: string,
  done: boolean,
  answer?: Answer,
) {
  figures.acts[what] = (figures.acts[what] ?? 0) + 1
  const said = done ? 'done' : answer ? reasonOf(answer) : 'died twice'
  if (!done) figures.refused[`${what}: ${said}`] = (figures.refused[`${what}: ${said}`] ?? 0) + 1
  const childId = /^\/barn\/([0-9a-f-]{36})/.exec(path)?.[1]
  if (childId) lately.set(childId, [...(lately.get(childId) ?? []), `${today} ${what}: ${said}`].slice(-kept))
}

function reasonOf({ status, location, text }: Answer): string {
  if (status !== 422) return location ? `${status} ${location.split('?')[0]}` : String(status)
  const said = /-fel"[^>]*>(?:\s|<[^>]*>)*([^<]+)/.exec(text)?.[1]
  return said?.trim() ?? '422'
}
