import { paths } from '#shared/paths.ts'
import {
  type DemoChild,
  demoId,
  idOf,
  type PlanAction,
  type PlanGoal,
  type StoryPlan,
} from '../county/index.ts'
import { chosenByLabel, type Fields } from '../page-forms.ts'
import type { Player, Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** The plan is written after the meeting, and written on at later days. Each save is a version. */
export function planned(stage: Stage, child: DemoChild): Act[] {
  const { plan } = child
  if (!plan) return []
  return plan.versions.flatMap((day, place): Act[] => {
    const actions = plan.actions.filter(({ sinceVersion }) => sinceVersion === place + 1)
    return place === 0
      ? [{ day, time: '16:40', play: () => begins(stage, child, plan, actions) }]
      : [{ day, time: '15:50', play: () => goesOn(stage, child, plan, actions, day) }]
  })
}

const ids = ({ slug }: DemoChild) => ({ childId: idOf.child(slug) })

/** The days when somebody asks whether it helped, and the one that lies ahead. */
export function nextFollowUp({ heldFollowUps, followUp }: StoryPlan, after: number) {
  const held = heldFollowUps.find(({ day }) => day > after)
  return held ? { day: held.day, time: '14:30' } : followUp
}

async function begins(stage: Stage, child: DemoChild, plan: StoryPlan, actions: readonly PlanAction[]) {
  const [firstGoal, ...goals] = plan.goals
  const [first, ...others] = actions
  const followUp = nextFollowUp(plan, plan.agreedDay)
  if (!firstGoal || !first || !followUp) throw new Error(`${child.slug} has an empty plan`)
  const lead = leadOf(stage, child)
  await lead.fill(paths.plan.start.to(ids(child)), {
    submission: demoId(`plan:${child.slug}`),
    ...goalFields(firstGoal),
    ...actionFields(stage, first),
    followUpOn: stage.dateOf(followUp.day),
    followUpTime: followUp.time,
  })
  for (const goal of goals) await lead.fill(paths.plan.addGoal.to(ids(child)), goalFields(goal))
  await addActions(stage, lead, child, plan, others)
  await lead.fill(paths.plan.contacts.to(ids(child)), contactsOn(plan, plan.agreedDay, child))
  await lead.fill(paths.plan.other.to(ids(child)), {
    ifWorse: plan.ifWorse,
    references: plan.references.join('\n'),
  })
}

/** What they have come upon since is added, with a contact on each new place. */
async function goesOn(
  stage: Stage,
  child: DemoChild,
  plan: StoryPlan,
  actions: readonly PlanAction[],
  day: number,
) {
  const lead = leadOf(stage, child)
  await addActions(stage, lead, child, plan, actions)
  await lead.fill(paths.plan.contacts.to(ids(child)), contactsOn(plan, day, child))
}

async function addActions(
  stage: Stage,
  who: Player,
  child: DemoChild,
  plan: StoryPlan,
  actions: readonly PlanAction[],
) {
  for (const action of actions) {
    const goal = plan.goals.find(({ slug }) => slug === action.goal)
    await who.fill(paths.plan.addAction.to(ids(child)), (page) => ({
      submission: demoId(`action:${child.slug} ${action.slug}`),
      ...actionFields(stage, action),
      goal: goal && chosenByLabel(page, 'goal', goal.words),
    }))
  }
}

const goalFields = ({ words, betterWhen, area }: PlanGoal): Fields => ({
  words,
  better: betterWhen,
  areas: area,
})

const actionFields = (
  stage: Stage,
  { what, who, unit, when, fromDay, untilDay, toChild }: PlanAction,
): Fields => ({
  what,
  who,
  unit: unit && idOf.unit(unit),
  when,
  startsOn: stage.dateOf(fromDay),
  endsOn: stage.dateOf(untilDay),
  toChild,
})

/** One contact on each place that takes part by then. */
function contactsOn({ contacts }: StoryPlan, day: number, { consent, lead }: DemoChild): Fields {
  const takesPart = (unit: string) =>
    unit === lead.unit ||
    consent?.units.find((one) => one.unit === unit)?.answers.every((answer) => (answer.day ?? day + 1) <= day)
  return Object.fromEntries(
    contacts
      .filter(({ unit }) => takesPart(unit))
      .map(({ unit, person }) => [`contact-${idOf.unit(unit)}`, idOf.engagement(person, unit)]),
  )
}
