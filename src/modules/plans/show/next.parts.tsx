import type { KnownChild } from '#modules/children'
import { dayAndMonth, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { NextStep, Note } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { mayAnswerHelped, mayWritePlan } from '../plan-policy.ts'
import { dayNear, endWords, momentInWords, nearness } from '../plan-words.ts'
import type { PlanThere, ShownPlan } from './show-plan.ts'

type PanelProps = Pick<ShownPlan, 'known' | 'today'> & { at: Date }

/** The next follow-up, as the one dark panel. */
export function FollowUpPanel({ known, at, today }: PanelProps) {
  const day = swedishDay(at)
  const near = nearness(day, today)
  const passed = day < today
  const label = passed
    ? say('Uppföljningen har blivit liggande')
    : near
      ? say('Nästa uppföljning är {when}', { when: near })
      : say('Nästa uppföljning')
  const action = followUpAction(known, day <= today)
  return <NextStep label={label} main={momentInWords(at)} {...(action && { action })} />
}

/** What stays at the bottom of a phone: the follow-up. */
export function FollowUpLine({ known, plan, today }: Pick<ShownPlan, 'known' | 'plan' | 'today'>) {
  if (!plan?.followUpAt || plan.endedAt) return null
  const day = swedishDay(plan.followUpAt)
  const near = nearness(day, today)
  const action = followUpAction(known, day <= today)
  return (
    <>
      <p>
        <b>{day < today ? say('Uppföljning') : say('Nästa uppföljning')}</b>
        <br />
        {near ? `${near}, ` : ''}
        {dayAndMonth(day)}
      </p>
      {action && <a href={action.href}>{action.label}</a>}
    </>
  )
}

/** What the reader can do about the follow-up; a party with its own part only comes. */
function followUpAction({ child, standing }: KnownChild, isTime: boolean) {
  const href = paths.plan.followUp.to({ childId: child.id })
  if (mayWritePlan(standing)) return { href, label: isTime ? 'Följ upp' : 'Förbered' }
  return mayAnswerHelped(standing) ? { href, label: say('Berätta hur det går') } : undefined
}

/** That it is over, and why. */
export const HasEnded = ({ plan, today }: Pick<PlanThere, 'plan' | 'today'>) =>
  plan.endedAt ? (
    <Note title={say('Planen är avslutad, {day}', { day: dayNear(swedishDay(plan.endedAt), today) })}>
      <p>
        {plan.endedBecause && say(endWords[plan.endedBecause])}{' '}
        {say('Den går att läsa, men ändras inte mer.')}
      </p>
    </Note>
  ) : null
