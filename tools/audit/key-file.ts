import { generateKeyPairSync } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'audit-signing.pem')

/** The text of the file with the key that signs the log's heads in development, made the first time. */
export function auditKeyFileIn(dataDir: string): string {
  const file = fileIn(dataDir)
  if (!existsSync(file)) make(dataDir, file)
  return readFileSync(file, 'utf8')
}

/** Whole or not at all: of two starts at once, the first to link decides. */
function make(dataDir: string, file: string) {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, newHeadKey(), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  }
  rmSync(draft)
}

export const newHeadKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()

export const removeAuditKeyFileIn = (dataDir: string) => rmSync(fileIn(dataDir), { force: true })
