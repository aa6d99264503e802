import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { keyFileText } from '#shared/key-file.ts'
import { keyBytes } from '#shared/keys.ts'

export const pathOfKeyFile = (dataDir: string) => join(dataDir, 'keys.json')

/** The text of the data folder's key file, made the first time. Without it nothing that is sealed can be read. */
export function keyFileIn(dataDir: string): string {
  const file = pathOfKeyFile(dataDir)
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

/** In one step and safely on the disk before it holds: whoever reads meanwhile gets the old file or the new. */
export function replaceKeyFile(file: string, text: string) {
  const draft = `${file}.${process.pid}`
  const opened = openSync(draft, 'wx', 0o600)
  writeFileSync(opened, text)
  fsyncSync(opened)
  closeSync(opened)
  renameSync(draft, file)
}

export const removeKeyFileIn = (dataDir: string) => rmSync(pathOfKeyFile(dataDir), { force: true })

const newKeyFile = (): string =>
  keyFileText({
    current: 1,
    keys: { 1: randomBytes(keyBytes) },
    made: { 1: new Date().toISOString() },
    hash: randomBytes(keyBytes),
  })
