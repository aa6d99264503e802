import { paths } from '#shared/paths.ts'
import type { Seeded } from '../tools/scale/seed.ts'

export type Role = 'teacher' | 'principal' | 'nurse'
export const roles = ['teacher', 'principal', 'nurse'] as const

export type Request = { method: 'GET' | 'POST'; path: string; form?: Readonly<Record<string, string>> }
export type Scenario = {
  name: string
  role: Role
  /** The nth thing that a client asks for; ids of forms come from `newId`. */
  request: (client: number, turn: number, newId: () => string) => Request
}

export function scenariosFor(
  seeded: Seeded,
  actionOf: (role: Role, client: number) => ActionTurn,
): Scenario[] {
  const pick = <T>(of: readonly T[], client: number, turn: number): T => {
    const one = of[(client * 37 + turn) % of.length]
    if (one === undefined) throw new Error('nothing to ask about')
    return one
  }
  const engagement = (role: Role) => seeded[role].engagementId
  return roles.flatMap((role): Scenario[] => [
    {
      name: 'plan page',
      role,
      request: (client, turn) => ({
        method: 'GET',
        path: paths.plan.show.to(pick(seeded[role].plans, client, turn)),
      }),
    },
    { name: 'task list', role, request: () => ({ method: 'GET', path: paths.tasks.to({}) }) },
    {
      name: 'notice',
      role,
      request: (client, turn, newId) => ({
        method: 'POST',
        path: paths.noticing.noticeChild.to({ childId: pick(seeded[role].children, client, turn) }),
        form: {
          engagement: engagement(role),
          submission: newId(),
          sentence: 'Har varit trött på förmiddagen hela veckan.',
          sharing: 'family_says_yes',
        },
      }),
    },
    ...(role === 'teacher' // has fewer plans than there are clients
      ? []
      : [
          {
            name: 'save action',
            role,
            request: (client: number, _: number, newId: () => string): Request => {
              const { path, form } = actionOf(role, client)
              return {
                method: 'POST',
                path,
                form: { engagement: engagement(role), submission: newId(), ...form },
              }
            },
          },
        ]),
  ])
}

/** Where a client saves its action next, with the version that it has seen. */
export type ActionTurn = { path: string; form: Readonly<Record<string, string>> }
