import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// A key service for the tests, in a process of its own: what we use of the Transit protocol, as it is documented, with
// one derived key called kronobarn. Prints its port.

const token = 's.test'
const versions = new Map([[1, { key: randomBytes(32), seconds: 1_790_000_000 }]])
let minDecryption = 1
let minEncryption = 0
let latest = 1

class Refused extends Error {}
const refuse = (): never => {
  throw new Refused('refused')
}

type Item = { plaintext?: string; ciphertext?: string; context?: string }

function derived(version: number, context: string | undefined): Buffer {
  const { key } = versions.get(version) ?? refuse()
  return Buffer.from(hkdfSync('sha256', key, '', Buffer.from(context || refuse(), 'base64'), 32))
}

function encrypt({ plaintext = refuse(), context }: Item) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derived(latest, context), nonce)
  const sealed = Buffer.concat([
    nonce,
    cipher.update(plaintext, 'base64'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  return { ciphertext: `vault:v${latest}:${sealed.toString('base64')}` }
}

function decrypt({ ciphertext = refuse(), context }: Item) {
  const [, number, text = ''] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? refuse()
  const version = Number(number)
  if (version < minDecryption) refuse()
  const sealed = Buffer.from(text, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', derived(version, context), sealed.subarray(0, 12))
  cipher.setAuthTag(sealed.subarray(-16))
  return {
    plaintext: Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString('base64'),
  }
}

type Body = Item & {
  batch_input?: Item[]
  min_decryption_version?: number
  min_encryption_version?: number
  min_available_version?: number
}

const rewrap = ({ batch_input = refuse() }: Body) => ({
  batch_results: batch_input.map((item) =>
    encrypt({ ...decrypt(item), ...(item.context && { context: item.context }) }),
  ),
})

function rotate(): undefined {
  latest += 1
  versions.set(latest, { key: randomBytes(32), seconds: 1_790_000_000 + latest })
}

function configure({
  min_decryption_version = minDecryption,
  min_encryption_version = minEncryption,
}: Body): undefined {
  if (min_decryption_version > latest || min_encryption_version > latest) refuse()
  minDecryption = min_decryption_version
  minEncryption = min_encryption_version
}

function trim({ min_available_version = 0 }: Body): undefined {
  if (minEncryption === 0 || min_available_version > Math.min(minDecryption, minEncryption)) refuse()
  for (const version of versions.keys()) if (version < min_available_version) versions.delete(version)
}

const describe = () => ({
  derived: true,
  exportable: false,
  allow_plaintext_backup: false,
  latest_version: latest,
  min_decryption_version: minDecryption,
  min_encryption_version: minEncryption,
  keys: Object.fromEntries([...versions].map(([version, { seconds }]) => [version, seconds])),
})

const acts: Record<string, (body: Body) => object | undefined> = {
  'GET /v1/transit/keys/kronobarn': describe,
  'POST /v1/transit/encrypt/kronobarn': encrypt,
  'POST /v1/transit/decrypt/kronobarn': decrypt,
  'POST /v1/transit/rewrap/kronobarn': rewrap,
  'POST /v1/transit/keys/kronobarn/rotate': rotate,
  'POST /v1/transit/keys/kronobarn/config': configure,
  'POST /v1/transit/keys/kronobarn/trim': trim,
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const act = acts[`${request.method} ${request.url}`]
    const say = (status: number, body?: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body && JSON.stringify(body))
    if (request.headers['x-vault-token'] !== token) return say(403, { errors: ['permission denied'] })
    if (!act) return say(404, { errors: [] })
    try {
      const text = Buffer.concat(chunks).toString()
      const data = act(text ? JSON.parse(text) : {})
      return data ? say(200, { data }) : say(204)
    } catch {
      return say(400, { errors: ['cipher: message authentication failed'] })
    }
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
// Whoever started it is gone: so is it.
process.stdin.on('end', () => process.exit()).resume()
