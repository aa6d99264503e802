import { paths } from '#shared/paths.ts'
import { say } from '#ui/say.tsx'
import { mayAgree, mayCarryPlan, mayReadParties } from '../plan-policy.ts'
import type { PlanThere } from './show-plan.ts'

/** What one can do about the plan, besides reading it. */
export function PlanLinks({ known, plan }: Pick<PlanThere, 'known' | 'plan'>) {
  const { child, standing } = known
  const to = { childId: child.id }
  const family = standing.relation === 'guardian' || standing.relation === 'self'
  const links: (readonly [string, string] | false)[] = [
    !plan.endedAt && mayAgree(standing) && [paths.plan.agree.to(to), say('Är du med på planen?')],
    (family || mayCarryPlan(standing)) && [
      paths.sharing.whoSees.to(to),
      say('Vem ser vad, och vem har läst'),
    ],
    mayReadParties(standing) && !plan.endedAt && [paths.plan.parties.to(to), say('Vilka som är med')],
    [paths.plan.pdf.to(to), say('Skriv ut, eller spara som PDF')],
    [paths.plan.versions.to(to), say('Hur planen såg ut förut')],
    !plan.endedAt &&
      (mayCarryPlan(standing) || standing.relation === 'guardian') && [
        paths.plan.end.to(to),
        family ? say('Avsluta samverkan') : 'Avsluta planen',
      ],
    plan.endedAt !== undefined && mayCarryPlan(standing) && [paths.plan.end.to(to), 'Hur går ni vidare?'],
  ]
  return links.map(
    (link) =>
      link && (
        <p class="no-print solo">
          <a href={link[0]}>{link[1]}</a>
        </p>
      ),
  )
}
