import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What the program takes from `node:crypto`, file by file; what each is for stands in docs/operations/keys.md. */
const uses: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['randomBytes', 'randomUUID'],
  'src/modules/audit/canonical.ts': ['hash'],
  'src/modules/audit/head.ts': ['createPrivateKey', 'createPublicKey', 'sign', 'verify'],
  'src/modules/audit/heads/newest-heads.ts': ['createHash'],
  'src/modules/identity/sign-in/proof.ts': ['createHash'],
  'src/shared/asking.ts': ['createHash'],
  'src/shared/keys.ts': ['createCipheriv', 'createDecipheriv', 'createHmac', 'hkdfSync'],
  'src/ui/assets.ts': ['createHash'],
}
const algorithms = /'(aes-[\w-]+|sha\d+|md5|des-[\w-]+|rc4|ed25519|rsa[\w-]*|chacha[\w-]*)'/gi

const used = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => `src/${file}`)
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

it('every use of cryptography is known: a new one is looked through, and written here and in the inventory of keys', () => {
  const found = used.flatMap(({ file, text }) => {
    const taken = [...text.matchAll(/import (?:type )?(?:\{([^}]*)\}|(\S+)) from '(?:node:)?crypto'/g)]
    const names = taken.flatMap(([, some = '', all = '']) =>
      (all || some).split(',').map((name) => name.trim()),
    )
    const known = names.filter((name) => name && !name.startsWith('type '))
    return taken.length > 0 ? [[file, known.sort()] as const] : []
  })
  expect(Object.fromEntries(found)).toEqual(uses)
})

it('there is no other way to it: not by the web’s own, and not by a package', () => {
  const other =
    /crypto\.subtle|globalThis\.crypto|webcrypto|require\(|import\('(?:node:)?crypto'|Math\.random/
  expect(used.filter(({ text }) => other.test(text)).map(({ file }) => file)).toEqual([])
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
  const ciphers = /crypto|cipher|bcrypt|argon|sodium|tweetnacl|noble|forge|jose|jsonwebtoken/i
  expect(Object.keys(dependencies).filter((name) => ciphers.test(name))).toEqual([])
})

it('only algorithms of the inventory are named', () => {
  const named = used.flatMap(({ text }) =>
    [...text.matchAll(algorithms)].map(([, name = '']) => name.toLowerCase()),
  )
  expect([...new Set(named)].sort()).toEqual(['aes-256-gcm', 'ed25519', 'sha256'])
})
