import { paths } from '#shared/paths.ts'
import { as, holding, lisa, type Person } from './world.ts'

/** The adult gives the device to Lisa: the answer, and the application as she meets it from then on. */
export async function handOver(who: Person) {
  const answer = await as(who).post(paths.childsDoor.handOver.to({ childId: lisa }))
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('kb-test='))
  return { answer, beside: holding(cookie?.split(';')[0] ?? '', 'lisa') }
}
