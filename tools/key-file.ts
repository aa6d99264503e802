import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'keys.json')

/** The text of the data folder's key file, made the first time. Without it nothing that is sealed can be read. */
export function keyFileIn(dataDir: string): string {
  const file = fileIn(dataDir)
  if (!existsSync(file)) make(dataDir, file)
  return readFileSync(file, 'utf8')
}

/** Whole or not at all: of two starts at once, the first to link decides. */
function make(dataDir: string, file: string) {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, newKeyFile(), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  }
  rmSync(draft)
}

export const removeKeyFileIn = (dataDir: string) => rmSync(fileIn(dataDir), { force: true })

function newKeyFile(): string {
  const key = () => randomBytes(32).toString('base64')
  return `${JSON.stringify({ current: 1, keys: { 1: key() }, hash: key() }, null, 2)}\n`
}
