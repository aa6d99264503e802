import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { paths } from '#shared/paths.ts'
import { closes, furuskolan, isAway, isBack } from '#test/absences.ts'
import { lisasMatter } from '#test/arrange.ts'
import { admin, as, assign, deps, engagementOf, id, lisa, newUuid, setClock } from '#test/world.ts'
import { dayFrom, expected, type Model, overlaps, type Worker, works } from './model.ts'

// What happens at a school, by the pages of the people there, and what becomes of it in the model.

type Step = { can: (model: Model) => boolean; does: (model: Model) => Promise<void>; words: string }
class Act implements fc.AsyncCommand<Model, object> {
  readonly step: Step
  readonly after: (model: Model) => Promise<void>
  constructor(step: Step, after: Act['after']) {
    this.step = step
    this.after = after
  }
  check = (model: Model) => this.step.can(model)
  async run(model: Model) {
    await this.step.does(model)
    model.now = new Date(model.now.getTime() + 60_000)
    setClock(model.now)
    await this.after(model)
  }
  toString = () => this.step.words
}

const at = (model: Model, who: Worker) => works(model, who, model.now)
const either = (model: Model) => (['maja', 'stig'] as const).find((who) => at(model, who))

const away = (who: Worker, from: number, length: number, named: 'maja' | 'stig' | undefined): Step => {
  const days = (model: Model) => ({ from: dayFrom(model, from), to: dayFrom(model, from + length) })
  const mine = (model: Model) => model.absences.filter((one) => one.who === who)
  return {
    words: `${who} is away from day ${from} for ${length}, ${named ?? 'nobody'} named`,
    can: (model) => at(model, who) && !overlaps(mine(model), days(model)),
    does: async (model) => {
      const period = days(model)
      const more: Record<string, string> = named ? { standIn: engagementOf(named) } : {}
      expect((await isAway(who, period.from, period.to, more)).status).toBe(303)
      // Rut works elsewhere; nobody stands in for themselves.
      const may = named !== who && who !== 'rut'
      model.absences.push({ who, ...period, named: may ? named : undefined })
    },
  }
}

const back = (who: Worker): Step => ({
  words: `${who} is back`,
  can: (model) => at(model, who),
  does: async (model) => {
    await isBack(who)
    const today = dayFrom(model, 0)
    for (const one of model.absences)
      if (one.who === who && one.to >= today && !one.ended) one.ended = model.now
  },
})

const close = (from: number, length: number): Step => {
  const days = (model: Model) => ({ from: dayFrom(model, from), to: dayFrom(model, from + length) })
  return {
    words: `the school closes from day ${from} for ${length}`,
    can: (model) => either(model) !== undefined && !overlaps(model.closed, days(model)),
    does: async (model) => {
      const period = days(model)
      expect((await closes(either(model) ?? 'maja', period.from, period.to)).status).toBe(303)
      model.closed.push(period)
    },
  }
}

const open: Step = {
  words: 'the school opens',
  can: (model) => either(model) !== undefined,
  does: async (model) => {
    const today = dayFrom(model, 0)
    const rows = await admin.selectFrom('closed_period').select('id').where('ended_at', 'is', null).execute()
    for (const { id: ends } of rows)
      await as(either(model) ?? 'maja').post(paths.absence.unit.to(furuskolan), { ends })
    for (const one of model.closed) if (one.to >= today && !one.ended) one.ended = model.now
  },
}

/** Birgit administers. The last fallback is not let go while something can be noticed to Furuskolan. */
const leave = (who: 'maja' | 'stig' | 'petra' | 'rut', days: number): Step => ({
  words: `${who} leaves after day ${days}`,
  can: (model) => model.lastDay[who] === undefined,
  does: async (model) => {
    const day = dayFrom(model, days)
    const address = paths.organisation.endPerson.to({ engagementId: engagementOf(who) })
    const { status } = await as('birgit').post(address, { when: 'later', day })
    const refused = who === 'rut'
    expect([who, status]).toEqual([who, refused ? 422 : 303])
    if (!refused) model.lastDay[who] = day
  },
})

const give = (to: 'maja' | 'stig' | 'petra'): Step => ({
  words: `${to} becomes responsible`,
  can: (model) => model.tenure.unit === 'furuskolan' && model.tenure.who !== to && at(model, to),
  does: async (model) => {
    await assign(to, lisa, 'work')
    await admin.transaction().execute(async (trx) => {
      await sql`update responsibility set during = tstzrange(lower(during), ${model.now}) where upper_inf(during)`.execute(
        trx,
      )
      await sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
        values (${lisa}, ${newUuid()}, ${lisasMatter}, 'best_interests_lead', ${id('furuskolan')}, ${engagementOf(to)},
          tstzrange(${model.now}, null))`.execute(trx)
    })
    model.tenure = { who: to, unit: 'furuskolan' }
  },
})

/** The whole matter goes to Ali, by whoever is accountable. */
const handOver: Step = {
  words: 'Ali takes over',
  can: (model) =>
    model.tenure.unit === 'furuskolan' &&
    ['maja', 'stig', 'petra'].includes(expected(model, model.now) ?? ''),
  does: async (model) => {
    const giver = expected(model, model.now) ?? 'maja'
    const handoverId = deps.newId()
    const there = { childId: lisa, handoverId }
    const prepared = { submission: handoverId, unit: id('familjestod'), why: 'Stöd hemma.' }
    const offered = {
      basis: 'ground',
      ground: 'ej_men',
      necessary: 'De behövs.',
      relevant: 'Det gäller hemmet.',
      proportionate: 'Bara det som behövs.',
    }
    const said = [
      await as(giver).post(paths.handover.prepare.to({ childId: lisa }), prepared),
      await as(giver).post(paths.handover.offer.to(there), offered),
      await as('ali').post(paths.handover.accept.to(there)),
    ].map(({ status }) => status)
    expect(said).toEqual([303, 303, 303])
    model.tenure = { who: 'ali', unit: 'familjestod' }
  },
}

const wait = (days: number): Step => ({
  words: `${days} days go`,
  can: () => true,
  does: async (model) => {
    model.now = new Date(model.now.getTime() + days * 86_400_000)
    setClock(model.now)
  },
})

const people = fc.constantFrom('maja', 'stig', 'petra', 'rut')
const three = fc.constantFrom('maja', 'stig', 'petra')

export const steps = (after: (model: Model) => Promise<void>) => {
  const anyStep = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(people, fc.nat(4), fc.nat(12), fc.constantFrom(undefined, 'maja', 'stig'))
        .map((a) => away(...a)),
    },
    { weight: 2, arbitrary: people.map(back) },
    { weight: 2, arbitrary: fc.tuple(fc.nat(4), fc.nat(20)).map((a) => close(...a)) },
    { weight: 1, arbitrary: fc.constant(open) },
    { weight: 2, arbitrary: fc.tuple(people, fc.integer({ min: -1, max: 12 })).map((a) => leave(...a)) },
    { weight: 2, arbitrary: three.map(give) },
    { weight: 1, arbitrary: fc.constant(handOver) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }).map(wait) },
  )
  return fc.commands([anyStep.map((step) => new Act(step, after))], { maxCommands: 14 })
}
