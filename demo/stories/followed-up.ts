import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, idOf, type PlanAction, people, type StoryPlan } from '../county/index.ts'
import { type Fields, sectionCalled } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'
import { nextFollowUp } from './planned.ts'

/** Whether it helped is asked, of the child first; in time the plan has done its work. */
export function followedUp(stage: Stage, child: DemoChild): Act[] {
  const { plan } = child
  if (!plan) return []
  return [
    ...plan.heldFollowUps.map((held) => holds(stage, child, plan, held)),
    ...doneBetween(stage, child, plan),
    ...answersAhead(stage, child, plan),
    ...ends(stage, child, plan),
  ]
}

const ids = ({ slug }: DemoChild) => ({ childId: idOf.child(slug) })
type Held = StoryPlan['heldFollowUps'][number]

function holds(stage: Stage, child: DemoChild, plan: StoryPlan, held: Held): Act {
  const unit = plan.contacts.find(({ person }) => person === held.by)?.unit ?? child.lead.unit
  const next = nextFollowUp(plan, held.day)
  const isLast = held === plan.heldFollowUps.at(-1)
  const fields: Fields = {
    heldOn: stage.dateOf(held.day),
    words: held.words,
    nextWords: held.next,
    ...(next
      ? { next: 'again', followUpOn: stage.dateOf(next.day), followUpTime: next.time }
      : { next: 'end' }),
  }
  const play = () =>
    stage.as(held.by, unit).fill(paths.plan.followUp.to(ids(child)), (page) => ({
      ...fields,
      ...Object.assign(
        {},
        ...plan.actions.map((action) => ({
          ...stateFields(page, action, held, plan),
          ...(isLast && !signsInBefore(child, plan) && helpedFields(page, action)),
        })),
      ),
    }))
  return { day: held.day, time: '14:30', play }
}

const partOf = (page: string, { what }: PlanAction) => sectionCalled(page, 'insats-', what)

/** What was done by then is noted at the first follow-up after it. */
function stateFields(page: string, action: PlanAction, { day }: Held, plan: StoryPlan): Fields {
  const part = partOf(page, action)
  return part && action.state === 'done' && firstHeldAfter(action, plan)?.day === day
    ? { [`state-${part}`]: 'done' }
    : {}
}

const firstHeldAfter = ({ untilDay }: PlanAction, { heldFollowUps }: StoryPlan) =>
  heldFollowUps.find(({ day }) => day >= untilDay)

function helpedFields(page: string, action: PlanAction): Fields {
  const part = partOf(page, action)
  if (!part) return {}
  return Object.assign(
    {},
    ...(action.helped ?? []).map(({ voice, person, answer, words }) => ({
      [`helped-${voice === 'child' ? 'barnet' : idOf.person(person ?? '')}-${part}`]: answer,
      ...(words && { [`words-${part}`]: words }),
    })),
  )
}

/** What is done before anybody meets again is noted in the plan at once. */
const doneBetween = (stage: Stage, child: DemoChild, plan: StoryPlan): Act[] =>
  plan.actions
    .filter((action) => action.state === 'done' && !firstHeldAfter(action, plan))
    .map((action) => {
      const partId = demoId(`action:${child.slug} ${action.slug}`)
      const address = paths.plan.changeAction.to({ ...ids(child), partId })
      return {
        day: action.untilDay,
        time: '15:20',
        play: () => leadOf(stage, child).fill(address, { state: 'done' }),
      }
    })

/** Those who sign in themselves answer before the follow-up that lies ahead. */
const signsInBefore = ({ account }: DemoChild, { followUp }: StoryPlan) => Boolean(account && followUp)

function answersAhead(stage: Stage, child: DemoChild, plan: StoryPlan): Act[] {
  if (!signsInBefore(child, plan)) return []
  const said = plan.actions.flatMap((action) =>
    (action.helped ?? []).map((helped) => ({ action, ...helped, who: helped.person ?? child.account ?? '' })),
  )
  const byWhom = Map.groupBy(said, ({ who }) => who)
  return [...byWhom]
    .filter(([who]) => people.some(({ slug, signsIn }) => slug === who && signsIn))
    .map(([who, all]) => ({
      day: -1,
      time: '18:10',
      play: () =>
        stage.as(who).fill(paths.plan.followUp.to(ids(child)), (page) =>
          Object.assign(
            {},
            ...all.map(({ action, answer, words }) => ({
              [`helped-${partOf(page, action)}`]: answer,
              ...(words && { [`words-${partOf(page, action)}`]: words }),
            })),
          ),
        ),
    }))
}

/** The child knows first. */
function ends(stage: Stage, child: DemoChild, { ended }: StoryPlan): Act[] {
  if (!ended) return []
  const about = [child.closed?.childFirst, ended.note].filter(Boolean).join(' ')
  const fields = { because: ended.because, childFirst: 'told', about, after: 'close' }
  return [
    {
      day: ended.day,
      time: '15:10',
      play: () => leadOf(stage, child).fill(paths.plan.end.to(ids(child)), fields),
    },
  ]
}
