import { paths } from '#shared/paths.ts'
import { as, type Person } from '#test/world.ts'

/** Somebody looks for a name in the list of children: what comes after the list's own address then. */
export async function searchFor(who: Person, name: string): Promise<string> {
  const address = paths.children.to({})
  const answer = await as(who).post(address, { q: name })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || !to?.startsWith(address))
    throw new Error(`searching answered ${answer.status}`)
  return to.slice(address.length)
}
