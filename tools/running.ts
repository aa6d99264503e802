import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Where the running application is, for commands that talk with it. One data folder is one county.

const fileIn = (dataDir: string) => join(dataDir, 'running.json')

export const noteRunning = (dataDir: string, origin: string) =>
  writeFileSync(fileIn(dataDir), JSON.stringify({ origin }))

export const forgetRunning = (dataDir: string) => rmSync(fileIn(dataDir), { force: true })

export function originOfRunning(dataDir: string): string | undefined {
  if (!existsSync(fileIn(dataDir))) return undefined
  const { origin } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
  return String(origin)
}
