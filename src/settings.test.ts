import { describe, expect, it } from 'vitest'
import { databaseOptions } from './database-url.ts'
import { listening, listeningRefusals, productionRefusals, productionSettings } from './settings.ts'

const read = (path: string) => `the text of ${path}`
const real = {
  DATABASE_URL: 'postgres://kb_app:s%C3%A4kert@db.exempel.se/kronobarn?sslmode=verify-full',
  KRONOBARN_KEY_FILE: '/etc/kronobarn/keys.json',
  KRONOBARN_ORIGIN: 'https://kronobarn.exempel.se',
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
    expect(productionRefusals(real)).toEqual([])
    expect(productionSettings(real, read)).toMatchObject({
      production: true,
      origin: 'https://kronobarn.exempel.se',
      keyFile: 'the text of /etc/kronobarn/keys.json',
      database: { user: 'kb_app', password: 'säkert', ssl: 'verify-full' },
    })
  })

  it('says everything that is wrong at once', () => {
    const wrong = { HOST: '0.0.0.0', DATABASE_OWNER_URL: 'postgres://kb_owner@db/kronobarn' }
    expect(productionRefusals(wrong)).toHaveLength(5)
  })

  it.each(['http://kronobarn.exempel.se', 'https://kronobarn.exempel.se/start', 'kronobarn.exempel.se'])(
    'is not reached at %s',
    (KRONOBARN_ORIGIN) => {
      expect(productionRefusals({ ...real, KRONOBARN_ORIGIN })).toHaveLength(1)
    },
  )
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
