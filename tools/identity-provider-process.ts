import { type ChildProcess, fork } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountsAt, type DemoIssuerId, demoIssuers } from '#demo/sign-in.ts'
import type { Issuer } from '#modules/identity'
import { PlainError } from '../src/plain-error.ts'
import {
  clientId,
  type ProviderIssuer,
  type ProviderKeys,
  type ProviderStart,
  type ProviderStarted,
} from './identity-provider-messages.ts'

export type IdentityProvider = { issuers: Issuer[]; stop: () => Promise<void> }

const fileIn = (dataDir: string) => join(dataDir, 'identity-provider.json')

/**
 * Starts the demo's identity provider on a free port of 127.0.0.1, for the application at the origin. It ends with
 * the process that started it.
 */
export async function startIdentityProvider(where: {
  dataDir: string
  origin: string
}): Promise<IdentityProvider> {
  const keys = keysIn(where.dataDir)
  const child = fork('tools/identity-provider.ts', {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // It tells everybody that it is for development only, which it is.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const start: ProviderStart = { origin: where.origin, keys, issuers: issuersOfDemo() }
  child.send(start)
  const { port } = await answerOf(child)
  child.channel?.unref()
  child.unref()
  return { issuers: issuersAt(port, keys), stop: () => end(child) }
}

const ids = Object.keys(demoIssuers) as DemoIssuerId[]

const issuersOfDemo = (): ProviderIssuer[] =>
  ids.map((id) => ({ id, name: demoIssuers[id].name, accounts: accountsAt(id) }))

const issuersAt = (port: number, { clientSecret }: ProviderKeys): Issuer[] =>
  ids.map((id) => ({
    id,
    ...demoIssuers[id],
    issuerUrl: `http://127.0.0.1:${port}/${id}`,
    clientId,
    clientSecret,
    signedWith: 'RS256',
    acr: [],
  }))

async function answerOf(child: ChildProcess): Promise<ProviderStarted> {
  const ended = once(child, 'exit').then(() => {
    throw new PlainError('Demons inloggning startar inte.')
  })
  const [answer] = await Promise.race([once(child, 'message'), ended])
  return answer as ProviderStarted
}

async function end(child: ChildProcess) {
  child.ref()
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

/** The data folder's own keys, made the first time. */
function keysIn(dataDir: string): ProviderKeys {
  const file = fileIn(dataDir)
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, JSON.stringify(newKeys()), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

export const removeIdentityProviderKeysIn = (dataDir: string) => rmSync(fileIn(dataDir), { force: true })

function newKeys(): ProviderKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const secret = () => randomBytes(32).toString('base64url')
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: secret(), use: 'sig', alg: 'RS256' }
  return { jwk, cookieKey: secret(), clientSecret: secret() }
}
