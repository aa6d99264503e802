import { performance } from 'node:perf_hooks'

export type Figures = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  count: number
  failures: number
}

/** Runs `work` over and over in `clients` loops for some seconds, after a warm-up; `work` says whether it went well. */
export async function measure(
  clients: number,
  seconds: number,
  work: (client: number, turn: number) => Promise<boolean>,
): Promise<Figures> {
  const times: number[] = []
  let failures = 0
  const loop = async (client: number, from: number, until: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      const began = performance.now()
      const well = await work(client, turn)
      if (began < from) continue
      times.push(performance.now() - began)
      if (!well) failures++
    }
  }
  const begins = performance.now()
  const from = begins + Math.min(2000, seconds * 250)
  const until = from + seconds * 1000
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client, from, until)))
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return {
    perSecond: round(times.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    count: times.length,
    failures,
  }
}

const round = (value: number) => Math.round(value * 100) / 100
