import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { databaseOptions } from './database-url.ts'
import {
  listening,
  listeningRefusals,
  productionRefusals,
  productionSettings,
  workerRefusals,
} from './settings.ts'

const issuer = {
  id: 'medarbetare',
  kind: 'staff',
  name: 'Länets inloggning',
  issuerUrl: 'https://inloggning.exempel.se',
  clientId: 'kronobarn',
  clientSecret: 'hemlighet',
}
const key = (name: string) => createHash('sha256').update(name).digest('base64')
const keyFile = JSON.stringify({ current: 1, keys: { 1: key('one') }, hash: key('hash') })
const files: Record<string, string> = { 'issuers.json': JSON.stringify([issuer]), 'keys.json': keyFile }
const read = (path: string) => files[path.split('/').at(-1) ?? ''] ?? `the text of ${path}`
const closed = (_path: string) => false
const real = {
  DATABASE_URL: 'postgres://kb_app:s%C3%A4kert@db.exempel.se/kronobarn?sslmode=verify-full',
  KRONOBARN_KEY_FILE: '/etc/kronobarn/keys.json',
  KRONOBARN_AUDIT_KEY_FILE: '/etc/kronobarn/audit-signing.pem',
  KRONOBARN_ORIGIN: 'https://kronobarn.exempel.se',
  KRONOBARN_CONTACT: 'hej@kronobarn.exempel.se',
  KRONOBARN_ISSUERS: '/etc/kronobarn/issuers.json',
}

describe('where the application listens', () => {
  it('is this machine only, unless told otherwise', () => {
    expect(listening({}, read)).toEqual({
      host: 'localhost',
      port: 3000,
      tls: undefined,
      origin: 'http://localhost:3000',
    })
  })

  it.each(['0.0.0.0', '192.168.1.20', '::', 'kronobarn.exempel.se'])(
    'is not %s without encryption',
    (HOST) => {
      expect(listeningRefusals({ HOST })).toHaveLength(1)
      expect(listeningRefusals({ HOST, KRONOBARN_TLS_CERT: 'a.pem', KRONOBARN_TLS_KEY: 'b.pem' })).toEqual([])
    },
  )

  it.each(['', 'localhost', '127.0.0.1', '::1'])('may be "%s"', (HOST) => {
    expect(listeningRefusals({ HOST })).toEqual([])
  })

  it.each(['abc', '0', '70000', '80.5'])('is not port %s', (PORT) => {
    expect(listeningRefusals({ PORT })).toEqual([`PORT=${PORT} är inget portnummer.`])
  })
})

describe('production', () => {
  it('starts when everything is there', () => {
    expect(productionRefusals(real, read, closed)).toEqual([])
    expect(productionSettings(real, read)).toMatchObject({
      production: true,
      origin: 'https://kronobarn.exempel.se',
      database: { user: 'kb_app', password: 'säkert', ssl: 'verify-full' },
      issuers: [issuer],
    })
  })

  it('says everything that is wrong at once', () => {
    const wrong = { HOST: '0.0.0.0', DATABASE_OWNER_URL: 'postgres://kb_owner@db/kronobarn' }
    expect(productionRefusals(wrong, read, closed)).toHaveLength(8)
  })

  it('does the jobs itself, unless they are done apart', () => {
    expect(productionSettings(real, read).jobsApart).toBe(false)
    expect(productionSettings({ ...real, KRONOBARN_JOBS: 'apart' }, read).jobsApart).toBe(true)
    expect(productionRefusals({ ...real, KRONOBARN_JOBS: 'nej' }, read, closed)).toHaveLength(1)
  })

  it('asks whoever only does the jobs for no more than that takes', () => {
    const { DATABASE_URL, KRONOBARN_KEY_FILE } = real
    expect(workerRefusals({ DATABASE_URL, KRONOBARN_KEY_FILE }, read, closed)).toEqual([])
    expect(workerRefusals({}, read, closed)).toHaveLength(2)
  })

  it.each(['http://kronobarn.exempel.se', 'https://kronobarn.exempel.se/start', 'kronobarn.exempel.se'])(
    'is not reached at %s',
    (KRONOBARN_ORIGIN) => {
      expect(productionRefusals({ ...real, KRONOBARN_ORIGIN }, read, closed)).toHaveLength(1)
    },
  )
})

describe('the population register', () => {
  const refusals = (text: string, isOpen = closed) =>
    productionRefusals(
      { ...real, KRONOBARN_REGISTER: '/etc/kronobarn/register.json' },
      (path) => (path.endsWith('register.json') ? text : read(path)),
      isOpen,
    )
  const register = { url: 'https://register.exempel.se/kronobarn', token: 'x'.repeat(40) }

  it('may be left out, and is asked at the address of its file', () => {
    expect(productionSettings(real, read).register).toBeUndefined()
    expect(refusals(JSON.stringify(register))).toEqual([])
  })
  it.each([
    ['in clear', JSON.stringify({ ...register, url: 'http://register.exempel.se' })],
    ['with a token that can be guessed', JSON.stringify({ ...register, token: 'hemligt' })],
    ['without an address', JSON.stringify({ token: register.token })],
    ['by a file that is none', 'register'],
  ])('is not asked %s', (_, text) => {
    expect(refusals(text)).toEqual([expect.stringContaining('KRONOBARN_REGISTER')])
  })
  it('has a token that nobody else can read', () => {
    const faults = refusals(JSON.stringify(register), (path) => path.endsWith('register.json'))
    expect(faults).toEqual([expect.stringContaining('chmod 600')])
  })
})

describe('the way to the database, in production', () => {
  const faults = (DATABASE_URL: string) => productionRefusals({ ...real, DATABASE_URL }, read, closed)

  it.each([
    'postgres://kb_app@db.exempel.se/kronobarn',
    'postgres://kb_app@10.0.0.5/kronobarn?sslmode=require',
    'postgres://kb_app@db.exempel.se/kronobarn?sslmode=disable',
  ])('is not %s', (address) => {
    expect(faults(address)).toEqual([expect.stringContaining('sslmode=verify-full')])
  })

  it.each([
    'postgres://kb_app@db.exempel.se/kronobarn?sslmode=verify-full',
    'postgres://kb_app@localhost/kronobarn',
    'postgres://kb_app@127.0.0.1:6543/kronobarn',
    'postgres://kb_app@/kronobarn?host=/run/postgresql',
  ])('may be %s', (address) => {
    expect(faults(address)).toEqual([])
  })
})

describe('those who vouch for people', () => {
  const faults = (...issuers: unknown[]) =>
    productionRefusals(
      real,
      (path) => (path.endsWith('issuers.json') ? JSON.stringify(issuers) : read(path)),
      closed,
    )

  it.each([
    ['in clear', { ...issuer, issuerUrl: 'http://inloggning.exempel.se' }, 'medarbetare ska nås med https'],
    ['by no address', { ...issuer, issuerUrl: 'inloggning' }, 'issuerUrl'],
    ['as something else than staff or family', { ...issuer, kind: 'admin' }, 'kind'],
    ['with an unsigned word', { ...issuer, signedWith: 'none' }, 'signedWith'],
  ])('are not asked %s', (_, wrong, said) => {
    expect(faults(wrong)).toEqual([expect.stringContaining(said)])
  })

  it('are told apart, and there is at least one', () => {
    expect(faults(issuer, { ...issuer, issuerUrl: 'https://annan.exempel.se' })).toHaveLength(1)
    expect(faults()).toHaveLength(1)
    const noJson = (path: string) => (path.endsWith('issuers.json') ? 'no json' : read(path))
    expect(productionRefusals(real, noJson, closed)).toHaveLength(1)
  })
})

describe('the keys', () => {
  const faults = (content: object | string, { token = 's.abc', open = false } = {}) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const files: Record<string, string> = { 'keys.json': text, token }
    return productionRefusals(
      real,
      (path) => files[path.split('/').at(-1) ?? ''] ?? read(path),
      () => open,
    )
  }
  const transit = {
    url: 'https://nycklar.exempel.se:8200',
    key: 'kronobarn',
    tokenFile: '/run/kronobarn/token',
  }
  const hash = key('hash')

  it('lie in a file, or in a service that the file names', () => {
    expect(faults(keyFile)).toEqual([])
    expect(faults({ hash, transit })).toEqual([])
    expect(faults({ hash, transit: { ...transit, url: 'http://127.0.0.1:8200' } })).toEqual([])
  })

  const weak = Buffer.alloc(32, 1).toString('base64')
  it.each([
    ['a file that is something else', 'no json', 'ingen nyckelfil'],
    ['no current key', { current: 2, keys: { 1: key('one') }, hash }, 'ingen nyckelfil'],
    ['the key of an example', { current: 1, keys: { 1: weak }, hash }, 'ingen nyckelfil'],
    ['a service in clear', { hash, transit: { ...transit, url: 'http://nycklar.exempel.se' } }, 'https'],
    ['a service without a name for the key', { hash, transit: { ...transit, key: '' } }, 'transit'],
    ['a service, and a hash that anybody can guess', { hash: weak, transit }, 'hash'],
  ])('are not %s', (_, content, said) => {
    expect(faults(content)).toEqual([expect.stringContaining(said)])
  })

  it('are for nobody else on the machine to read, and the service knows who we are', () => {
    expect(faults(keyFile, { open: true })).toEqual([expect.stringContaining('chmod 600')])
    expect(faults({ hash, transit }, { open: true })).toHaveLength(2)
    expect(faults({ hash, transit }, { token: '\n' })).toEqual([expect.stringContaining('tom')])
  })
})

describe('the address of a database', () => {
  it('may name a socket folder, as libpq writes it', () => {
    expect(databaseOptions('postgres://kb_app@/kronobarn?host=/run/postgresql')).toEqual({
      host: '/run/postgresql',
      port: 5432,
      user: 'kb_app',
      database: 'kronobarn',
    })
  })

  it('keeps its port and what is written with percent signs', () => {
    expect(databaseOptions('postgres://kb%40app:a%2Fb@127.0.0.1:6543/x')).toEqual({
      host: '127.0.0.1',
      port: 6543,
      user: 'kb@app',
      password: 'a/b',
      database: 'x',
    })
  })
})
