import { describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { children, type DemoChild, people, type Stage, situations, units } from './index.ts'

const personOf = new Map(people.map((person) => [person.slug, person]))
const unitSlugs = new Set(units.map(({ slug }) => slug))
const worksAt = (person: string, unit: string) =>
  personOf.get(person)?.engagements.some((engagement) => engagement.unit === unit)

/** Everybody who does something at work in a story, and where. */
function atWork(child: DemoChild): readonly { person: string; unit: string }[] {
  const { plan, handover, meeting } = child
  return [
    child.lead,
    ...child.assigned,
    ...child.noticings.map(({ by, unit }) => ({ person: by, unit })),
    ...(child.gathering?.statements ?? []).map(({ writtenBy, unit }) => ({ person: writtenBy, unit })),
    ...child.questions.map(({ toPerson, toUnit }) => ({ person: toPerson, unit: toUnit })),
    ...(child.support ? [{ person: child.support.by, unit: child.lead.unit }] : []),
    ...(handover ? [{ person: handover.toPerson, unit: handover.toUnit }] : []),
    ...(meeting?.parties ?? []).flatMap(({ who, unit }) => (unit ? [{ person: who, unit }] : [])),
    ...(plan ? [plan.collaborationLead, ...plan.contacts] : []),
    ...(plan?.actions ?? []).flatMap(({ person, unit }) => (person && unit ? [{ person, unit }] : [])),
  ]
}

const isBarred = (child: DemoChild, guardian: string) =>
  child.bars.some((bar) => bar.guardian === guardian && bar.thing === 'everything')

describe('the stories of the demo county', () => {
  it('are thirteen children, one who is not yet born and one who is grown, at least one for every step', () => {
    expect(children).toHaveLength(15)
    expect(children.filter(({ born, birth }) => 'dueInDays' in born && !birth)).toHaveLength(1)
    const stages = new Set<Stage>(children.map(({ stage }) => stage))
    expect(stages.size).toBe(12)
    expect(new Set(children.map(({ municipality }) => municipality)).size).toBe(8)
  })

  it.each(children)('$slug: everybody exists, and works where the story says', (child) => {
    for (const { person, unit } of atWork(child))
      expect(worksAt(person, unit), `${person} at ${unit}`).toBe(true)
    for (const unit of child.placements) expect(unitSlugs).toContain(unit)
    for (const { person } of child.guardians) expect(personOf.get(person)?.kind).toBe('guardian')
    for (const { person } of child.importantAdults) expect(personOf.has(person), person).toBe(true)
    if (child.account) expect(personOf.get(child.account)?.kind).toBe('child')
  })

  it.each(children)('$slug: each guardian who may know is asked, and nobody else', (child) => {
    const guardians = child.guardians.map(({ person }) => person).filter((who) => !isBarred(child, who))
    const part = child.consent?.childPart
    const adults = part === 'alone' ? [] : guardians
    const expected = part === 'alone' || part === 'together' ? ['child', ...adults] : adults
    for (const { unit, answers } of child.consent?.units ?? []) {
      expect(unitSlugs).toContain(unit)
      expect(answers.map(({ signer }) => signer).toSorted(), unit).toEqual(expected.toSorted())
    }
  })

  it.each(children)(
    '$slug: nobody takes part from another unit without a yes from everybody asked',
    (child) => {
      const saidYes = (child.consent?.units ?? [])
        .filter(({ answers }) => answers.every(({ answer }) => answer === 'yes'))
        .map(({ unit }) => unit)
      const parties = (child.meeting?.parties ?? []).flatMap(({ unit }) => unit ?? [])
      const contacts = (child.plan?.contacts ?? []).map(({ unit }) => unit)
      for (const unit of [...parties, ...contacts])
        if (unit !== child.lead.unit) expect(saidYes, `${unit} around ${child.slug}`).toContain(unit)
    },
  )

  it.each(children.filter(({ plan }) => plan))(
    '$slug: every action has a goal, a part and a version',
    ({ plan }) => {
      const goals = plan?.goals.map(({ slug }) => slug)
      for (const action of plan?.actions ?? []) {
        expect(goals).toContain(action.goal)
        expect(plan?.versions[action.sinceVersion - 1], action.slug).toBeDefined()
        if (action.unit) expect(plan?.contacts.map(({ unit }) => unit)).toContain(action.unit)
      }
    },
  )

  it('speaks so that the child and the family understand', () => {
    const toChild = children.flatMap(({ plan }) => plan?.actions.map((action) => action.toChild) ?? [])
    expect(lix(toChild.join(' '))).toBeLessThanOrEqual(25)
    const toFamily = children.flatMap(({ plan, meeting, consent }) => [
      meeting?.purpose ?? '',
      consent?.purpose ?? '',
      ...(plan ? [plan.ifWorse, ...plan.goals.flatMap(({ words, betterWhen }) => [words, betterWhen])] : []),
    ])
    expect(lix(toFamily.join(' '))).toBeLessThanOrEqual(35)
  })

  it('never speaks of a child as a case or a problem', () => {
    expect(JSON.stringify(children)).not.toMatch(/ärende|klient|problem|vägra|avvik|brist/i)
  })

  it('can be opened from the start page by people who can sign in', () => {
    expect(situations.map(({ child }) => child)).toEqual(children.map(({ slug }) => slug))
    for (const { child, openAs } of situations) {
      expect(openAs.length, child).toBeGreaterThan(1)
      for (const { person, unit } of openAs) {
        expect(personOf.get(person)?.signsIn, person).toBe(true)
        if (unit) expect(worksAt(person, unit), `${person} at ${unit}`).toBe(true)
      }
    }
  })
})
