import { type HeadKey, sealAudit, signHead } from '#modules/audit'
import type { Deps } from '#shared/db.ts'

const second = 1000
const minute = 60_000

/**
 * Links the log's rows into their chains every second, and signs a head each minute, also when nothing has
 * happened: heads are public, and must not tell when somebody is at work. Several programs may do it at once: the
 * database lets one seal at a time, and one head is enough.
 */
export function keepSealing(deps: Pick<Deps, 'pool' | 'now'>, key: HeadKey): { stop: () => Promise<void> } {
  let newestHead = 0
  let working: Promise<void> | undefined
  let wasWell = true

  const work = async () => {
    // The whole minute: a moment that came after the sealing would tell how much there was to seal.
    const now = deps.now().getTime()
    const moment = now - (now % minute)
    if (newestHead >= moment) return void (await sealAudit(deps))
    newestHead = new Date((await signHead(deps, key, new Date(moment))).madeAt).getTime()
  }
  // What waits is never lost: the next turn takes it. Said once, not every second.
  const turn = async () => {
    try {
      await work()
      wasWell = true
    } catch (error) {
      if (wasWell)
        console.error('sealing the log', error instanceof Error ? error.name : error, codeOf(error))
      wasWell = false
    }
  }
  const timer = setInterval(() => {
    working ??= turn().finally(() => {
      working = undefined
    })
  }, second)

  return {
    stop: async () => {
      clearInterval(timer)
      await working
      await turn()
    },
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
