import { describe, expect, it } from 'vitest'
import { issuerSchema, localAddress } from './issuer.ts'

const issuer = {
  id: 'medarbetare',
  kind: 'staff',
  name: 'Länets inloggning',
  issuerUrl: 'https://inloggning.exempel.se',
  clientId: 'kronobarn',
}

describe('an issuer', () => {
  it('needs little', () => {
    expect(issuerSchema.parse(issuer)).toEqual({ ...issuer, signedWith: 'RS256', acr: [] })
  })

  it.each([
    { id: 'e-leg-2', kind: 'family', acr: ['loa3'] },
    { id: 'x'.repeat(40), clientSecret: 's', issuerUrl: 'http://127.0.0.1:3001' },
    { name: 'x'.repeat(80), signedWith: 'PS256' },
    { name: 'x', signedWith: 'ES256' },
    { signedWith: 'RS256' },
  ])('may be %o', (more) => {
    expect(issuerSchema.safeParse({ ...issuer, ...more }).success).toBe(true)
  })

  it.each([
    { id: '' },
    { id: 'x'.repeat(41) },
    { id: 'A' },
    { id: 'a/b' },
    { id: 'a b' },
    { kind: 'anybody' },
    { name: '' },
    { name: 'x'.repeat(81) },
    { issuerUrl: 'ftp://exempel.se' },
    { issuerUrl: 'httpsx://exempel.se' },
    { issuerUrl: 'xhttps://exempel.se' },
    { issuerUrl: 'exempel.se' },
    { clientId: '' },
    { clientSecret: '' },
    { signedWith: 'none' },
    { signedWith: 'HS256' },
    { acr: 'loa3' },
  ])('is never %o', (fault) => {
    expect(issuerSchema.safeParse({ ...issuer, ...fault }).success).toBe(false)
  })
})

describe('where one goes on to', () => {
  it.each([
    ['/uppgifter', '/uppgifter'],
    ['/barn?efter=2026-11-24.x', '/barn?efter=2026-11-24.x'],
    ['/barn#nedanför', '/barn'],
    ['/a/../b', '/b'],
    ['/', '/'],
  ])('%s: %s', (text, address) => {
    expect(localAddress(text)).toBe(address)
  })

  it.each([
    undefined,
    '',
    'uppgifter',
    'https://exempel.se/',
    '//exempel.se/',
    '/\\exempel.se/',
    '\\\\exempel.se',
    '/\t/exempel.se/',
    '/.//exempel.se/',
    '/a/..//exempel.se',
    '//',
    '//exempel.se:x',
    'javascript:alert(1)',
    ' /uppgifter',
  ])('never %j', (text) => {
    expect(localAddress(text)).toBeUndefined()
  })
})
