import { paths } from '#shared/paths.ts'
import { seededPlanVersion } from '../tools/scale/plan.ts'
import type { Seeded } from '../tools/scale/seed.ts'
import type { ActionTurn, Role } from './scenarios.ts'

/** Each client saves an action of a plan of its own, over and over, and has always seen the newest version. */
export function actionTurns(seeded: Seeded): (role: Role, client: number) => ActionTurn {
  const versions = new Map<string, number>()
  return (role, client) => {
    const plans = seeded[role].plans.filter(({ writes }) => writes)
    // A teacher and a principal of the same school share children; clients must not.
    const plan = plans[(role === 'principal' ? plans.length - 1 - client : client) % plans.length]
    if (!plan) throw new Error('no plan to write in')
    const version = versions.get(plan.childId) ?? seededPlanVersion
    versions.set(plan.childId, version + 1)
    return {
      path: paths.plan.changeAction.to({ childId: plan.childId, partId: plan.actionId }),
      form: {
        version: String(version),
        what: 'Läsa tillsammans tjugo minuter',
        who: 'Petra Ek, lärare',
        when: 'måndagar och torsdagar',
        state: 'ongoing',
      },
    }
  }
}
