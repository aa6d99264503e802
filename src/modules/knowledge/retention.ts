import { proposal } from './content.ts'

/** How long something is kept. What is noticed and asks for nothing more is no register of worries. */
export const retention = {
  ...proposal('gallring-1', '2026-11-22'),
  noticingWithoutAction: { months: 6, sv: 'Tas bort efter 6 månader (förslag)' },
} as const
