import { paths } from '#shared/paths.ts'
import { clientOf } from './http.ts'
import { measure } from './measure.ts'
import { cookieOf } from './program.ts'
import type { Role } from './scenarios.ts'

type Page = { name: string; path: string; roles: readonly Role[] }

/** What is opened again and again on a working day, by those who know thirty, four hundred and eight hundred children. */
const pages: readonly Page[] = [
  { name: 'my children', path: paths.children.to({}), roles: ['teacher', 'principal', 'nurse'] },
  { name: 'my tasks', path: paths.tasks.to({}), roles: ['teacher', 'principal', 'nurse'] },
  { name: 'waiting on others', path: paths.workday.others.to({}), roles: ['principal'] },
  { name: 'next dates', path: paths.workday.dates.to({}), roles: ['principal'] },
  { name: "the unit's load", path: paths.workday.load.to({}), roles: ['principal', 'nurse'] },
  { name: 'what nobody holds', path: paths.unheld.to({}), roles: ['principal', 'nurse'] },
  { name: 'directory', path: paths.directory.search.to({}), roles: ['teacher'] },
  {
    name: 'directory search',
    path: `${paths.directory.search.to({})}?q=sover+d%C3%A5ligt`,
    roles: ['teacher'],
  },
]

const rounds = 5
export type Compared = { name: string; role: Role; small: number; large: number; ratio: number }

/**
 * Each page for one person at a time, in a small county and in a whole one. The two take turns, so that a noisy machine is as
 * noisy for both; told is the median of the round in the middle.
 */
export async function compareWorkday(
  ports: { small: number; large: number },
  seconds: number,
): Promise<Compared[]> {
  const compared: Compared[] = []
  for (const { name, path, roles } of pages)
    for (const role of roles) {
      const small: number[] = []
      const large: number[] = []
      for (let round = 0; round < rounds; round++) {
        small.push(await milliseconds(ports.small, role, path, seconds))
        large.push(await milliseconds(ports.large, role, path, seconds))
      }
      const [ours, theirs] = [middle(small), middle(large)]
      compared.push({
        name,
        role,
        small: ours,
        large: theirs,
        ratio: Math.round((100 * theirs) / ours) / 100,
      })
    }
  return compared
}

async function milliseconds(port: number, role: Role, path: string, seconds: number): Promise<number> {
  const ask = clientOf(port, cookieOf(role))
  const { p50, failures } = await measure(1, seconds, async () => {
    const { status } = await ask({ method: 'GET', path })
    return status === 200
  })
  if (failures > 0) throw new Error(`${path} failed ${failures} times`)
  return p50
}

const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
