import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Head } from '#modules/audit'
import { PlainError } from '../../src/plain-error.ts'

const head = z.object({
  number: z.int(),
  madeAt: z.string(),
  previous: z.string(),
  root: z.string(),
  key: z.string(),
  signature: z.string(),
})
const answer = z.object({ heads: z.array(head) })

/** What a witness has kept: answers from /loggens-huvuden.json, one a line. */
export function readWitness(file: string): Head[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    return lines.flatMap((line) => answer.parse(JSON.parse(line)).heads)
  } catch {
    throw new PlainError(`${file} går inte att läsa som sparade huvuden (/loggens-huvuden.json).`)
  }
}
